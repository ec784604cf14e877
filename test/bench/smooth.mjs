/** Nothing that the user does stops the page for longer than a blink, and nothing jumps. */
import { openPage, SLOW, whenShown } from './browser.mjs';

const LONGEST = 50;
const SCROLL = { distance: 30_000, speed: 3_000 };

export async function measureSmooth({ browser, address, progress }) {
  const rows = [];
  for (const connectors of [200, 10_000]) rows.push(...(await tasks(browser, address, connectors)));
  rows.push(...(await shifts(browser, address)));
  progress('steps');
  rows.push(await scrolling(browser, address, 1), await scrolling(browser, address, SLOW.cpu));
  progress('scrolling');
  return rows;
}

async function tasks(browser, address, connectors) {
  const { page, cdp, close } = await openPage(browser);
  await page.goto(address('component', `bench-${connectors}`));
  await whenShown(page);
  await page.waitForLoadState('networkidle');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
  const longest = async (name, act, isDone) => {
    const from = await page.evaluate(() => performance.now());
    await act();
    // Nothing that looks around in the page, which would be a long task itself.
    while (!(await page.evaluate(isDone))) await page.waitForTimeout(50);
    await settled(page);
    const value = await page.evaluate(
      (since) =>
        Math.max(
          0,
          ...instruments.longTasks.filter((task) => task.startTime >= since).map((task) => task.duration),
        ),
      from,
    );
    const title = `longest task, ${name}, ${connectors.toLocaleString('en')} connectors`;
    return { name: title, value, limit: LONGEST, unit: 'ms' };
  };
  const press = (selector) => page.evaluate((wanted) => document.querySelector(wanted).click(), selector);
  const rows = [
    await longest(
      'opening a provider',
      () => press('[role=option]'),
      () => document.querySelector('.hub form input') !== null,
    ),
    await longest(
      'going back',
      () => press('.hub-header button:has([data-icon=back])'),
      () => document.querySelector('[role=option]') !== null,
    ),
    await longest(
      'another theme',
      () => page.evaluate(() => window.bench.set({ theme: 'dark' })),
      () => document.querySelector('.hub').dataset.theme === 'dark',
    ),
    await longest(
      'another language',
      () => page.evaluate(() => window.bench.set({ locale: 'de' })),
      () => document.querySelector('.hub').lang === 'de',
    ),
  ];
  await close();
  return rows;
}

/** Two frames without a change, and a moment in which the browser has nothing to do. */
const settled = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 2_000 })),
        ),
      ),
  );

async function shifts(browser, address) {
  const rows = [];
  for (const id of ['component', 'element']) {
    const { page, close } = await openPage(browser, { cpu: SLOW.cpu, network: true });
    await page.goto(address(id, 'bench-200'), { waitUntil: 'commit' });
    await whenShown(page);
    await page.waitForLoadState('networkidle');
    // By script: half a second after a real click the browser holds every shift for wanted.
    await page
      .getByText('Aardvark People')
      .first()
      .evaluate((name) => name.click());
    await page.getByLabel('Domain').waitFor();
    await settled(page);
    const value = await page.evaluate(() => instruments.shifts.reduce((sum, shift) => sum + shift, 0));
    rows.push({ name: `layout shift, skeleton to list to form: ${id}`, value, limit: 0, unit: '' });
    await close();
  }
  return rows;
}

/** @param cpu so many times slower. A browser that draws without a graphics card loses frames then by itself: no limit. */
async function scrolling(browser, address, cpu) {
  const { page, cdp, close } = await openPage(browser);
  await page.goto(address('component', 'bench-10000'));
  await whenShown(page);
  await page.waitForLoadState('networkidle');
  const row = await page.getByText('Aardvark People').first().boundingBox();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.evaluate(() => {
    const frames = [];
    const note = (now) => {
      frames.push(now);
      if (!window.scrolled) requestAnimationFrame(note);
    };
    window.frames60 = frames;
    requestAnimationFrame(note);
  });
  await cdp.send('Input.synthesizeScrollGesture', {
    x: row.x + 40,
    y: row.y + 40,
    yDistance: -SCROLL.distance,
    speed: SCROLL.speed,
    gestureSourceType: 'mouse',
  });
  const gaps = await page.evaluate(() => {
    window.scrolled = true;
    return window.frames60.slice(1).map((now, index) => now - window.frames60[index]);
  });
  await close();
  // A gap of two frames' time has lost one of them.
  const frame = 1000 / 60;
  const lost = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frame) - 1), 0);
  const value = (100 * lost) / (lost + gaps.length);
  const name = 'frames lost, scrolling 10,000 connectors';
  return cpu === 1
    ? { name, value, limit: 2, unit: '%' }
    : { name: `${name}, CPU ${cpu}× slower`, value, unit: '%' };
}
