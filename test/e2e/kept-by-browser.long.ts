import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { launchProfile, notRun } from './browser.js';
import { closeStage, openStage, type Stage } from './harness.js';
import { type Servers, startServers } from './servers.js';

/** What a browser keeps by itself of what is typed: in the files of its profile, and of pages that are left. */

const BAMBOO = { provider: 'bamboohr', categories: ['hris'] };
const secretOf = (page: Page) => page.getByLabel('API key', { exact: true });

const canary = (): string => randomBytes(16).toString('hex');

async function type(page: Page, secret: string): Promise<void> {
  await page.getByLabel('BambooHR subdomain').fill('acme');
  await secretOf(page).fill(secret);
  // A revealed secret stands in an input like any other.
  await page.getByRole('button', { name: 'Show API key' }).click();
}

const html = (body: string) => async () =>
  new Response(`<!doctype html><title>Page</title>${body}`, { headers: { 'content-type': 'text/html' } });

/** The files in which a text stands, as it is or in another of the ways in which browsers write. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const found = await Promise.all(
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const content = await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0));
        return forms.some((form) => content.includes(form)) ? [name] : [];
      }),
  );
  return found.flat();
}

describe.skipIf(notRun)(`a browser’s profile${notRun}`, () => {
  const endings: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });

  test('has no secret and no token in any of its files, though it keeps what other pages’ inputs hold', async () => {
    const servers: Servers = await startServers({}, endings);
    const profile = await mkdtemp(join(tmpdir(), 'connect-hub-profile-'));
    endings.push(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    const [sent, left, plain] = [canary(), canary(), canary()];
    const tokens = new Set<string>();
    const plainPage = await servers.site('plain', html('<form><input name="plain"></form>'));

    const context = await launchProfile(profile);
    context.on('request', (request) => {
      const token = request.headers()['x-hub-session-token'];
      if (token) tokens.add(token);
    });
    const page = await context.newPage();
    await page.goto(servers.host(BAMBOO));
    await type(page, sent);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
    await page.goto(servers.host({ ...BAMBOO, origin_owner_id: 'globex' }));
    await type(page, left);
    await page.goto(plainPage);
    await page.getByRole('textbox').fill(plain);
    // What is in a page is written down when it is left.
    await page.goto(await servers.site('next', html('')));
    await context.close();

    expect(tokens.size).toBeGreaterThan(0);
    expect(await filesWith(profile, plain)).not.toEqual([]);
    for (const text of [sent, left, ...tokens]) expect(await filesWith(profile, text)).toEqual([]);
  });
});

describe.skipIf(notRun)(`a page that is left with a half-filled form${notRun}`, () => {
  let stage: Stage;
  afterEach(() => closeStage(stage));

  /** To another page and back, and whether the browser had kept the page as it was. */
  async function leaveAndReturn({ page }: Stage): Promise<boolean> {
    await page.evaluate(() => {
      addEventListener('pageshow', () => Object.assign(window, { isBack: true }));
    });
    await page.evaluate((next) => location.assign(next), await stage.site('next', html('')));
    await page.waitForURL(/next\.localhost/);
    await page.evaluate(() => history.back());
    await page.waitForURL(/127\.0\.0\.1/, { waitUntil: 'commit' });
    await secretOf(page).waitFor();
    return page.evaluate(() => 'isBack' in window);
  }

  test('comes back with all that was typed where the browser keeps pages, and goes on', async () => {
    stage = await openStage({ realBrowser: true });
    const { page, secret } = stage;
    await page.goto(stage.host(BAMBOO));
    await type(page, secret);
    expect(await leaveAndReturn(stage)).toBe(true);
    expect(await secretOf(page).inputValue()).toBe(secret);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
  });

  test('begins anew where it does not, with nothing filled in', async () => {
    stage = await openStage({ realBrowser: true });
    const { page, secret } = stage;
    await page.goto(stage.host(BAMBOO));
    await type(page, secret);
    // A page with such a listener is not kept.
    await page.evaluate(() => addEventListener('unload', () => undefined));
    expect(await leaveAndReturn(stage)).toBe(false);
    expect(await secretOf(page).inputValue()).toBe('');
    expect(await page.getByLabel('BambooHR subdomain').inputValue()).toBe('');
  });
});
