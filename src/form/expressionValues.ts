/** What the operators and functions of a condition make of values: plain data in, plain data out. */

/** The value under a key of the data's own; a prototype's is never seen. */
export function member(value: unknown, key: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof key !== 'string' && typeof key !== 'number') return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
}

/** Nothing is there: also an empty text, so that it makes no difference whether a field was left or emptied. */
const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

const asText = (value: unknown): string => (isMissing(value) ? '' : String(value));

/** What is typed is text, so `'8080' == 8080` and `'true' == true` hold; nothing equals nothing but itself. */
function equal(left: unknown, right: unknown): boolean {
  if (isMissing(left) || isMissing(right)) return isMissing(left) && isMissing(right);
  const asNumbers = typeof left === 'number' || typeof right === 'number';
  return asNumbers ? Number(left) === Number(right) : String(left) === String(right);
}

/** Below, at or above 0 as `left` stands to `right`: as numbers where both are some, else as texts. */
function order(left: unknown, right: unknown): number {
  if (isMissing(left) || isMissing(right)) return Number.NaN;
  const difference = Number(left) - Number(right);
  if (!Number.isNaN(difference) || equal(left, right)) return difference || 0;
  return String(left) < String(right) ? -1 : 1;
}

function includes(list: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => includes(list, item));
  if (Array.isArray(list)) return list.some((item) => equal(item, value));
  return typeof list === 'string' && !isMissing(value) && list.includes(String(value));
}

function add(left: unknown, right: unknown): unknown {
  return typeof left === 'number' && typeof right === 'number' ? left + right : asText(left) + asText(right);
}

export const FUNCTIONS: ReadonlyMap<string, (...values: unknown[]) => unknown> = new Map([
  ['includes', includes],
  ['present', (value: unknown) => !isMissing(value)],
  ['missing', isMissing],
]);

interface Operator {
  /** The higher binds tighter; equals are taken from left to right. */
  readonly binds: number;
  readonly apply: (left: unknown, right: unknown) => unknown;
}

/** JEXL's table: `&&` and `||` bind alike there, and so does `??`, which some of its servers add. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['&&', { binds: 1, apply: (left, right) => left && right }],
  ['||', { binds: 1, apply: (left, right) => left || right }],
  ['??', { binds: 1, apply: (left, right) => left ?? right }],
  ['==', { binds: 2, apply: equal }],
  ['!=', { binds: 2, apply: (left, right) => !equal(left, right) }],
  ['>', { binds: 2, apply: (left, right) => order(left, right) > 0 }],
  ['>=', { binds: 2, apply: (left, right) => order(left, right) >= 0 }],
  ['<', { binds: 2, apply: (left, right) => order(left, right) < 0 }],
  ['<=', { binds: 2, apply: (left, right) => order(left, right) <= 0 }],
  ['in', { binds: 2, apply: (left, right) => includes(right, left) }],
  ['+', { binds: 3, apply: add }],
  ['-', { binds: 3, apply: (left, right) => Number(left) - Number(right) }],
  ['*', { binds: 4, apply: (left, right) => Number(left) * Number(right) }],
  ['/', { binds: 4, apply: (left, right) => Number(left) / Number(right) }],
  ['%', { binds: 5, apply: (left, right) => Number(left) % Number(right) }],
]);
