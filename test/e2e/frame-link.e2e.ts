import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HubOptions } from '../../src/index.js';
import { notRun } from './browser.js';
import { type FrameStage, type FrameStageOptions, openFrameStage } from './frame-stage.js';
import { closeStage, screenshot } from './harness.js';
import { accounts, allow, continueButton, fillForm, isConnected, leave, WORKDAY } from './steps.js';

/** The hosted page on its own, behind a link that somebody was sent. */

/**
 * A link has to hold the token: it is there until the page takes it out. Chromium notes what a tab was sent to for
 * itself, where neither pages nor people see it.
 */
const IN_THE_LINK = '(an address that a window or a frame had|the history)';

let stage: FrameStage;
let except: RegExp;
beforeEach(() => {
  except = new RegExp(`^${IN_THE_LINK}$`);
});
afterEach(() => closeStage(stage, except));

const BAMBOO = { provider: 'bamboohr', categories: ['hris'], origin_username: 'avery@acme.example' };

/** Opens the link of a session. */
async function openLink(session: object = BAMBOO, options: FrameStageOptions = {}): Promise<Page> {
  stage = await openFrameStage(options);
  const { page, config } = stage;
  config.returnUrl ??= `${stage.shop}/orders?from=hub`;
  await follow(linkOf(await stage.token(session)));
  return page;
}

/** Clicks on the link in a mail. */
async function follow(link: string): Promise<void> {
  const mail = `<!doctype html><title>Mail</title><a href="${link}">Connect</a>`;
  const answer = async () => new Response(mail, { headers: { 'content-type': 'text/html' } });
  await stage.page.goto(await stage.site('mail', answer));
  await stage.page.getByRole('link', { name: 'Connect' }).click();
  await stage.page.waitForURL(`${stage.hosted}/**`);
}

const linkOf = (token: string): string => `${stage.hosted}/#token=${encodeURIComponent(token)}`;

/** Where the page led, and with what. */
async function cameBack(page: Page): Promise<Record<string, string>> {
  await page.waitForURL(`${stage.shop}/orders**`);
  return Object.fromEntries(new URL(page.url()).searchParams);
}

const agree = (page: Page) => page.getByRole('button', { name: 'Continue', exact: true }).click();

async function connect(page: Page): Promise<void> {
  await page.getByLabel('BambooHR subdomain').fill('acme');
  await page.getByLabel('API key', { exact: true }).fill(stage.secret);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
}

describe('a link', () => {
  test('with a slash too many is taken out of the address like any other', async () => {
    stage = await openFrameStage({});
    await follow(`${stage.hosted}//#token=${await stage.token(BAMBOO)}`);
    await stage.page.waitForURL(`${stage.hosted}//`);
    await stage.page.getByRole('heading', { name: 'Connect an account for Acme Corp' }).waitFor();
    expect(stage.problems).toEqual([]);
  });

  test('is taken out of the address at once, and names who asks before anything can be typed', async () => {
    const page = await openLink();
    expect(page.url()).toBe(`${stage.hosted}/`);
    await page.getByRole('heading', { name: 'Connect an account for Acme Corp' }).waitFor();
    // Each by itself: not every language has a space between sentences.
    await page.getByText('Harbour asks you to connect an account of yours.', { exact: true }).waitFor();
    await page.getByText('It will be used for Acme Corp (avery@acme.example).', { exact: true }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByLabel('BambooHR subdomain').isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[inert]'))).toBeNull();
    await screenshot(page, 'link-question');
    await agree(page);
    await page.getByLabel('BambooHR subdomain').waitFor();
    await screenshot(page, 'link-form');
    expect(stage.problems).toEqual([]);
    const devtools = await page.context().newCDPSession(page);
    const { entries } = await devtools.send('Page.getNavigationHistory');
    expect(entries.map(({ url }) => url).join(' ')).not.toContain('token');
    expect(await page.evaluate(() => JSON.stringify([history.state, Object.entries(sessionStorage)]))).toBe(
      '[null,[]]',
    );
  });

  test('leads back with the account that was connected', async () => {
    const page = await openLink();
    await agree(page);
    await connect(page);
    await page.getByRole('button', { name: 'Done' }).click();
    const [account] = await accounts(stage);
    expect(await cameBack(page)).toEqual({ from: 'hub', status: 'success', account_id: account?.id });
    await page.goBack().catch(() => undefined);
    expect(page.url()).not.toContain('token');
  });

  test.each([
    [
      'before anything was shown',
      async (page: Page) => page.getByRole('button', { name: 'Not now' }).click(),
    ],
    [
      'in the form',
      async (page: Page) => {
        await agree(page);
        await page.getByRole('button', { name: 'Close' }).click();
      },
    ],
  ])('leads back also where it is left %s', async (_, leaveIt) => {
    const page = await openLink();
    await leaveIt(page);
    expect(await cameBack(page)).toEqual({ from: 'hub', status: 'cancelled' });
  });

  test.each([
    ['has expired', 'sandbox:expired', 'This link has expired'],
    ['is not valid', 'sandbox:invalid', 'This link does not work'],
    ['has lost its end', 'sandb', 'This link does not work'],
  ])('that %s says so in plain words, and leads back', async (_, token, title) => {
    stage = await openFrameStage();
    stage.config.returnUrl = `${stage.shop}/orders`;
    const { page } = stage;
    await follow(linkOf(token));
    await page.getByRole('heading', { name: title }).waitFor();
    if (token === 'sandbox:expired') await screenshot(page, 'link-expired');
    await page.getByRole('button', { name: 'Close' }).last().click();
    expect(await cameBack(page)).toEqual({ status: 'error' });
  });

  test('to a page without a way back ends there', async () => {
    const page = await openLink(BAMBOO, { config: { returnUrl: '' } });
    delete (stage.config as { returnUrl?: string }).returnUrl;
    await follow(linkOf(await stage.token(BAMBOO)));
    await page.getByRole('heading', { name: 'Connect an account for Acme Corp' }).waitFor();
    expect(await page.getByRole('button', { name: 'Not now' }).count()).toBe(0);
    await agree(page);
    await connect(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: 'You can close this page.' }).waitFor();
  });

  test('is gone when the page is loaded again, which says what to do', async () => {
    const page = await openLink();
    await page.getByRole('heading', { name: 'Connect an account for Acme Corp' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Please open your link again' }).waitFor();
    await screenshot(page, 'link-missing');
    await page.getByRole('button', { name: 'Back to Harbour' }).click();
    expect(await cameBack(page)).toEqual({ from: 'hub', status: 'error' });
  });

  test('that is opened in the same tab takes the place of the last: for another owner it asks again', async () => {
    const page = await openLink();
    await agree(page);
    await page.getByLabel('BambooHR subdomain').fill('acme');
    await page.goto(linkOf(await stage.token(BAMBOO)));
    await page.getByRole('textbox', { name: 'BambooHR subdomain' }).waitFor();
    expect(await page.getByLabel('BambooHR subdomain').inputValue()).toBe('acme');
    const other = { ...BAMBOO, origin_owner_id: 'other', origin_owner_name: 'Other Ltd' };
    await page.goto(linkOf(await stage.token(other)));
    await page.getByRole('heading', { name: 'Connect an account for Other Ltd' }).waitFor();
    await agree(page);
    expect(await page.getByLabel('BambooHR subdomain').inputValue()).toBe('');
    expect(page.url()).toBe(`${stage.hosted}/`);
  });

  test('in the address of a frame is nobody’s', async () => {
    stage = await openFrameStage({ hostedHeaders: {} });
    const token = await stage.token(BAMBOO);
    const body = `<!doctype html><title>Page</title><iframe src="${linkOf(token)}"></iframe>`;
    const host = await stage.site(
      'shop2',
      async () => new Response(body, { headers: { 'content-type': 'text/html' } }),
    );
    const paths: string[] = [];
    stage.hear(({ url }) => void paths.push(url));
    await stage.page.goto(host);
    await stage.page.waitForLoadState('networkidle');
    expect(paths).toEqual([]);
    expect(await stage.page.frameLocator('iframe').locator('.hub').count()).toBe(0);
  });

  test('is read in the reader’s language', async () => {
    const page = await openLink(BAMBOO, { locale: 'de-DE' });
    await page.getByRole('heading', { name: 'Konto für Acme Corp verbinden' }).waitFor();
    await page.getByText('Harbour bittet Sie, eines Ihrer Konten zu verbinden.').waitFor();
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await page.getByRole('heading', { name: 'BambooHR verbinden' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });

  test('on a phone fills the screen', async () => {
    const page = await openLink(BAMBOO, { viewport: { width: 360, height: 740 } });
    await page.getByRole('heading', { name: 'Connect an account for Acme Corp' }).waitFor();
    await screenshot(page, 'link-question-360');
    await agree(page);
    await page.getByLabel('BambooHR subdomain').waitFor();
    await screenshot(page, 'link-form-360');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
  });
});

/** What the hub takes from its host, and what others have taken from addresses. */
const OPTIONS = Object.keys({
  token: true,
  getToken: true,
  baseUrl: true,
  appUrl: true,
  fetch: true,
  accountId: true,
  theme: true,
  height: true,
  locale: true,
  messages: true,
  onSuccess: true,
  onError: true,
  onClose: true,
  onEvent: true,
} satisfies Record<keyof HubOptions, true>);
const ELSEWHERE = `
  apiURL apiUrl api_url api base_url host hostedUrl server origin allowedOrigins config hub session_token session name
  returnUrl return_url redirect_uri next url script css theme.css hub.json __proto__ constructor confirm attempt code state
`.match(/\S+/g) as string[];

describe('a page without a link', () => {
  test('says what it needs, in friendly words', async () => {
    stage = await openFrameStage();
    await stage.page.goto(`${stage.hosted}/`);
    await stage.page.getByRole('heading', { name: 'Please open your link again' }).waitFor();
    expect(stage.problems).toEqual([]);
  });

  test('takes nothing out of its address: no token, no server, no way back', async () => {
    stage = await openFrameStage();
    const evil = 'https://evil.test';
    const names = new Set([...OPTIONS, ...Object.keys(stage.config), ...ELSEWHERE]);
    const query = `?${Array.from(names, (name) => `${name}=${encodeURIComponent(evil)}`).join('&')}`;
    const asked: string[] = [];
    stage.context.on('request', (request) => void asked.push(new URL(request.url()).origin));
    await stage.page.goto(`${stage.hosted}/${query}#baseUrl=${evil}&returnUrl=${evil}`);
    await stage.page.getByRole('heading', { name: 'Please open your link again' }).waitFor();
    await stage.page.goto(`${stage.hosted}/${query}#token=sandbox:single&baseUrl=${evil}`);
    await stage.page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
    expect(new Set(asked)).toEqual(new Set([stage.hosted, stage.urls.sandbox]));
  });
});

/** The form behind a sign-in link, agreed to be one's own. */
async function openForm(): Promise<Page> {
  stage = await openFrameStage({ realBrowser: true });
  const return_url = `${stage.hosted}/connect-return.html`;
  await follow(linkOf(await stage.token({ provider: WORKDAY.provider, return_url })));
  await agree(stage.page);
  return stage.page;
}

describe.skipIf(notRun)(`signing in behind a link${notRun}`, () => {
  test('connects the account in a window', async () => {
    const page = await openForm();
    await allow(await leave(stage, page));
    await isConnected(page);
    expect(await accounts(stage)).toHaveLength(1);
  });

  test('connects the account in the same tab, which comes back with what it needs and keeps nothing of it', async () => {
    const page = await openForm();
    await page.evaluate(() => {
      window.open = () => null;
    });
    await fillForm(page, stage);
    await continueButton(page).click();
    await page.getByRole('button', { name: 'Continue in this tab' }).click();
    await allow(page);
    await page.waitForURL(`${stage.hosted}/**`);
    await isConnected(page);
    expect(await accounts(stage)).toHaveLength(1);
    expect(page.url()).toBe(`${stage.hosted}/`);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).toBe('[]');
    await page.reload();
    await page.getByRole('heading', { name: 'Please open your link again' }).waitFor();
    // The token waited in the tab's own storage for the way back, and nowhere else.
    except = new RegExp(`^(?:${IN_THE_LINK}|a storage)$`);
  });
});
