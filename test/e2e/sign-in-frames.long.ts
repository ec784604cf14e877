import type { FrameLocator } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { notRun } from './browser.js';
import { closeStage, openSignInStage, screenshot, type Stage, type StageOptions } from './harness.js';
import {
  accounts,
  allow,
  continueButton,
  fillForm,
  isConnected,
  isWaiting,
  leave,
  SEVERED,
  signIn,
  toldBy,
  WORKDAY,
} from './steps.js';

/** The product's page in a frame, in a browser that keeps the sites of its pages and frames apart. */

let stage: Stage;
afterEach(() => closeStage(stage));

interface Framing extends StageOptions {
  /** Of the frame: its `sandbox`, say. */
  readonly attributes?: string;
  /** Of the page around it. */
  readonly headers?: Record<string, string>;
  /** Sign-ins come back at the page around it, which shows the product's return page in a frame. */
  readonly returnsToTop?: boolean;
}

const html = (body: string, headers: Record<string, string> = {}): Response =>
  new Response(`<!doctype html><title>Portal</title>${body}`, {
    headers: { 'content-type': 'text/html', ...headers },
  });

/** What a portal has for products that it frames. */
const returnPage = (product: string): string => `
  <iframe title="Back from your sign-in"></iframe>
  <script>
    document.querySelector('iframe').src = '${product}/connect-return.html' + location.hash;
    history.replaceState(null, '', location.pathname);
  </script>`;

/** The product's page, framed by the portal, which is another site. */
async function openFramed(framing: Framing = {}): Promise<FrameLocator> {
  const { attributes = '', headers, returnsToTop, ...options } = framing;
  stage = await openSignInStage(options);
  const { page, urls } = stage;
  let product = '';
  const portal = await stage.site('portal', async ({ url }) =>
    new URL(url).pathname === '/return'
      ? html(returnPage(urls.playground))
      : html(`<iframe src="${product}" width="800" height="700" ${attributes}></iframe>`, headers),
  );
  const returns = returnsToTop && { return_url: `${portal}/return` };
  product = stage.host({ provider: WORKDAY.provider, ...returns });
  // Before any page is there: what a test lets pass is passed by every timer.
  await page.clock.install();
  await page.goto(portal);
  return page.frameLocator('iframe');
}

/** A window that its page has no hold on counts as blocked until the server has seen it, on a busy machine for a while. */
const otherErrors = (): readonly unknown[] =>
  toldBy(stage, 'onError').filter((error) => (error as { code: string }).code !== 'popup_blocked');

const COOP = { 'cross-origin-opener-policy': 'same-origin' };

describe.skipIf(notRun)(`in a frame of another site’s page${notRun}`, () => {
  test.each<[string, Framing]>([
    ['', {}],
    [' at a provider that cuts its windows off', { provider: { coop: 'same-origin' } }],
    [
      ' where the page around keeps its windows to itself, and leads back into the frame',
      { headers: COOP, returnsToTop: true },
    ],
  ])('a sign-in connects the account%s', async (_, framing) => {
    const hub = await openFramed(framing);
    await allow(await leave(stage, hub));
    await isConnected(hub);
    expect(await accounts(stage)).toHaveLength(1);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(otherErrors()).toEqual([]);
  });

  test.each<[string, Framing]>([
    ['a page that keeps its windows to itself', { headers: COOP }],
    ['a frame without credentials', { attributes: 'credentialless' }],
  ])('a sign-in that cannot come back into %s says so, and is taken back', async (_, framing) => {
    const hub = await openFramed(framing);
    const popup = await leave(stage, hub);
    await allow(popup);
    await popup.getByText('Go back to the page where you started.').waitFor();
    await hub.getByText('Finishing…').waitFor();
    await stage.page.clock.fastForward(20_000);
    await hub.getByText(SEVERED).waitFor();
    expect(otherErrors()).toEqual([{ code: 'opener_severed', recoverable: true }]);
    expect(await accounts(stage)).toEqual([]);
  });
});

const sandboxed = (...permissions: string[]): string =>
  `sandbox="allow-scripts allow-same-origin ${permissions.join(' ')}"`;

describe.skipIf(notRun)(`in a frame with a sandbox${notRun}`, () => {
  test('that allows no windows, it says whom to tell, and the sign-in can be cancelled', async () => {
    const hub = await openFramed({ attributes: sandboxed('allow-forms') });
    await fillForm(hub, stage);
    const hinted = stage.page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith('[connect-hub]'),
    });
    await continueButton(hub).click();
    await hub.getByText('If nothing opens, please tell your administrator.').waitFor();
    await screenshot(stage.page, 'sign-in-sandboxed');
    expect((await hinted).text()).toContain('"allow-popups"');
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'popup_blocked', recoverable: true }]);
    expect(await hub.getByRole('button', { name: 'Continue in this tab' }).count()).toBe(0);
    await hub.getByRole('link', { name: `Open ${WORKDAY.name}` }).click();
    await hub.getByRole('button', { name: 'Cancel' }).click();
    await continueButton(hub).waitFor();
    expect(stage.context.pages()).toHaveLength(1);
    expect(await accounts(stage)).toEqual([]);
  });

  test('that allows no windows, where the hub can see that, it names what is missing', async () => {
    stage = await openSignInStage();
    const { page, urls } = stage;
    const address = stage.host({ provider: WORKDAY.provider });
    const body = `<iframe src="${address}" width="800" height="700" ${sandboxed('allow-forms')}></iframe>`;
    await page.route('**/around', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${urls.playground}/around`);
    const hub = page.frameLocator('iframe');
    await fillForm(hub, stage);
    const hinted = page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith('[connect-hub]'),
    });
    await continueButton(hub).click();
    await hub.getByText('the frame around this page has to allow pop-ups').waitFor();
    expect((await hinted).text()).toContain('the sandbox of the frame around this page lacks "allow-popups"');
    expect(await hub.getByRole('link', { name: `Open ${WORKDAY.name}` }).count()).toBe(0);
    await hub.getByRole('button', { name: 'Cancel' }).click();
    await continueButton(hub).waitFor();
  });

  test('that its windows cannot leave, where no form can be sent, there is help after a while, and it can be cancelled', async () => {
    const hub = await openFramed({ attributes: sandboxed('allow-popups') });
    const hinted = stage.page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith('[connect-hub]'),
    });
    const popup = await leave(stage, hub);
    const kept = stage.context.waitForEvent('console', {
      predicate: (message) => message.text().startsWith('Blocked form submission'),
    });
    await signIn(popup);
    await kept;
    await isWaiting(hub);
    // From the answer on that tells that the window is at the provider.
    const helped = async () => {
      await stage.page.clock.fastForward(20_000);
      return hub.getByText('Having trouble?').isVisible();
    };
    await expect.poll(helped, { interval: 500 }).toBe(true);
    expect((await hinted).text()).toContain('"allow-popups-to-escape-sandbox"');
    await hub.getByRole('button', { name: 'Open again' }).waitFor();
    await hub.getByRole('button', { name: 'Cancel' }).click();
    await continueButton(hub).waitFor();
    expect(await accounts(stage)).toEqual([]);
  });

  test.each([
    ['its windows cannot leave, where forms can be sent', ['allow-forms', 'allow-popups']],
    ['its windows leave', ['allow-forms', 'allow-popups', 'allow-popups-to-escape-sandbox']],
    ['its windows leave, where no form can be sent', ['allow-popups', 'allow-popups-to-escape-sandbox']],
  ])('that %s, a sign-in connects the account', async (_, permissions) => {
    const hub = await openFramed({ attributes: sandboxed(...permissions) });
    await allow(await leave(stage, hub));
    await isConnected(hub);
    expect(await accounts(stage)).toHaveLength(1);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
  });
});
