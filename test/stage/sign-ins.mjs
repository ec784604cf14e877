/** The screens of a sign-in at the provider: how it can stand, and how it can end. */

const IN_APP =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

const TROUBLE = 21_000;

const shows = (page, selector) => page.locator(selector).first().waitFor();

const leave = (page) => page.locator('button[type=submit]').click();

/** Once the window is open. */
async function wait(page) {
  await leave(page);
  await shows(page, '.hub-actions > button:nth-child(3)');
}

/** What a popup blocker makes of the call. */
const block = (page) =>
  page.evaluate(() => {
    window.open = () => null;
  });

const BEST_WAY = '.hub-actions > [data-kind=primary]';

/** The stage once more, in a frame. */
async function frame(page, sandbox) {
  await page.evaluate((permissions) => {
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', permissions);
    element.src = location.href;
    element.style.cssText = 'border: 0; width: 100%; height: 700px';
    document.body.replaceChildren(element);
  }, sandbox);
  return page.frameLocator('iframe');
}

const pending = { status: 'pending', account: null, error: null };
const ended = (code, description = null) => ({
  ...pending,
  status: 'error',
  error: { code, description },
});

const QUESTION = {
  ...pending,
  phase: 'awaiting_confirmation',
  another_account: { display_name: 'kim@acme.example', instead_of: 'avery@acme.example' },
};

const attempt = (answer) => ({ attempt: JSON.stringify(answer) });

/** How a sign-in can end, as the server tells it. */
const ends = (name, answer, act) => ({
  name: `sign-in-${name}`,
  token: 'sandbox:oauth',
  more: attempt(answer),
  act: async (page) => {
    await leave(page);
    await page.getByRole('alert').waitFor();
    await act?.(page);
  },
});

/** A form whose whole tab went to the provider, which said no. */
async function goAndComeBack(page) {
  const stage = page.url();
  await page.route('http://sandbox.localhost/**', (route) => route.fulfill({ body: 'Away' }));
  await page.getByRole('combobox').fill('workday wql');
  await page.keyboard.press('Enter');
  await page.getByLabel('Workday REST API endpoint').fill('https://wd2.workday.com/ccx/api/v1/acme');
  await page.getByLabel('Client ID of the API client').fill('MjRkNTM1');
  await page.locator('input[type=password]').fill('not-kept');
  await leave(page);
  await page.locator(BEST_WAY).click();
  await page.waitForURL('http://sandbox.localhost/**');
  const id = new URL(page.url()).searchParams.get('a');
  const answer = new URLSearchParams(attempt(ended('access_denied')));
  await page.goto(`${stage}&${answer}#attempt=${id}`);
  await page.getByRole('alert').waitFor();
}

/** @type {readonly import('./screens.mjs').Shot[]} */
export const SIGN_INS = [
  { name: 'sign-in', token: 'sandbox:oauth' },
  { name: 'sign-in-waiting', token: 'sandbox:oauth', act: wait },
  {
    name: 'sign-in-stalled',
    token: 'sandbox:oauth',
    act: async (page) => {
      await page.clock.install();
      await wait(page);
      await page.clock.fastForward(TROUBLE);
      await shows(page, '.hub-message .hub-notice');
    },
  },
  {
    name: 'sign-in-offline',
    token: 'sandbox:oauth',
    act: async (page) => {
      await wait(page);
      await page.context().setOffline(true);
    },
  },
  {
    name: 'sign-in-blocked',
    token: 'sandbox:oauth',
    act: async (page) => {
      await block(page);
      await leave(page);
      await shows(page, BEST_WAY);
    },
  },
  {
    name: 'sign-in-frame',
    token: 'sandbox:oauth',
    act: async (page) => {
      const stage = await frame(page, 'allow-scripts allow-same-origin');
      await leave(stage);
      await shows(stage, '.hub-message-text');
    },
  },
  {
    name: 'sign-in-app',
    token: 'sandbox:oauth',
    userAgent: IN_APP,
    act: async (page) => {
      await leave(page);
      await shows(page, BEST_WAY);
    },
  },
  {
    name: 'sign-in-app-plain',
    token: 'sandbox:oauth',
    more: { plain: '' },
    userAgent: IN_APP,
    act: async (page) => {
      await leave(page);
      await shows(page, BEST_WAY);
    },
  },
  {
    name: 'sign-in-other-account',
    token: 'sandbox:oauth-edit',
    more: attempt(QUESTION),
    act: async (page) => {
      await leave(page);
      await shows(page, `${BEST_WAY} + button:last-child`);
    },
  },
  ends('denied', ended('access_denied', 'The user did not agree.')),
  ends(
    'failed',
    ended('provider_error', '<b>upstream</b> said: invalid_scope (crm.objects.contacts.read)'),
    (page) => page.locator('summary').click(),
  ),
  ends('expired', { ...pending, status: 'expired' }),
  ends('cancelled', { ...pending, status: 'cancelled' }),
  ends('other-browser', ended('not_same_browser')),
  ends('connected-already', ended('already_connected', 'avery@acme.example is connected already.')),
  ends('severed', ended('opener_severed')),
  { name: 'sign-in-left', token: 'sandbox:create', userAgent: IN_APP, act: goAndComeBack },
];
