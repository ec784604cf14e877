import { searchPattern } from './patternSearch.js';
import { patternStates } from './patternStates.js';

/** Some tens of milliseconds on a slow machine. Patterns of real connectors need a few steps a character. */
const MAX_STEPS = 500_000;

/**
 * A test for a pattern that came from the server, which may be broken or made to be slow: it never throws, and
 * its work is bounded by the length of the value times that of the pattern, and by a number of steps in all.
 * Searched unanchored and with JavaScript's syntax, as `new RegExp(source).test(value)` is; a character beyond
 * U+FFFF counts as one.
 *
 * @returns the test, or `undefined` for a pattern that cannot be used here: a broken or oversized one, a
 * backreference, a lookaround, an inline flag, a Unicode property. The check is skipped then, and so is it (the
 * test answers `true`) for a value that is too long for the steps: the server has the last word in any case.
 * @example compilePattern('^[a-z]+$')?.('acme') // true
 */
export function compilePattern(source: string): ((value: string) => boolean) | undefined {
  try {
    const program = patternStates(source);
    return (value) => searchPattern(program, value, MAX_STEPS).found ?? true;
  } catch {
    return undefined;
  }
}
