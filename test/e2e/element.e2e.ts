import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { folder } from '../server/folder.js';
import { API_KEY } from '../server/main.js';
import { elementFiles } from './element-files.js';
import { closeStage, forNode, openStage, screenshot, type Stage, type StageOptions } from './harness.js';
import { accounts, allow, isConnected, leave, toldBy, WORKDAY } from './steps.js';

/** The files of the element as they are published, on the page of a product that allows as little as it can. */

const runFile = promisify(execFile);

const file = (name: string): Promise<string> => readFile(join(elementFiles(), name), 'utf8');

let stage: Stage;

interface Product extends StageOptions {
  /** What its sessions are for. */
  readonly session?: object;
}

/** Opens a page of the product, whose backend makes the sessions. */
async function openProduct(page: 'module' | 'classic' | 'both', product: Product = {}): Promise<Page> {
  const { session, ...options } = product;
  stage = await openStage({ crossSite: true, viewport: { width: 900, height: 800 }, ...options });
  const { sandbox } = stage.urls;
  const headers = {
    'content-security-policy':
      `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${sandbox}; ` +
      `img-src 'self' ${sandbox} https: data:; require-trusted-types-for 'script'`,
  };
  const own = folder(join(import.meta.dirname, 'element'), headers);
  const published = folder(elementFiles(), headers);
  const origin = await stage.site('product', async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/token') return Response.json(await newToken(origin, session));
    const answer = await own(request);
    if (answer.status === 404) return published(request);
    if (!pathname.endsWith('.html')) return answer;
    return new Response((await answer.text()).replace('{api}', sandbox), { headers: answer.headers });
  });
  await stage.page.goto(`${origin}/${page}.html`);
  return stage.page;
}

/** Of a session that its backend makes. */
async function newToken(origin: string, session: object = {}): Promise<string> {
  const owner = { origin_owner_id: 'acme-corp', origin_owner_name: 'Acme Corp' };
  const answer = await fetch(`${forNode(stage.urls.sandbox)}/connect_sessions`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${API_KEY}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...owner, allowed_origins: [origin], ...session }),
  });
  return ((await answer.json()) as { readonly token: string }).token;
}

/** What the page's policy did not let pass. */
const refusedOn = (page: Page): Promise<unknown> =>
  page.evaluate(() => (window as unknown as { readonly refused: readonly string[] }).refused);

const scriptsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );

async function connectBambooHr(page: Page): Promise<void> {
  await page.getByRole('combobox').fill('bamboohr');
  await page.keyboard.press('Enter');
  await page.getByLabel('BambooHR subdomain').fill('acme');
  await page.getByLabel('API key', { exact: true }).fill(stage.secret);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
}

describe.each(['module', 'classic'] as const)(
  'under the strictest policy, as a %s script, the element',
  (page) => {
    afterEach(() => closeStage(stage));

    test('connects an account, and nothing is refused', async () => {
      const product = await openProduct(page);
      await connectBambooHr(product);
      await screenshot(product, `element-${page}`);
      const button = product.getByRole('button', { name: 'Done' });
      expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
        'rgb(11, 122, 92)',
      );
      await button.click();
      await product.getByText('You can close this now.').waitFor();
      const [made] = await accounts(stage);
      expect(toldBy(stage, 'onSuccess')).toMatchObject([
        { id: made?.id, provider: 'bamboohr', mode: 'created' },
      ]);
      expect(toldBy(stage, 'onClose')).toMatchObject([{ reason: 'done' }]);
      expect(await refusedOn(product)).toEqual([]);
      expect(stage.problems).toEqual([]);
    });

    test('signs in at a provider', async () => {
      const product = await openProduct(page, { session: { provider: WORKDAY.provider } });
      await allow(await leave(stage));
      await isConnected(product);
      expect(await accounts(stage)).toHaveLength(1);
      expect(await refusedOn(product)).toEqual([]);
    });
  },
);

test('the check itself sees what a policy refuses', async () => {
  const page = await openProduct('module');
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
  });
  await expect.poll(() => refusedOn(page)).toEqual([expect.stringMatching(/^style-src-attr /)]);
  await closeStage(stage);
});

describe('the element', () => {
  afterEach(() => closeStage(stage));

  test('as a module speaks the reader’s language, which is a part of its own', async () => {
    const page = await openProduct('module', { locale: 'de-DE' });
    await page.getByRole('heading', { name: 'Konto verbinden' }).waitFor();
    expect(await scriptsOf(page)).toContainEqual(expect.stringMatching(/^\/element\/de-/));
  });

  test('as a classic script is one file, in English', async () => {
    const page = await openProduct('classic', { locale: 'de-DE' });
    await connectBambooHr(page);
    expect((await scriptsOf(page)).toSorted()).toEqual(['/element.global.js', '/host.js']);
  });

  test('is defined once, by the first of several scripts', async () => {
    const page = await openProduct('both');
    await connectBambooHr(page);
    expect(await page.locator('connect-hub').count()).toBe(1);
    expect(stage.problems).toEqual([]);
  });
});

/** Those of a script that was made small. */
const IMPORT =
  /\b(?:import|export)\s*(?:[\w{}\s,*$]+?\bfrom\s*)?["']([^"']+)["']|\bimport\(\s*["'`]([^"'`]+)["'`]/g;

describe('the files', () => {
  test('of the classic script are one, that evaluates nothing and imports nothing', async () => {
    const code = await file('element.global.js');
    expect(() => new Script(code)).not.toThrow();
    expect(code).not.toMatch(/\bimport\s*\(|\beval\s*\(|\bnew Function\b|\bFunction\s*\(/);
  });

  test('of the module evaluate nothing and import one another alone', async () => {
    const chunks = (await readdir(join(elementFiles(), 'element'))).map((name) => `element/${name}`);
    const imports: unknown[] = [];
    for (const name of ['element.js', ...chunks]) {
      const code = await file(name);
      expect(code).not.toMatch(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(/);
      imports.push(...Array.from(code.matchAll(IMPORT), ([, now, later]) => now ?? later));
    }
    expect(imports).toContainEqual(expect.stringMatching(/FormFlow/));
    // The entry is nobody's import: a page may load it by an address of its own making, and would have it twice.
    for (const path of imports) expect(path).toMatch(/^\.\/(?:element\/)?[\w-]+\.js$/);
  });

  test('of both name the licences of what is in them', async () => {
    const licences = await file('element.licenses.md');
    for (const name of ['react', 'react-dom', 'react-hook-form', 'zod', '@tanstack/query-core']) {
      expect(licences).toMatch(new RegExp(`^#+ .*${name}`, 'm'));
    }
  });

  test.each(['element.js', 'element.global.js'])(
    '%s can be run by a server, where it does nothing',
    async (name) => {
      const load = `await import(${JSON.stringify(join(elementFiles(), name))}); console.log(typeof customElements)`;
      const { stdout, stderr } = await runFile(process.execPath, ['--input-type=module', '-e', load]);
      expect(stdout.trim()).toBe('undefined');
      expect(stderr).not.toContain('Error');
    },
  );
});
