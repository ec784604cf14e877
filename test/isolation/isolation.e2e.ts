import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeShared, launchBrowser, shared } from '../e2e/browser.js';
import type { Listening } from '../server/listen.js';
import { tracesOn, watchTraces } from '../surfaces/traces.js';
import { startSite } from './site.js';

/** How many hubs come and go; `npm run test:all` has more of them, and takes its time. */
const PASSING = Number(process.env['CONNECT_HUB_PASSING'] ?? 24);
const HELD = Number(process.env['CONNECT_HUB_MOUNTS'] ?? 40);
const LONG = 600_000;

/**
 * Hubs that come and go: on a page in StrictMode, which mounts each twice, and as elements. In some of them something is
 * done meanwhile, see pages/rounds.ts.
 */

let site: Listening;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await closeShared();
  await site.close();
});

/** Of React, to whoever develops. */
const ADVICE = /Download the React DevTools/;

interface Opened {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** What the page said, on its console or by failing. */
  readonly said: readonly string[];
}

async function open(name: string, scene: (opened: Opened) => Promise<void>, watched = true): Promise<void> {
  const context = await (await shared(launchBrowser)).newContext();
  try {
    if (watched) await watchTraces(context);
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (!ADVICE.test(message.text())) said.push(message.text());
    });
    page.on('pageerror', ({ message }) => void said.push(message));
    await page.goto(`${site.url}/test/isolation/pages/${name}.html`);
    await page.locator('html[data-ready]').waitFor();
    await scene({ page, said, devtools: await context.newCDPSession(page) });
  } finally {
    await context.close();
  }
}

const play = (page: Page, count: number): Promise<void> =>
  page.evaluate((rounds) => playRounds(rounds), count);

interface Kept {
  readonly heap: number;
  readonly documents: number;
  readonly nodes: number;
  readonly jsEventListeners: number;
}

/** What is still held after everything that nobody needs has been thrown away. */
async function kept(devtools: CDPSession): Promise<Kept> {
  // A weak reference lets go in the turn after.
  for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return { heap: usedSize, ...(await devtools.send('Memory.getDOMCounters')) };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/** Compiled code and what browsers learn of it, however often it runs; ten hubs that are held are more. */
const MAX_GROWTH = 1_000_000;

describe.each(['component', 'element'])('%s', (door) => {
  test(
    `the page is as it was before ${PASSING} hubs came and went`,
    () =>
      open(door, async ({ page, said }) => {
        const before = await tracesOn(page);
        await play(page, PASSING);
        // React's own: one listener for a document, however many roots come and go.
        const after = { ...before, listeners: ['selectionchange on HTMLDocument'] };
        await expect.poll(() => tracesOn(page), { timeout: 10_000 }).toEqual(after);
        expect(said).toEqual([]);
      }),
    LONG,
  );

  test(
    `nothing is held of ${HELD} hubs that came and went`,
    () =>
      open(
        door,
        async ({ page, devtools }) => {
          // What is made once is there by then.
          await play(page, 16);
          const looks: Kept[] = [];
          for (let look = 0; look < 6; look++) {
            if (look > 0) await play(page, HELD / 5);
            looks.push(await kept(devtools));
          }
          // React may hold the last one until there is another: the least of several looks is what stays.
          const [early, late] = [looks.slice(0, 3), looks.slice(3)];
          for (const what of ['documents', 'nodes', 'jsEventListeners'] as const) {
            const least = (some: readonly Kept[]) => Math.min(...some.map((look) => look[what]));
            expect(least(late), what).toBe(least(early));
          }
          const heap = (some: readonly Kept[]) => median(some.map((look) => look.heap));
          expect(heap(late) - heap(early)).toBeLessThan(MAX_GROWTH);
        },
        false,
      ),
    LONG,
  );
});

test('what a hub may not leave behind would be seen', () =>
  open('component', async ({ page }) => {
    const before = await tracesOn(page);
    await page.addScriptTag({
      content: `window.left = 1; Array.prototype.left = () => 1; history.pushState({}, ''); document.body.className = 'left';
        localStorage.left = 1;`,
    });
    const { globals, builtIns, history, markup, stored } = await tracesOn(page);
    expect(globals).toEqual([...before.globals, 'left'].toSorted());
    expect(builtIns).toEqual(['Array.prototype.left']);
    expect(history.length).toBe(before.history.length + 1);
    expect(markup).toContain('class="left"');
    expect(stored).toEqual(['left']);
  }));
