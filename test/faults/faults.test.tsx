/** The table of faults, a test a row. `npx vitest run --project dom test/faults` says how many are green. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSteadyTime } from '../authorize/support/watching.js';
import { authorizeChunk, formChunk, searchChunk } from '../../src/hub/chunks.js';
import { play } from './play.js';
import { ENDPOINTS, type Endpoint, FAULTS, IMPOSSIBLE, ROWS, TABLE } from './table.js';

const rejected: unknown[] = [];
const hear = (reason: unknown): void => void rejected.push(reason);
const said: unknown[] = [];

declare global {
  // React's own switch: what a test does is done, with all that follows from it, before it goes on.
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined;
}

beforeAll(async () => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  process.on('unhandledRejection', hear);
  await Promise.all([authorizeChunk.load(), formChunk.load(), searchChunk.load()]);
});
afterAll(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = undefined;
  process.off('unhandledRejection', hear);
});

beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
  for (const method of ['error', 'warn', 'log', 'info'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void said.push(words));
  }
});
afterEach(() => {
  expect(rejected.splice(0)).toEqual([]);
  expect(said.splice(0)).toEqual([]);
});

let green = 0;
const ENDPOINT_NAMES = Object.keys(ENDPOINTS) as Endpoint[];

describe.each(ENDPOINT_NAMES)('%s', (endpoint) => {
  const rows = ROWS.filter((row) => row.endpoint === endpoint);
  it.each(rows.map((row) => [row.fault, row] as const))('%s', async (_, row) => {
    await play(row);
    green += 1;
  });
});

it('has a row for every fault of every endpoint, but for those that cannot be', () => {
  const cells = ENDPOINT_NAMES.flatMap((endpoint) => Object.keys(FAULTS).map((fault) => [endpoint, fault]));
  expect(ROWS).toHaveLength(cells.length - IMPOSSIBLE.length);
  for (const [endpoint, fault] of IMPOSSIBLE) expect(TABLE[endpoint][fault]).toBeUndefined();
});

afterAll(() => {
  process.stdout.write(`Fault table: ${ROWS.length} rows, ${green} run and green.\n`);
});
