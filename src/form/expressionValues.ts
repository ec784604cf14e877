/** What the operators and functions of a condition make of values: plain data in, plain data out. */

/** The value under a key of the data's own; a prototype's is never seen. */
export function member(value: unknown, key: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof key !== 'string' && typeof key !== 'number') return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
}

let stepsLeft = 0;

/**
 * Does work over data that may be endless. A step is a value that is looked at, or a hundred characters of it; where
 * they run out, the work ends with a `RangeError`.
 */
export function withinSteps<Result>(steps: number, work: () => Result): Result {
  stepsLeft = steps;
  return work();
}

function spend(steps: number): void {
  stepsLeft -= steps;
  if (stepsLeft < 0) throw new RangeError('too much to look through');
}

/** A value as a text, a list as those of its items. */
function textOf(value: unknown): string {
  spend(1);
  if (Array.isArray(value)) return value.map(asText).join();
  const text = String(value);
  spend(text.length / 100);
  return text;
}

const numberOf = (value: unknown): number =>
  Number(typeof value === 'string' || Array.isArray(value) ? textOf(value) : value);

/** Nothing is there: also an empty text, so that it makes no difference whether a field was left or emptied. */
const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

function asText(value: unknown): string {
  if (!isMissing(value)) return textOf(value);
  spend(1);
  return '';
}

/** What is typed is text, so `'8080' == 8080` and `'true' == true` hold; nothing equals nothing but itself. */
function equal(left: unknown, right: unknown): boolean {
  spend(1);
  if (isMissing(left) || isMissing(right)) return isMissing(left) && isMissing(right);
  const asNumbers = typeof left === 'number' || typeof right === 'number';
  return asNumbers ? numberOf(left) === numberOf(right) : textOf(left) === textOf(right);
}

/** Below, at or above 0 as `left` stands to `right`: as numbers where both are some, else as texts. */
function order(left: unknown, right: unknown): number {
  if (isMissing(left) || isMissing(right)) return Number.NaN;
  const difference = numberOf(left) - numberOf(right);
  if (!Number.isNaN(difference) || equal(left, right)) return difference || 0;
  return textOf(left) < textOf(right) ? -1 : 1;
}

function includes(list: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => includes(list, item));
  if (Array.isArray(list)) return list.some((item) => equal(item, value));
  return typeof list === 'string' && !isMissing(value) && textOf(list).includes(textOf(value));
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
  ['-', { binds: 3, apply: (left, right) => numberOf(left) - numberOf(right) }],
  ['*', { binds: 4, apply: (left, right) => numberOf(left) * numberOf(right) }],
  ['/', { binds: 4, apply: (left, right) => numberOf(left) / numberOf(right) }],
  ['%', { binds: 5, apply: (left, right) => numberOf(left) % numberOf(right) }],
]);
