import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { HINT } from '../../src/hub/hint.js';
import { connecting } from '../authorize/support/connecting.js';
import { putIntoFrames } from '../authorize/support/frames.js';
import { loadSignIn } from '../authorize/support/page.js';
import { openServer, PAGES } from '../authorize/support/server.js';
import { seconds, useSteadyTime } from '../authorize/support/watching.js';

/** What a developer reads on the console where the frame around the hub is in the way: each hint once for all. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

interface Around {
  readonly frame: string | null;
  /** No window opens. */
  readonly blocked?: boolean;
  /** This page may send no forms. */
  readonly confined?: boolean;
}

/** What is written while a user tries twice, and waits for long each time. */
async function written({ frame, blocked = false, confined = false }: Around): Promise<readonly string[]> {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const others = (['log', 'info', 'error', 'debug'] as const).map((method) => vi.spyOn(console, method));
  putIntoFrames(frame);
  if (confined) vi.spyOn(HTMLFormElement.prototype, 'requestSubmit').mockImplementation(() => undefined);
  for (let times = 0; times < 2; times += 1) {
    const { page } = await connecting({ server: openServer({ extensions: PAGES }), blocked });
    await seconds(30);
    await page.leave();
  }
  for (const other of others) expect(other).not.toHaveBeenCalled();
  expect(document.querySelector('form')).toBeNull();
  return warn.mock.calls.map(([words]) => String(words));
}

it.each<readonly [string, Around, RegExp]>([
  [
    'a sandbox that allows no windows',
    { frame: 'allow-scripts', blocked: true },
    /cannot open: the sandbox of the frame around this page lacks "allow-popups"\.$/,
  ],
  [
    'a frame that nobody can look at, and no window',
    { frame: 'foreign', blocked: true },
    /did not open, .* if it has a sandbox, that needs "allow-popups"\.$/,
  ],
  [
    'a sandbox that keeps the windows it opens',
    { frame: 'allow-scripts allow-popups' },
    /lacks "allow-popups-to-escape-sandbox"\.$/,
  ],
  [
    'a frame that nobody can look at, and a window that gets nowhere in what must be its sandbox',
    { frame: 'foreign', confined: true },
    /does not go on, .* that needs "allow-popups-to-escape-sandbox"\.$/,
  ],
])('of %s', async (_, around, words) => {
  const hints = await written(around);
  expect(hints).toHaveLength(1);
  expect(hints[0]).toMatch(words);
  expect(hints[0]?.startsWith(`${HINT} `)).toBe(true);
});

it.each<readonly [string, Around]>([
  ['a frame without a sandbox', { frame: null }],
  ['a blocker in a frame without a sandbox', { frame: null, blocked: true }],
  [
    'a blocker in a sandbox that allows all it takes',
    { frame: 'allow-popups allow-popups-to-escape-sandbox', blocked: true },
  ],
  ['a slow user in a frame that nobody can look at', { frame: 'foreign' }],
])('nothing of %s', async (_, around) => {
  expect(await written(around)).toEqual([]);
});
