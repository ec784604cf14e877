/** What a hub costs that nobody touches: nothing. */
import { openPage, whenShown } from './browser.mjs';

const WATCHED = 5_000;
const MEGABYTE = 1024 * 1024;
const OVER_FLOOR = 12;
/** The measure's own noise. */
const LEFT = 0.25;

export async function measureQuiet({ browser, address, progress }) {
  const rows = [await idle(browser, address), ...(await authorizing(browser, address))];
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

async function idle(browser, address) {
  const { page, close } = await openPage(browser);
  await page.goto(address('component', 'bench-200'));
  await whenShown(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(count);
  await page.waitForTimeout(WATCHED);
  const { timers, calls } = await page.evaluate(() => window.counted);
  await close();
  return { name: 'timers set and calls made in 5 idle seconds', value: timers + calls, limit: 0, unit: '' };
}

async function authorizing(browser, address) {
  const { page, close } = await openPage(browser);
  let polls = 0;
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().endsWith('/connection_attempts/attempt')) polls += 1;
  });
  await page.goto(address('component', 'bench-oauth'));
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^Continue/ }).click();
  await opened;
  await page.waitForTimeout(WATCHED);
  const seen = polls;
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  polls = 0;
  await page.waitForTimeout(2 * WATCHED);
  const hidden = polls;
  await close();
  return [
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
    { name: 'memory after unmount, over the floor', value: over('after'), limit: 2, unit: 'MB' },
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
