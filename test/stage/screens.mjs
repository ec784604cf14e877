/**
 * Every screen of the hub, as a session and what a user does to get there. `npm run screenshots` takes their
 * pictures; add a screen here when there is a new one.
 *
 * @typedef {{ name: string, token: string, act?: (page: import('playwright-core').Page) => Promise<unknown> }} Shot
 */

const search = (page, words) => page.getByRole('combobox').fill(words);

async function openBambooHr(page) {
  await search(page, 'bamboohr');
  await page.keyboard.press('Enter');
  await page.getByLabel('BambooHR subdomain').waitFor();
}

async function connect(page, key) {
  const subdomain = page.locator('input:not([type=password])').first();
  await subdomain.fill('acme');
  await page.locator('input[type=password]').first().fill(key);
  await page.keyboard.press('Enter');
}

const refusedWith = (key) => async (page) => {
  await connect(page, key);
  await page.getByRole('alert').waitFor();
};

const said = (words) => (page) => page.getByText(words).first().waitFor();

/** @type {readonly Shot[]} */
export const SCREENS = [
  { name: 'loading', token: 'sandbox:slow', act: (page) => page.locator('.hub-skeleton').waitFor() },
  { name: 'picker', token: 'sandbox:create' },
  {
    name: 'picker-category',
    token: 'sandbox:create',
    act: (page) =>
      page
        .getByRole('button', { name: /HR systems \d|^HR systems/ })
        .first()
        .click(),
  },
  { name: 'picker-search', token: 'sandbox:create', act: (page) => search(page, 'gsuite') },
  { name: 'picker-nothing', token: 'sandbox:create', act: (page) => search(page, 'xqzvk') },
  { name: 'picker-few', token: 'sandbox:categories' },
  { name: 'picker-connected', token: 'sandbox:connected' },
  { name: 'picker-test', token: 'sandbox:test' },
  { name: 'picker-hostile', token: 'sandbox:hostile' },
  { name: 'form', token: 'sandbox:create', act: openBambooHr },
  {
    name: 'form-problems',
    token: 'sandbox:create',
    act: async (page) => {
      await openBambooHr(page);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('Please fill this in.').first().waitFor();
    },
  },
  { name: 'form-every-field', token: 'sandbox:fields' },
  { name: 'form-edit', token: 'sandbox:edit' },
  {
    name: 'form-edit-replacing',
    token: 'sandbox:edit',
    act: (page) =>
      page
        .getByRole('button', { name: /^Replace/ })
        .first()
        .click(),
  },
  { name: 'form-field-refused', token: 'sandbox:single', act: refusedWith('invalid') },
  {
    name: 'form-refused',
    token: 'sandbox:single',
    act: async (page) => {
      await refusedWith('refused')(page);
      await page.locator('summary').click();
    },
  },
  { name: 'form-rate-limited', token: 'sandbox:single', act: refusedWith('rate-limited') },
  { name: 'form-unsure', token: 'sandbox:single', act: refusedWith('boom') },
  {
    name: 'form-submitting',
    token: 'sandbox:single',
    act: async (page) => {
      await connect(page, 'slow');
      await page.getByText('Connecting…').waitFor();
    },
  },
  {
    name: 'form-closing',
    token: 'sandbox:single',
    act: async (page) => {
      await page.locator('input').first().fill('acme');
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  { name: 'sign-in', token: 'sandbox:oauth' },
  {
    name: 'sign-in-waiting',
    token: 'sandbox:oauth',
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.getByRole('button', { name: 'Show window' }).waitFor();
    },
  },
  {
    name: 'success',
    token: 'sandbox:create',
    act: async (page) => {
      await openBambooHr(page);
      await connect(page, 'a-key-that-works');
      await page.getByText('BambooHR is connected').waitFor();
    },
  },
  { name: 'expired', token: 'sandbox:expired', act: said('Your session has expired') },
  { name: 'refused-token', token: 'sandbox:invalid', act: said('This session is not valid') },
  { name: 'forbidden', token: 'sandbox:forbidden', act: said('You do not have access') },
  { name: 'empty', token: 'sandbox:empty', act: said('There is nothing to connect yet') },
  { name: 'down', token: 'sandbox:down', act: said('Something went wrong on our side') },
  { name: 'connector-gone', token: 'sandbox:gone', act: said('no longer available') },
];
