/** From navigation to the first screen on which something can be picked, and the round trips on the way. */
import { median, openPage, SLOW, whenShown } from './browser.mjs';

const SIZES = [
  { connectors: 200, runs: 7, peerRuns: 5, limit: 1.3 },
  { connectors: 2_000, runs: 5, peerRuns: 0, limit: 1.5 },
  { connectors: 10_000, runs: 5, peerRuns: 0, limit: 1.5 },
];
const OURS = ['component', 'element'];
const AGAINST_PEERS = 0.65;

/** @returns rows of the report */
export async function measureStart({ browser, address, apps, progress }) {
  const rows = [];
  for (const { connectors, runs, peerRuns, limit } of SIZES) {
    const times = new Map(apps.map(({ id }) => [id, []]));
    // Interleaved: whatever else the machine does meanwhile, it does to all of them.
    for (let run = 0; run < Math.max(runs, peerRuns); run++) {
      for (const { id, from } of apps) {
        if (run >= (from === 'peer' ? peerRuns : runs)) continue;
        times.get(id).push(await start(browser, address(id, `bench-${connectors}`)));
      }
      progress(`start, ${connectors} connectors, run ${run + 1}`);
    }
    rows.push(...rowsOf(connectors, limit, times));
  }
  return rows;
}

async function start(browser, url) {
  const { page, close } = await openPage(browser, { cpu: SLOW.cpu, network: true });
  await page.goto(url, { waitUntil: 'commit' });
  const time = await whenShown(page);
  await close();
  return time;
}

function rowsOf(connectors, limit, times) {
  const medians = new Map(
    [...times].filter(([, all]) => all.length > 0).map(([id, all]) => [id, median(all)]),
  );
  const floor = medians.get('floor');
  const name = `start, ${connectors.toLocaleString('en')} connectors`;
  const of = (id) => ({ milliseconds: medians.get(id), runs: times.get(id).length });
  const rows = [{ name: `${name}: floor`, app: 'floor', connectors, ...of('floor') }];
  for (const id of OURS) {
    const ratio = medians.get(id) / floor;
    rows.push({
      name: `${name}: ${id}`,
      app: id,
      connectors,
      ...of(id),
      value: ratio,
      limit,
      unit: '× floor',
    });
  }
  const peers = [...medians.keys()].filter((id) => id.startsWith('peer'));
  for (const id of peers) {
    rows.push({
      name: `${name}: @stackone/hub, ${id.slice('peer-'.length)}`,
      app: id,
      connectors,
      ...of(id),
      value: medians.get(id) / floor,
      unit: '× floor',
    });
  }
  if (peers.length > 0) {
    const best = Math.min(...peers.map((id) => medians.get(id)));
    for (const id of OURS) {
      rows.push({
        name: `${name}: ${id} against the best of @stackone/hub`,
        value: medians.get(id) / best,
        limit: AGAINST_PEERS,
        unit: '× theirs',
      });
    }
  }
  return rows;
}

/** Calls that wait for one another, by what the page itself can see: one that begins when another has ended. */
const CASES = [
  { name: 'round trips to the list', token: 'bench-200', limit: 1 },
  {
    name: 'round trips from a choice to its form',
    token: 'bench-200',
    pick: true,
    limit: 1,
  },
  {
    name: 'round trips from a choice to its form, where the pointer stayed on it before',
    token: 'bench-200',
    pick: true,
    stay: true,
    limit: 0,
  },
  {
    name: 'round trips to the form of an account, named by the option',
    token: 'bench-edit',
    option: true,
    limit: 2,
  },
  { name: 'round trips to the form of an account, named by the session', token: 'bench-edit', limit: 3 },
];

export async function measureRoundTrips({ browser, address }) {
  const rows = [];
  for (const { name, token, pick, stay, option, limit } of CASES) {
    const { page, close } = await openPage(browser, { network: true });
    await page.goto(`${address('component', token)}${option ? '&account=bench-account' : ''}`);
    if (token === 'bench-edit') await page.getByLabel('Domain').waitFor();
    else await whenShown(page);
    let since = 0;
    if (stay) {
      const details = page.waitForResponse(/\/hub\/connectors\//);
      await page.getByRole('option').first().hover();
      await (await details).finished();
    }
    if (pick) {
      since = await page.evaluate(() => performance.now());
      // The pointer comes from nowhere: nothing could be fetched on its way.
      await page.evaluate(() => document.querySelector('[role=option], li button')?.click());
      await page.getByLabel('Domain').waitFor();
    }
    const calls = await page.evaluate(
      (from) =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => /\/hub\/|connect_sessions/.test(entry.name) && entry.startTime >= from)
          .map(({ startTime, responseEnd }) => ({ startTime, responseEnd })),
      since,
    );
    await close();
    rows.push({ name, value: longestChain(calls), limit, unit: '' });
  }
  return rows;
}

/** How many calls stand one after another on the longest way: the latency that nothing but fewer calls can save. */
function longestChain(calls) {
  const depths = [];
  for (const call of calls.toSorted((one, other) => one.startTime - other.startTime)) {
    const before = depths.filter(({ responseEnd }) => responseEnd <= call.startTime);
    depths.push({ ...call, depth: 1 + Math.max(0, ...before.map(({ depth }) => depth)) });
  }
  return Math.max(0, ...depths.map(({ depth }) => depth));
}
