/**
 * The whole hub over whatever a server can say. `CONNECT_HUB_RUNS` is how often each of it is tried, and
 * `CONNECT_HUB_SEED` the seed, with which a run can be had again.
 */
import { cleanup } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authorizeChunk, formChunk, searchChunk } from '../../src/hub/chunks.js';
import { anyJson, damagedWith, keysIn } from '../api/hostileJson.js';
import { nested } from '../api/wire.js';
import { useSteadyTime } from '../authorize/support/watching.js';
import { seedOf } from '../faults/chance.js';
import { CONDITIONS, GUIDES, KEYS, NAMES, PATTERNS, TEXTS, URLS } from './corpus.js';
import { ANSWERS, answersOn, type Asked, LINES, needs, type Said, visit, type Way } from './visit.js';

const RUNS = Number(process.env['CONNECT_HUB_RUNS'] ?? 12);
const SEED = seedOf('CONNECT_HUB_SEED');
const LONG = 900_000;

const said: unknown[] = [];
const rejected: unknown[] = [];
const hear = (reason: unknown): void => void rejected.push(reason);
let runs = 0;

beforeAll(async () => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  process.on('unhandledRejection', hear);
  window.addEventListener('error', hear);
  await Promise.all([authorizeChunk.load(), formChunk.load(), searchChunk.load()]);
});
afterAll(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = undefined;
  process.off('unhandledRejection', hear);
  window.removeEventListener('error', hear);
  process.stdout.write(`Hostile answers: ${runs} visits, seed ${SEED}.\n`);
});

beforeEach(() => {
  useSteadyTime();
  vi.spyOn(window, 'alert').mockImplementation(hear);
});
afterEach(() => sessionStorage.clear());

/** A visit in which nothing is thrown, complained about or left behind. */
async function peaceful(...given: Parameters<typeof visit>) {
  runs += 1;
  cleanup();
  sessionStorage.clear();
  for (const method of ['error', 'warn', 'log', 'info'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void said.push(words));
  }
  const visited = await visit(...given);
  expect([...rejected.splice(0), ...said.splice(0)]).toEqual([]);
  return visited;
}

function holds<Given>(given: fc.Arbitrary<Given>, check: (given: Given) => Promise<unknown>): Promise<void> {
  const property = fc.asyncProperty(given, async (value) => void (await check(value)));
  return fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
}

const json = anyJson(LINES.flatMap((line) => keysIn(ANSWERS[line])));
const line = fc.constantFrom(...LINES);
const status = fc.constantFrom(200, 200, 200, 400, 401, 403, 404, 409, 422, 429, 500);
const edited = fc.constantFrom(undefined, 'account-1');
const way = fc.record({ signIn: fc.boolean(), accountId: edited });

/** A way on which the hub comes to ask this. */
const wayTo = (at: Asked): fc.Arbitrary<Way> => way.map((any) => ({ ...any, ...needs(at) }));

/** What is said here on this way, with anything in it replaced. */
const damaged = (at: Asked, on: Way): fc.Arbitrary<Said> =>
  damagedWith(json, [answersOn(on)[at]]).map((body) => ({ [at]: body }));

describe('a hub stays whole', { timeout: LONG }, () => {
  it('whatever JSON takes the place of an answer', () => {
    const given = line.chain((at) => fc.tuple(fc.constant(at), wayTo(at), json, status));
    return holds(given, async ([at, on, body, code]) => {
      const { asked } = await peaceful({ [at]: body }, on, { [at]: code });
      expect(asked).toContain(at);
    });
  });

  it('whatever takes the place of anything in an answer', () => {
    const given = fc
      .tuple(line, line)
      .chain(([one, other]) => fc.tuple(fc.constant([one, other] as const), wayTo(one)))
      .chain(([lines, on]) =>
        fc.tuple(fc.constant(lines), fc.constant(on), ...lines.map((at) => damaged(at, on))),
      );
    return holds(given, async ([lines, on, first, other]) => {
      const { asked } = await peaceful({ ...other, ...first }, on);
      expect(lines.some((at) => asked.has(at))).toBe(true);
    });
  });

  it('whatever text takes the place of any text', () => {
    const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary' }));
    const texts = fc.array(text, { minLength: 8, maxLength: 8 });
    const given = fc.tuple(texts, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), way);
    return holds(given, ([words, where, on]) => peaceful(withTexts(answersOn(on), words, where), on));
  });

  it.each(LINES)('however deep the answer to %s is nested', async (at) => {
    const deep = nested(10_000);
    const { asked } = await peaceful({ [at]: deep }, needs(at));
    expect(asked).toContain(at);
    await peaceful(
      { [at]: Object.fromEntries(Object.keys(ANSWERS[at]).map((key) => [key, deep])) },
      needs(at),
    );
  });
});

/** These answers, with these texts here and there. */
function withTexts(answers: Required<Said>, texts: readonly string[], where: readonly boolean[]): Said {
  let at = 0;
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') {
      at += 1;
      return where[at % where.length] ? texts[at % texts.length] : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(swap);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(inner)]));
  };
  return Object.fromEntries(LINES.map((one) => [one, swap(answers[one])]));
}

function sometimes<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(value, { nil: undefined });
}
const anyText = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 12 }));

const hostileField = fc.record({
  key: fc.oneof(fc.constantFrom(...KEYS), anyText),
  label: sometimes(fc.oneof(fc.constantFrom(...NAMES), fc.constant(7))),
  type: sometimes(
    fc.constantFrom(
      'text',
      'password',
      'number',
      'select',
      'text_area',
      'multi-select',
      'hologram',
      '__proto__',
    ),
  ),
  required: fc.constantFrom(true, false, 'false', undefined),
  readOnly: fc.constantFrom(true, false, undefined),
  secret: fc.constantFrom(true, false, undefined),
  display: fc.constantFrom(true, true, false, undefined),
  placeholder: sometimes(anyText),
  description: sometimes(fc.constantFrom(...GUIDES)),
  tooltip: sometimes(fc.constantFrom(...NAMES)),
  value: sometimes(fc.oneof(anyText, fc.double())),
  delimiter: sometimes(fc.constantFrom('', ',', '__proto__')),
  options: sometimes(
    fc.array(fc.record({ label: anyText, value: fc.oneof(anyText, fc.integer(), fc.constant({})) }), {
      maxLength: 6,
    }),
  ),
  condition: sometimes(fc.constantFrom(...CONDITIONS)),
  validation: sometimes(
    fc.oneof(
      fc.record({
        type: fc.constantFrom('html-pattern', 'domain', undefined),
        pattern: fc.constantFrom(...PATTERNS),
        error: sometimes(fc.constantFrom(...NAMES)),
      }),
      fc.record({
        format: fc.constantFrom('email', 'url', 'uuid', 'date', 'toString'),
        errorMessage: anyText,
      }),
    ),
  ),
});

const hostileNotice = fc.record({
  description: fc.constantFrom(...GUIDES),
  anchor: sometimes(fc.constantFrom(...KEYS)),
  type: sometimes(anyText),
  position: sometimes(anyText),
});

describe('a form', { timeout: LONG }, () => {
  it('of any fields can be filled in and sent, and sends every key as it stands', async () => {
    const config = fc.record({
      configFields: fc.array(hostileField, { maxLength: 12 }),
      configNotices: fc.array(hostileNotice, { maxLength: 4 }),
      support: fc.record({ link: fc.constantFrom(...URLS), description: fc.constantFrom(...GUIDES) }),
      type: fc.constantFrom('custom', 'oauth2'),
      name: fc.constantFrom(...NAMES),
    });
    let compared = 0;
    await holds(fc.tuple(config, edited), async ([parts, accountId]) => {
      const { sent, refused } = await peaceful(
        { 'GET /hub/connectors/:id': { config: { key: 'k', ...parts } } },
        { accountId },
      );
      expect(sent.length > 0 || refused).toBe(true);
      const keys = parts.configFields.map(({ key }) => key);
      for (const { text, filled } of sent) {
        const { credentials } = JSON.parse(text) as { readonly credentials: object };
        for (const key of Object.keys(credentials)) expect(keys).toContain(key);
        compared += filled.length;
        for (const id of filled) expect(Object.keys(credentials)).toContain(keys[Number(id.slice(1))]);
      }
    });
    expect(compared).toBeGreaterThan(0);
  });
});
