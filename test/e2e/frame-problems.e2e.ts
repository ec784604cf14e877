import { afterEach, describe, expect, test } from 'vitest';
import {
  closeFrameStage,
  type FrameStage,
  inFrame,
  looseEnds,
  openFrameStage,
  openInline,
  openModal,
  visit,
} from './frame-stage.js';
import { screenshot } from './harness.js';
import { toldBy } from './steps.js';

/** What is wrong is said in words and to the host, by whichever side knows it. */

let stage: FrameStage;
afterEach(() => closeFrameStage(stage));

const MISCONFIGURED = { code: 'config_error', recoverable: false };
const errors = () => toldBy(stage, 'onError');

describe('options', () => {
  test.each([
    ['a misspelled one', { tokn: 'x' }, 'There is no option "tokn".'],
    ['one of the wrong kind', { theme: 'blue' }, 'Option "theme" must be "light", "dark" or "system".'],
    [
      'an address that is the page’s',
      { baseUrl: 'https://evil.test' },
      'Option "baseUrl" stands in the hub.json',
    ],
    ['another that is the page’s', { appUrl: 'https://evil.test' }, 'Option "appUrl" stands in the hub.json'],
    ['two ways to a token', { token: 'x', getToken: true }, 'Option "getToken" must be a function'],
    ['a height of a dialog', { height: '300px' }, 'Option "height" is for mountHub'],
  ])('%s: the page says so in its frame, and makes no request', async (_, given, words) => {
    stage = await openFrameStage();
    await visit(stage);
    const paths: string[] = [];
    stage.hear(({ url }) => void paths.push(url));
    const hub = await openModal(stage, given);
    await hub.getByText(words).waitFor();
    await expect.poll(errors).toEqual([MISCONFIGURED]);
    expect(paths).toEqual([]);
  });

  test.each(['', 'connect', '//hub.test', 'javascript:alert(1)', 'data:text/html,x'])(
    'the address %j of the page: the loader itself says so, and loads nothing',
    async (hostedUrl) => {
      stage = await openFrameStage();
      await visit(stage);
      await stage.page.evaluate((url) => shop.mountHub({ hostedUrl: url }), hostedUrl);
      await stage.page.getByText('Option "hostedUrl" must be an https URL.').waitFor();
      await expect.poll(errors).toEqual([MISCONFIGURED]);
      expect(stage.page.frames()).toHaveLength(1);
    },
  );

  test('what cannot be sent: the loader itself says so, and goes on once it is mended', async () => {
    stage = await openFrameStage({ session: { provider: 'bamboohr', categories: ['hris'] } });
    await visit(stage);
    await stage.page.evaluate((hostedUrl) => {
      const messages: Record<string, unknown> = {};
      messages['action.close'] = messages;
      shop.mountHub({ hostedUrl, messages });
    }, `${stage.hosted}/`);
    await stage.page.getByText('Options must be JSON.').waitFor();
    await expect.poll(errors).toEqual([MISCONFIGURED]);
    await stage.page.evaluate(() => shop.hub.update({ messages: undefined }));
    await inFrame(stage.page).getByLabel('BambooHR subdomain').waitFor();
    expect(stage.problems).toEqual([]);
  });

  test('a place that is none: a dialog says so, and can be closed', async () => {
    stage = await openFrameStage();
    await visit(stage);
    const before = await looseEnds(stage.page);
    await stage.page.evaluate((hostedUrl) => shop.mountHub({ hostedUrl }, null), `${stage.hosted}/`);
    await stage.page.getByText('mountHub needs an element.').waitFor();
    await expect.poll(errors).toEqual([MISCONFIGURED]);
    await stage.page.getByRole('button', { name: 'Close' }).click();
    expect(await stage.page.evaluate(() => shop.results)).toEqual([{ reason: 'cancelled', accounts: [] }]);
    expect(await looseEnds(stage.page)).toEqual(before);
  });

  test('that are mended by an update go on', async () => {
    stage = await openFrameStage({ session: { provider: 'bamboohr', categories: ['hris'] } });
    await visit(stage);
    const hub = await openInline(stage, { theme: 'blue' });
    await hub.getByText('Option "theme" must be').waitFor();
    await stage.page.evaluate(() => shop.hub.update({ theme: 'light' }));
    await hub.getByLabel('BambooHR subdomain').waitFor();
  });

  test('a page at another address, after the first was wrong', async () => {
    stage = await openFrameStage({ session: { provider: 'bamboohr', categories: ['hris'] } });
    await visit(stage);
    await openModal(stage, { hostedUrl: 'nowhere' });
    await stage.page.getByText('Option "hostedUrl" must be').waitFor();
    await stage.page.evaluate((hostedUrl) => shop.hub.update({ hostedUrl }), `${stage.hosted}/`);
    await inFrame(stage.page).getByLabel('BambooHR subdomain').waitFor();
  });
});

describe('the page', () => {
  test('that never answers: the loader says so after ten seconds, and tries again', async () => {
    stage = await openFrameStage({ session: { provider: 'bamboohr', categories: ['hris'] } });
    await stage.page.clock.install();
    await visit(stage);
    let answers = false;
    // Neither an answer nor an error: what a slow network looks like.
    await stage.context.route(`${stage.hosted}/`, (route) => (answers ? route.continue() : undefined));
    await openModal(stage);
    await stage.page.clock.fastForward(9_000);
    expect(errors()).toEqual([]);
    await stage.page.clock.fastForward(2_000);
    await stage.page.getByText('We could not load this form.').waitFor();
    await screenshot(stage.page, 'modal-unreachable');
    expect(errors()).toEqual([{ code: 'network_unreachable', recoverable: true }]);
    answers = true;
    await stage.page.getByRole('button', { name: 'Try again' }).click();
    await inFrame(stage.page).getByLabel('BambooHR subdomain').waitFor();
    expect(await stage.page.getByText('We could not load this form.').count()).toBe(0);
  });

  test.each([
    ['nothing', 404, '', 'hub.json is missing beside this page: its server answered 404.'],
    ['no JSON', 200, '<html>', 'hub.json must be a JSON object.'],
    ['no origins', 200, '{}', 'hub.json: "allowedOrigins" must be a list of origins'],
    ['a wildcard', 200, '{"allowedOrigins":["https://*.example.com"]}', 'hub.json: "allowedOrigins" must be'],
  ])('whose configuration is %s says so, and the host hears of it', async (_, status, body, words) => {
    stage = await openFrameStage();
    await visit(stage);
    await stage.context.route(`${stage.hosted}/hub.json`, (route) => route.fulfill({ status, body }));
    const hub = await openModal(stage);
    await hub.getByText(words).waitFor();
    await expect.poll(errors).toEqual([MISCONFIGURED]);
    await stage.page.keyboard.press('Escape');
    await expect
      .poll(() => stage.page.evaluate(() => shop.results))
      .toEqual([{ reason: 'cancelled', accounts: [] }]);
  });

  test('that cannot get its configuration says so, and tries again', async () => {
    stage = await openFrameStage({ session: { provider: 'bamboohr', categories: ['hris'] } });
    await visit(stage);
    let answers = false;
    await stage.context.route(`${stage.hosted}/hub.json`, (route) =>
      answers ? route.continue() : route.abort(),
    );
    const hub = await openModal(stage);
    await hub.getByText('We cannot reach the service').waitFor();
    answers = true;
    await hub.getByRole('button', { name: 'Try again' }).click();
    await hub.getByLabel('BambooHR subdomain').waitFor();
  });
});
