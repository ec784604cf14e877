/**
 * `npm run bench`: measures what the package costs beside a bare React page and beside its peers, each built as an
 * app's author would, in one Chromium against one stub API. Ratios and counts are held against limits; a time alone
 * says more about the machine than about the hub. Writes test-results/bench.json, and with `--write` the table and
 * the chart that the README shows.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { main, prepare, ROOT } from '../../scripts/setup.mjs';

await main(async () => {
  prepare();
  const { APPS, buildApps, hasPeers, serveApps } = await import('./apps.mjs');
  const { openBrowser, SLOW } = await import('./browser.mjs');
  const { startStub } = await import('./stub.mjs');
  const { measureStart, measureRoundTrips } = await import('./start.mjs');
  const { measureTyping, nodesRow } = await import('./typing.mjs');
  const { measureSmooth } = await import('./smooth.mjs');
  const { measureQuiet } = await import('./quiet.mjs');
  const { measureWeights } = await import('./weight.mjs');
  const { print, write } = await import('./report.mjs');

  const began = performance.now();
  const progress = (what) =>
    console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${what}`);
  const apps = hasPeers() ? APPS : APPS.filter(({ from }) => from !== 'peer');
  if (apps.length < APPS.length) console.log('The peers are not installed (npm ci in test/peers): not run.');

  // What is packed is what the sources are now.
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const built = await buildApps(apps);
  progress('built');
  const [pages, api, browser] = await Promise.all([serveApps(built.folder), startStub(), openBrowser()]);
  const address = (id, token) => `${pages.url}/${id}/?api=${encodeURIComponent(api.url)}&token=${token}`;
  const context = { browser, address, apps, progress };
  try {
    const rows = [...(await measureWeights(context))];
    rows.push(...(await measureStart(context)), ...(await measureRoundTrips(context)));
    const typing = await measureTyping(context);
    rows.push(
      ...typing,
      nodesRow(typing),
      ...(await measureSmooth(context)),
      ...(await measureQuiet(context)),
    );
    const report = {
      machine: `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, Chromium ${browser.version()}`,
      slowed: `CPU ${SLOW.cpu}× slower, ${SLOW.megabits} Mbit/s, ${SLOW.latency} ms`,
      seconds: Math.round((performance.now() - began) / 1000),
      rows,
    };
    mkdirSync(join(ROOT, 'test-results'), { recursive: true });
    writeFileSync(join(ROOT, 'test-results', 'bench.json'), `${JSON.stringify(report, undefined, 2)}\n`);
    print(report);
    if (process.argv.includes('--write')) write(report);
    process.exitCode = rows.every(({ value, limit }) => limit === undefined || value <= limit) ? 0 : 1;
  } finally {
    await browser.close();
    await Promise.all([pages.close(), api.close()]);
    built.dispose();
  }
});
