import { patternStates, type State } from '../../src/form/patternStates.js';

/** A search as it was made: what for, where, and from which character on. */
export interface Search {
  readonly source: string;
  readonly flags: string;
  readonly text: string;
  readonly from: number;
}

/**
 * The steps that a browser's engine takes for a search: it follows one way through the pattern at a time, and comes back
 * for the next where one fails. None where the pattern is not understood; those in use look at single characters.
 */
export function stepsOf({ source, flags, text, from }: Search): number {
  const program = understood(flags.includes('s') ? source.replaceAll('.*', '[^]*') : source);
  if (!program) return 0;
  let steps = 0;
  const matchesAt = (start: number): boolean => {
    const ways: (readonly [State, number])[] = [[program.start, start]];
    for (let way = ways.pop(); way; way = ways.pop()) {
      const [state, at] = way;
      steps += 1;
      if (state === program.end) return true;
      const [before = '', after = ''] = [text[at - 1], text[at]];
      if (state.reads ? after === '' || !state.reads(after) : state.asserts?.(before, after) === false)
        continue;
      const next = state.reads ? at + 1 : at;
      for (const one of state.next.toReversed()) ways.push([one, next]);
    }
    return false;
  };
  const last = flags.includes('y') ? from : text.length;
  for (let start = from; start <= last; start += 1) if (matchesAt(start)) break;
  return steps;
}

const known = new Map<string, ReturnType<typeof patternStates> | undefined>();

function understood(source: string) {
  if (!known.has(source)) known.set(source, compiled(source));
  return known.get(source);
}

function compiled(source: string) {
  try {
    return patternStates(source);
  } catch {
    return undefined;
  }
}
