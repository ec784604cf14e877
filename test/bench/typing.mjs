/** The worst keystroke, from the key to the frame that shows all that it changed. */
import { median, openPage, SLOW, whenShown } from './browser.mjs';

const RUNS = 3;
const QUIET = 250;
const AT_MOST = 50;
const TIMES_FLOOR = 2;
const QUERY = 'novaforce';
const APPS = ['floor', 'component', 'element'];

export async function measureTyping({ browser, address, progress }) {
  const rows = [];
  for (const connectors of [200, 2_000, 10_000]) {
    const found = await repeated((id) => typeInSearch(browser, address(id, `bench-${connectors}`)));
    rows.push(
      ...compared(
        `keystroke in the search, ${connectors.toLocaleString('en')} connectors`,
        found,
        connectors,
      ),
    );
    progress(`typing, ${connectors} connectors`);
  }
  const form = await repeated((id) => typeInForm(browser, address(id, 'bench-form')));
  rows.push(...compared('keystroke in a form of 200 fields', form));
  progress('typing, a form of 200 fields');
  return rows;
}

/** Interleaved; of each app the median of its runs' worst keystrokes. */
async function repeated(type) {
  const runs = new Map(APPS.map((id) => [id, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const id of APPS) runs.get(id).push(await type(id));
  }
  return Object.fromEntries(
    [...runs].map(([id, all]) => [
      id,
      { milliseconds: median(all.map(({ milliseconds }) => milliseconds)), nodes: all[0].nodes },
    ]),
  );
}

async function typeInSearch(browser, url) {
  const { page, cdp, close } = await openPage(browser);
  await page.goto(url);
  await whenShown(page);
  // A user does not type in the first second, and what is fetched ahead is there by then.
  await page.waitForLoadState('networkidle');
  await page.locator('input').first().click();
  return worst(page, cdp, close, QUERY);
}

async function typeInForm(browser, url) {
  const { page, cdp, close } = await openPage(browser);
  await page.goto(url);
  await page.getByLabel('Field 100', { exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Field 100', { exact: true }).click();
  return worst(page, cdp, close, 'something');
}

async function worst(page, cdp, close, text) {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
  const times = [];
  for (const key of [...text, ...Array.from(text, () => 'Backspace')]) {
    await page.evaluate((quiet) => {
      instruments.pressed = instruments.keystroke(quiet);
    }, QUIET);
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => instruments.pressed));
  }
  const nodes = await page.evaluate(() => {
    const count = (root) =>
      Array.from(root.querySelectorAll('*')).reduce(
        (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0),
        0,
      );
    return count(document.body);
  });
  await close();
  return { milliseconds: Math.max(...times), nodes };
}

function compared(name, found, connectors) {
  const floor = found.floor.milliseconds;
  const limit = Math.max(AT_MOST, TIMES_FLOOR * floor);
  return APPS.map((id) => ({
    name: `${name}: ${id}`,
    app: id,
    connectors,
    milliseconds: found[id].milliseconds,
    nodes: found[id].nodes,
    ...(id !== 'floor' && { value: found[id].milliseconds, limit, unit: 'ms' }),
  }));
}

/** What is in the page grows with what is seen. */
export function nodesRow(rows) {
  const nodesAt = (connectors) =>
    rows.find((row) => row.app === 'component' && row.connectors === connectors && row.nodes)?.nodes;
  return {
    name: 'elements in the page at 10,000 connectors',
    value: nodesAt(10_000) / nodesAt(200),
    limit: 2,
    unit: '× those at 200',
  };
}
