/**
 * A pattern's text, made into the states of a nondeterministic automaton (Thompson's construction). Understood
 * is what can be searched in linear time: characters, escapes, classes, groups, alternatives, anchors, word
 * boundaries and repetition. A lazy quantifier is read like its greedy twin: they find the same values.
 */

/** Whether a single character is the one that is meant. */
type CharacterTest = (character: string) => boolean;

/** What holds between two characters; the empty string stands for the start or the end of the value. */
type Assertion = (before: string, after: string) => boolean;

/** Reads a character, asserts something without reading, or does neither and only leads on. */
export interface State {
  readonly id: number;
  readonly reads?: CharacterTest;
  readonly asserts?: Assertion;
  readonly next: State[];
}

export interface Program {
  readonly start: State;
  readonly end: State;
  /** How many states there are; their ids count from 0. */
  readonly size: number;
}

const MAX_SOURCE = 2_000;
const MAX_STATES = 5_000;
const MAX_DEPTH = 100;

/** A class, an escape, the opening of a group, a quantifier, or else a single character. */
const TOKEN =
  /\[\^?(?:\\(?:[bBdDwWsStnrvf]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[^\da-zA-Z])|[^\\\]])*\]|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\(?:[bBdDwWsStnrvf]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[^\da-zA-Z])|\((?:\?(?::|<[A-Za-z_$][\w$]*>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/gu;

const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??$/;

/** What is left of `[`, `\` or a quantifier when TOKEN found no sense in it; `(?=` ends as such a quantifier. */
const SENSELESS = /^(?:[[\\]$|[*+?]|\{\d)/;

const isWord = (character: string): boolean => /^\w$/.test(character);

const ASSERTIONS: ReadonlyMap<string, Assertion> = new Map<string, Assertion>([
  ['^', (before) => before === ''],
  ['$', (_before, after) => after === ''],
  ['\\b', (before, after) => isWord(before) !== isWord(after)],
  ['\\B', (before, after) => isWord(before) === isWord(after)],
]);

/** A part of the pattern: given what follows it, the state to enter it by. */
type Piece = (following: State) => State;

/** The states of a pattern; throws where the pattern is broken, too large, or asks for more than is understood. */
export function patternStates(source: string): Program {
  if (source.length > MAX_SOURCE) throw new SyntaxError('too long');
  const tokens = source.match(TOKEN) ?? [];
  let at = 0;
  let size = 0;
  let copies = 0;

  const state = (parts: Omit<State, 'id'>): State => {
    if (size >= MAX_STATES) throw new SyntaxError('too large');
    return { id: size++, ...parts };
  };
  const either = (next: State[]): State => (next.length === 1 && next[0] ? next[0] : state({ next }));

  function alternatives(depth: number): Piece {
    if (depth > MAX_DEPTH) throw new SyntaxError('too deep');
    const branches = [sequence(depth)];
    while (tokens[at] === '|') {
      at++;
      branches.push(sequence(depth));
    }
    return (following) => either(branches.map((branch) => branch(following)));
  }

  function sequence(depth: number): Piece {
    const pieces: Piece[] = [];
    for (let token = tokens[at]; token && token !== '|' && token !== ')'; token = tokens[at]) {
      at++;
      pieces.push(piece(token, depth));
    }
    return (following) => pieces.reduceRight((next, enter) => enter(next), following);
  }

  function piece(token: string, depth: number): Piece {
    const asserts = ASSERTIONS.get(token);
    if (asserts) return (following) => state({ asserts, next: [following] });
    if (token.startsWith('(')) {
      const inner = alternatives(depth + 1);
      if (tokens[at++] !== ')') throw new SyntaxError('unclosed');
      return repeated(inner);
    }
    if (SENSELESS.test(token)) throw new SyntaxError('senseless');
    const reads = characterTest(token);
    return repeated((following) => state({ reads, next: [following] }));
  }

  function repeated(once: Piece): Piece {
    const [quantifier, sign, least, comma, most] = tokens[at]?.match(QUANTIFIER) ?? [];
    if (!quantifier) return once;
    at++;
    const min = sign ? Number(sign === '+') : Number(least);
    const max = sign ? (sign === '?' ? 1 : Infinity) : comma ? Number(most || Infinity) : min;
    if (max < min) throw new SyntaxError('out of order');
    return (following) => {
      let entry = following;
      if (max === Infinity) {
        entry = state({ next: [] });
        entry.next.push(once(entry), following);
      } else {
        for (let optional = min; optional < max; optional++) entry = either([once(entry), following]);
      }
      for (let copy = 0; copy < min; copy++) {
        // An empty group makes no state: its copies are counted too, or nested ones would never end.
        if (++copies > MAX_STATES) throw new SyntaxError('too large');
        entry = once(entry);
      }
      return entry;
    };
  }

  const whole = alternatives(0);
  if (at < tokens.length) throw new SyntaxError('unopened');
  const end = state({ next: [] });
  return { start: whole(end), end, size };
}

/**
 * One character against one character of the pattern. A class or an escape is left to the browser's own RegExp:
 * on a single character there is nothing to search, so it cannot be slow. The `+` is for a character beyond
 * U+FFFF, which RegExp without flags takes for two.
 */
function characterTest(token: string): CharacterTest {
  if (!/^[.[\\]/.test(token)) return (character) => character === token;
  const native = new RegExp(`^(?:${token})+$`);
  const known = new Map<string, boolean>();
  return (character) => {
    let verdict = known.get(character);
    if (verdict === undefined) known.set(character, (verdict = native.test(character)));
    return verdict;
  };
}
