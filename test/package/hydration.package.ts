import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/sandbox.js';
import { folder as served } from '../server/folder.js';
import { listen } from '../server/listen.js';
import { browse } from './browser.js';
import { published } from './contents.js';
import { evaluate } from './run.js';

/** The same on the server and in the browser. */
const PAGE = `
  import { createElement, StrictMode } from 'react';
  import { ConnectHub } from 'connect-hub';
  const hub = createElement(ConnectHub, { token: 'sandbox:categories', height: '480px', theme: 'dark' });
  const page = createElement(StrictMode, null, hub);
`;

const ON_THE_SERVER = `
  import { renderToString } from 'react-dom/server';
  ${PAGE}
  console.log(JSON.stringify(renderToString(page)));
`;

const IN_THE_BROWSER = `
  import { hydrateRoot } from 'react-dom/client';
  ${PAGE}
  const rendered = document.querySelector('.hub');
  hydrateRoot(document.getElementById('root'), page);
  globalThis.isKept = () => rendered !== null && rendered === document.querySelector('.hub');
`;

test.each([
  ['18', published.hosts.oldest],
  ['19', published.hosts.newest],
])('with React %s a browser brings to life what the server rendered, as it is', async (_, host) => {
  const { result: html } = await evaluate(host, ON_THE_SERVER);
  const sandbox = createSandbox();
  const site = await listen(served(await buildPage(host, String(html))));
  try {
    const problems = await browse(
      site.url,
      (request) => sandbox.fetch(request),
      async (page) => {
        await page.getByRole('option', { name: 'BambooHR' }).click();
        await page.getByRole('heading', { name: 'Connect BambooHR' }).waitFor();
        expect(await page.evaluate(() => (globalThis as unknown as { isKept: () => boolean }).isKept())).toBe(
          true,
        );
      },
    );
    expect(problems).toEqual([]);
  } finally {
    await site.close();
  }
});

/** With React's development build, which says what a production build would bear in silence. */
async function buildPage(host: string, html: string): Promise<string> {
  const root = mkdtempSync(join(host, 'page-'));
  writeFileSync(join(root, 'main.js'), IN_THE_BROWSER);
  writeFileSync(
    join(root, 'index.html'),
    `<!doctype html><link rel="icon" href="data:,"><div id="root">${html}</div>` +
      `<script type="module" src="./main.js"></script>`,
  );
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { minify: false },
  });
  return join(root, 'dist');
}
