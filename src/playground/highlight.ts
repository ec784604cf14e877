export interface CodePiece {
  readonly kind: 'plain' | 'string' | 'keyword' | 'name' | 'number';
  readonly text: string;
  /** Where in the code it starts. */
  readonly start: number;
}

/** Enough of JavaScript, JSX, JSON and a shell to colour the few lines that the playground writes itself. */
const PIECES =
  /(?<string>'(?:[^'\\]|\\[^])*'|"(?:[^"\\\n]|\\.)*"|`(?:\$\{[^}]*\}|[^`])*`)|(?<keyword>\b(?:import|from|export|async|await|function|return|const|if|throw|new|true|false|null|curl)\b)|(?<name><\/?[A-Z]\w*|\b\w+(?==[{"])|\b\w+(?=: ))|(?<number>\b\d+(?:\.\d+)?\b)/g;

/** The code in pieces of one colour each; joined again they are the code. */
export function highlighted(code: string): readonly CodePiece[] {
  const pieces: CodePiece[] = [];
  let end = 0;
  for (const match of code.matchAll(PIECES)) {
    if (match.index > end) pieces.push({ kind: 'plain', text: code.slice(end, match.index), start: end });
    pieces.push({ kind: kindOf(match.groups), text: match[0], start: match.index });
    end = match.index + match[0].length;
  }
  if (end < code.length) pieces.push({ kind: 'plain', text: code.slice(end), start: end });
  return pieces;
}

function kindOf(groups: Readonly<Record<string, string | undefined>> = {}): CodePiece['kind'] {
  const found = Object.entries(groups).find(([, text]) => text !== undefined);
  return (found?.[0] ?? 'plain') as CodePiece['kind'];
}
