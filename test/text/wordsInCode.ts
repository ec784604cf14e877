/** Finds the words in code that a person may read: between tags, in attributes and properties, in any string. */
import { type ESTree, parseSync } from 'vite';

/** What a tag's attributes are read out or shown by; the same as an element's properties. */
const READ =
  /^(?:alt|label|placeholder|title|innerText|innerHTML|textContent|aria-?(?:label|description|placeholder|roledescription|valuetext))$/i;

/** What a component is handed that is no words: names of things, and what is a tag's. */
const NAMES =
  /^(?:key|id|className|part|role|type|name|kind|icon|tone|shape|theme|height|focus|dir|href|data-[\w-]+|aria-(?:controls|describedby|labelledby))$/;

/** Properties in another language than people's, and functions that take a selector. */
const STYLES = /^(?:cssText|colorScheme)$/;
const SELECTING = /^(?:querySelector|querySelectorAll|closest|matches)$/;

/** Two words with a space between them, or a single one that begins as a sentence does. */
const PROSE = /\p{L}{2,}[^\s\p{L}]* \p{L}|^\p{Lu}\p{Ll}+[.…!?]?$/u;

/** A list of names, as of classes, each with a hyphen. */
const LIST_OF_NAMES = /^\w+(?:-\w+)+(?: \w+(?:-\w+)+)*$/;

const LETTER = /\p{L}/u;

/** Where a string stands: where it is read, and a single letter is a word; in code, where it may be; where it is not. */
type Place = 'read' | 'code' | 'unread';

type Node = ESTree.Node;
type Way<Of extends Node> = (node: Of, place: Place) => void;
/** How to go on from a node; from any other to all that is in it, which is code. */
type Ways = { readonly [Type in Node['type']]?: Way<Extract<Node, { readonly type: Type }>> };

export function wordsInCode(file: string, code: string): readonly string[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new SyntaxError(`${file} cannot be read`);
  const found: string[] = [];

  const consider = (words: string, place: Place): void => {
    const isSaid = {
      read: LETTER.test(words),
      code: PROSE.test(words) && !LIST_OF_NAMES.test(words),
      unread: false,
    };
    if (isSaid[place]) found.push(words.trim());
  };

  const walkAll = (nodes: readonly (Node | null)[], place: Place): void => {
    for (const node of nodes) walk(node, place);
  };

  const assign = (key: Node, value: Node | null): void => {
    const name = nameOf(key);
    walk(value, READ.test(name) ? 'read' : STYLES.test(name) ? 'unread' : 'code');
  };

  const walkAttribute = (tag: ESTree.JSXElementName, { name, value }: ESTree.JSXAttribute): void => {
    const isTag = tag.type === 'JSXIdentifier' && /^[a-z]/.test(tag.name);
    const attribute = name.type === 'JSXIdentifier' ? name.name : name.name.name;
    const isRead = isTag ? READ.test(attribute) : !NAMES.test(attribute);
    walk(value, isRead ? 'read' : 'unread');
  };

  const ways: Ways = {
    JSXText: ({ value }) => consider(value, 'read'),
    Literal: ({ value }, place) => {
      if (typeof value === 'string') consider(value, place);
    },
    TemplateLiteral({ quasis, expressions }, place) {
      consider(quasis.map(({ value }) => value.cooked ?? '').join('…'), place);
      walkAll(expressions, place);
    },
    JSXElement({ openingElement: { name, attributes }, children }) {
      for (const attribute of attributes) {
        if (attribute.type === 'JSXAttribute') walkAttribute(name, attribute);
        else walk(attribute.argument, 'code');
      }
      walkAll(children, 'read');
    },
    JSXFragment: ({ children }) => walkAll(children, 'read'),
    JSXExpressionContainer: ({ expression }, place) => walk(expression, place),
    ConditionalExpression({ test, consequent, alternate }, place) {
      walk(test, 'code');
      walkAll([consequent, alternate], place);
    },
    LogicalExpression({ left, operator, right }, place) {
      walk(left, operator === '&&' ? 'code' : place);
      walk(right, place);
    },
    ArrayExpression: ({ elements }, place) => walkAll(elements, place),
    // What is compared is not said.
    BinaryExpression: ({ left, operator, right }, place) =>
      walkAll([left, right], operator === '+' ? place : 'unread'),
    SwitchCase({ test, consequent }) {
      walk(test, 'unread');
      walkAll(consequent, 'code');
    },
    Property({ computed, key, value }) {
      if (computed) walk(key, 'code');
      assign(key, value);
    },
    AssignmentExpression({ left, right }) {
      walk(left, 'code');
      if (left.type === 'MemberExpression') assign(left.property, right);
      else walk(right, 'code');
    },
    CallExpression({ callee, arguments: given }) {
      walk(callee, 'code');
      const [first, second] = given;
      const called = callee.type === 'MemberExpression' ? nameOf(callee.property) : '';
      if (called === 'setAttribute' && first && second) assign(first, second);
      else walkAll(given, SELECTING.test(called) ? 'unread' : 'code');
    },
    NewExpression({ callee, arguments: given }) {
      // What is thrown is a code, or a mistake of ours: no view shows an error's message.
      if (nameOf(callee).endsWith('Error')) return;
      walk(callee, 'code');
      walkAll(given, 'code');
    },
    ImportDeclaration: () => undefined,
    ExportAllDeclaration: () => undefined,
    ImportExpression: () => undefined,
    ExportNamedDeclaration: ({ declaration }) => walk(declaration, 'code'),
    TSAsExpression: ({ expression }, place) => walk(expression, place),
    TSSatisfiesExpression: ({ expression }, place) => walk(expression, place),
    TSNonNullExpression: ({ expression }, place) => walk(expression, place),
  };

  function walk(node: Node | null, place: Place): void {
    if (!node) return;
    const way = ways[node.type] as Way<Node> | undefined;
    if (way) return way(node, place);
    // A type is gone once it is compiled.
    if (node.type.startsWith('TS')) return;
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) walkAll(value.filter(isNode), 'code');
      else if (isNode(value)) walk(value, 'code');
    }
  }

  walk(program, 'code');
  return found;
}

const nameOf = (key: Node): string =>
  key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
