/** One word of an expression: what kind it is, and its text (a string's without quotes and escapes). */
export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{L}_$][\p{L}\d_$]*)|(&&|\|\||\?\?|[=!<>]=|[-+*/%!<>?:()[\],.|]))\s*/suy;

/** The words of an expression, the last of them `end`; throws at the first character that is part of none. */
export function expressionTokens(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; end < source.length; end = TOKEN.lastIndex) {
    const [, number, string, name, sign] = TOKEN.exec(source) ?? [];
    if (number) tokens.push({ kind: 'number', text: number });
    else if (string) tokens.push({ kind: 'string', text: string.slice(1, -1).replace(/\\(['"\\])/g, '$1') });
    else if (name) tokens.push({ kind: 'name', text: name });
    else if (sign) tokens.push({ kind: 'sign', text: sign });
    else throw new SyntaxError('no word of an expression');
  }
  return [...tokens, { kind: 'end', text: '' }];
}
