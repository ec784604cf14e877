import type { Program, State } from './patternStates.js';

export interface SearchResult {
  /** `undefined`: the steps ran out before there was a verdict. */
  readonly found: boolean | undefined;
  readonly steps: number;
}

/**
 * Whether the pattern occurs anywhere in the value, as `RegExp.test` answers it. All states that are possible at
 * a character are followed at once, each of them at most once, so that the work is at most the value's length
 * times the pattern's states, whatever either of them is.
 */
export function searchPattern({ start, end, size }: Program, value: string, maxSteps: number): SearchResult {
  const seen = new Int32Array(size);
  let steps = 0;
  let before = '';
  const entered: State[] = [];
  for (let at = 0; steps <= maxSteps; ) {
    const character = at < value.length ? String.fromCodePoint(value.codePointAt(at) ?? 0) : '';
    const reading: State[] = [];
    entered.push(start);
    for (let state = entered.pop(); state; state = entered.pop()) {
      steps++;
      if (state === end) return { found: true, steps };
      if (seen[state.id] === at + 1) continue;
      seen[state.id] = at + 1;
      if (state.reads) reading.push(state);
      else if (!state.asserts || state.asserts(before, character)) entered.push(...state.next);
    }
    if (!character) return { found: false, steps };
    for (const { reads, next } of reading) if (reads?.(character)) entered.push(...next);
    before = character;
    at += character.length;
  }
  return { found: undefined, steps };
}
