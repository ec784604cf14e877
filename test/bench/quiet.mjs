/** What a hub costs that nobody touches: nothing. */
import { openPage, whenShown } from './browser.mjs';

const WATCHED = 5_000;
const MEGABYTE = 1024 * 1024;
const OVER_FLOOR = 12;
/** The measure's own noise. */
const LEFT = 0.25;
/** The hub's code, which stays compiled: the floor has next to none. */
const CODE = 2;

export async function measureQuiet({ browser, address, progress }) {
  const rows = [...(await idle(browser, address)), ...(await authorizing(browser, address))];
  progress('idle');
  rows.push(...(await memory(browser, address)));
  progress('memory');
  return rows;
}

/** Counts timers as they are set, and calls as they are made. */
const count = () => {
  window.counted = { timers: 0, calls: 0 };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const original = window[name];
    window[name] = (...args) => {
      window.counted.timers += 1;
      return original.apply(window, args);
    };
  }
  const fetch = window.fetch.bind(window);
  window.fetch = (...args) => {
    window.counted.calls += 1;
    return fetch(...args);
  };
};

const IDLE = [
  { on: 'the list', token: 'bench-200' },
  { on: 'a form', token: 'bench-200', go: openForm },
  { on: 'the list, hidden', token: 'bench-10000', go: hide },
];

async function idle(browser, address) {
  const rows = [];
  for (const { on, token, go } of IDLE) {
    const { page, close } = await openPage(browser);
    await page.goto(address('component', token));
    await whenShown(page);
    await page.waitForLoadState('networkidle');
    await go?.(page);
    await page.evaluate(count);
    await page.waitForTimeout(WATCHED);
    const { timers, calls } = await page.evaluate(() => window.counted);
    await close();
    const name = `timers set and calls made in 5 idle seconds, ${on}`;
    rows.push({ name, value: timers + calls, limit: 0, unit: '' });
  }
  return rows;
}

async function openForm(page) {
  await page.getByText('Aardvark People').first().click();
  await page.getByLabel('Domain').waitFor();
  await page.waitForLoadState('networkidle');
}

async function hide(page) {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

async function authorizing(browser, address) {
  const { page, close } = await openPage(browser);
  let calls = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') calls += 1;
  });
  await page.goto(address('component', 'bench-oauth'));
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^Continue/ }).click();
  await opened;
  calls = 0;
  await page.waitForTimeout(WATCHED);
  const seen = calls;
  await hide(page);
  calls = 0;
  await page.waitForTimeout(2 * WATCHED);
  const hidden = calls;
  await close();
  return [
    // The making of the attempt is one of them: the window is there before it.
    { name: 'calls in 5 seconds of a sign-in, one every 2 seconds', value: seen, limit: 4, unit: '' },
    { name: 'calls in 10 seconds of a sign-in in a hidden page', value: hidden, limit: 2, unit: '' },
  ];
}

async function memory(browser, address) {
  const found = {};
  for (const id of ['floor', 'component']) {
    const { page, cdp, close } = await openPage(browser);
    await page.goto(address(id, 'bench-10000'));
    await whenShown(page);
    await page.waitForLoadState('networkidle');
    const mounted = await heap(cdp);
    await remount(page, 0);
    const after = await heap(cdp);
    // The first few leave compiled code and the browser's own caches behind; what grows after them is a leak.
    await remount(page, 6);
    const warm = await heap(cdp);
    await remount(page, 12);
    found[id] = { mounted, after, left: (await heap(cdp)) - warm };
    await close();
  }
  const over = (kind) => (found.component[kind] - found.floor[kind]) / MEGABYTE;
  return [
    {
      name: 'memory with 10,000 connectors, over the floor',
      value: over('mounted'),
      limit: OVER_FLOOR,
      unit: 'MB',
    },
    {
      name: 'memory that twelve more mounts leave behind',
      value: found.component.left / MEGABYTE,
      limit: LEFT,
      unit: 'MB',
    },
    { name: 'memory after unmount, over the floor', value: over('after'), limit: CODE, unit: 'MB' },
  ];
}

/** Unmounts, and then mounts and unmounts so many times more. */
async function remount(page, times) {
  await page.evaluate(() => window.bench.unmount());
  for (let time = 0; time < times; time++) {
    await page.evaluate(() => window.bench.mount());
    await page.getByText('Aardvark People').first().waitFor();
    await page.evaluate(() => window.bench.unmount());
  }
}

async function heap(cdp) {
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}
