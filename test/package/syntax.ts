import { parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly object?: Node;
  readonly callee?: Node;
  readonly source?: Literal | null;
}

/** Text in quotes, or, as minifiers write it, in backticks. */
interface Literal {
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: unknown } }[];
}

/** What a script imports, now or later, as it is written. */
export const importsIn = (code: string): readonly string[] =>
  nodesIn(code)
    .filter(({ type }) => /^(Import|Export).*(Declaration|Expression)$/.test(type))
    .map(({ source }) => source?.value ?? source?.quasis?.[0]?.value.cooked)
    .filter((value) => typeof value === 'string');

/** What a declaration imports; in a doc comment's example there is no import. */
export function typeImportsIn(code: string): readonly string[] {
  const found = code.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return Array.from(found, ([, name = '']) => name);
}

/** The names that a script calls, or looks into: its own, and those that have to be there. */
export const namesUsedIn = (code: string): ReadonlySet<string> =>
  new Set(nodesIn(code).flatMap(({ object, callee }) => (object ?? callee)?.name ?? []));

const parsed = new Map<string, readonly Node[]>();

function nodesIn(code: string): readonly Node[] {
  const nodes = parsed.get(code) ?? [...walk(parseAst(code))];
  parsed.set(code, nodes);
  return nodes;
}

/** Every node of a syntax tree, in no order. */
function* walk(tree: unknown): Generator<Node> {
  const open = [tree];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    if ('type' in one) yield one as Node;
    open.push(...Object.values(one));
  }
}
