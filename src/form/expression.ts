import { expressionTokens } from './expressionTokens.js';
import { FUNCTIONS, member, OPERATORS } from './expressionValues.js';

/** The names an expression can read. A name that is there without a value maps to `undefined`. */
export type Scope = ReadonlyMap<string, unknown>;

export interface Expression {
  /** Every name it reads, so that it can be told beforehand whether all of them are known. */
  readonly names: ReadonlySet<string>;
  readonly evaluate: (scope: Scope) => unknown;
}

type Evaluate = Expression['evaluate'];

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

const MAX_DEPTH = 50;

const property =
  (value: Evaluate, key: Evaluate): Evaluate =>
  (scope) =>
    member(value(scope), key(scope));

/**
 * Understands the part of JEXL that conditions are written in, with `$` for everything there is:
 * `$.name` is `name`, and `$['external-trigger-token']` a name that could not be written otherwise. The functions
 * can be called as `present(a)`, `a|present` and `a.present()`. Throws at anything else.
 */
export function parseExpression(source: string): Expression {
  const tokens = expressionTokens(source);
  const names = new Set<string>();
  let at = 0;
  let depth = 0;

  const peek = () => tokens[at]?.text ?? '';
  const isSign = (text: string) => tokens[at]?.kind === 'sign' && peek() === text;
  const take = () => tokens[at++] ?? { kind: 'end', text: '' };
  const skip = (text: string): boolean => isSign(text) && Boolean(++at);
  const expect = (text: string) => {
    if (!skip(text)) throw new SyntaxError(`no ${text}`);
  };
  const name = () => {
    const { kind, text } = take();
    if (kind !== 'name') throw new SyntaxError('no name');
    return text;
  };

  function ternary(): Evaluate {
    if (++depth > MAX_DEPTH) throw new SyntaxError('too deep');
    const test = binary(0);
    const value = skip('?') ? branches(test) : test;
    depth--;
    return value;
  }

  function branches(test: Evaluate): Evaluate {
    const then = isSign(':') ? test : ternary();
    expect(':');
    const otherwise = ternary();
    return (scope) => (test(scope) ? then(scope) : otherwise(scope));
  }

  function binary(least: number): Evaluate {
    let left = unary();
    for (;;) {
      const operator = tokens[at]?.kind === 'string' ? undefined : OPERATORS.get(peek());
      if (!operator || operator.binds <= least) return left;
      at++;
      const [before, after] = [left, binary(operator.binds)];
      left = (scope) => operator.apply(before(scope), after(scope));
    }
  }

  function unary(): Evaluate {
    const negates = isSign('-');
    if (!negates && !isSign('!')) return postfix();
    at++;
    if (++depth > MAX_DEPTH) throw new SyntaxError('too deep');
    const operand = unary();
    depth--;
    return negates ? (scope) => -Number(operand(scope)) : (scope) => !operand(scope);
  }

  function postfix(): Evaluate {
    let value = primary();
    for (;;) {
      if (skip('|')) value = call(name(), value);
      else if (skip('.')) {
        const key = name();
        value = isSign('(') ? call(key, value) : property(value, () => key);
      } else if (skip('[')) {
        const key = ternary();
        expect(']');
        value = property(value, key);
      } else return value;
    }
  }

  function call(called: string, ...subject: Evaluate[]): Evaluate {
    const apply = FUNCTIONS.get(called);
    if (!apply) throw new SyntaxError('no such function');
    const values = skip('(') ? [...subject, ...list(')')] : subject;
    return (scope) => apply(...values.map((value) => value(scope)));
  }

  function list(close: string): Evaluate[] {
    const items: Evaluate[] = [];
    while (!skip(close)) {
      if (items.length > 0) expect(',');
      items.push(ternary());
    }
    return items;
  }

  function primary(): Evaluate {
    const { kind, text } = take();
    if (kind === 'number') return () => Number(text);
    if (kind === 'string') return () => text;
    if (text === '(') {
      const inner = ternary();
      expect(')');
      return inner;
    }
    if (text === '[') {
      const items = list(']');
      return (scope) => items.map((item) => item(scope));
    }
    if (kind !== 'name') throw new SyntaxError('no value');
    if (CONSTANTS.has(text)) return () => CONSTANTS.get(text);
    if (isSign('(')) return call(text);
    return text === '$' ? read(rootKey()) : read(text);
  }

  function read(key: string): Evaluate {
    names.add(key);
    return (scope) => scope.get(key);
  }

  function rootKey(): string {
    if (skip('.')) return name();
    expect('[');
    const { kind, text } = take();
    if (kind !== 'string') throw new SyntaxError('no key');
    expect(']');
    return text;
  }

  const evaluate = ternary();
  if (tokens[at]?.kind !== 'end') throw new SyntaxError('more than one expression');
  return { names, evaluate };
}
