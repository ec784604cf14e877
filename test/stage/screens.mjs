import { SIGN_INS } from './sign-ins.mjs';

/**
 * Every screen of the hub, as a session and what a user does to get there. `npm run screenshots` takes their
 * pictures; add a screen here when there is a new one. They are found by what the hub is made of rather than by its
 * words, as it is looked at in every language; the words of the sandbox's forms are English in all of them.
 *
 * @typedef {object} Shot
 * @property {string} name
 * @property {string} token
 * @property {Record<string, string>} [more] what the address says besides.
 * @property {string} [userAgent] as which browser.
 * @property {(page: import('playwright-core').Page) => Promise<unknown>} [act]
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

const shows = (selector) => (page) => page.locator(selector).first().waitFor();
const clicks = (selector) => (page) => page.locator(selector).first().click();

/** @type {readonly Shot[]} */
export const SCREENS = [
  { name: 'loading', token: 'sandbox:slow', act: (page) => page.locator('.hub-skeleton').waitFor() },
  { name: 'picker', token: 'sandbox:create' },
  {
    name: 'picker-category',
    token: 'sandbox:create',
    act: clicks('.hub-category:nth-child(3)'),
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
      await clicks('button[type=submit]')(page);
      await shows('.hub-problem')(page);
    },
  },
  { name: 'form-every-field', token: 'sandbox:fields' },
  { name: 'form-edit', token: 'sandbox:edit' },
  {
    name: 'form-edit-replacing',
    token: 'sandbox:edit',
    act: clicks('.hub-input-row > button:last-child:not([data-kind=quiet])'),
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
      await shows('button[data-busy]')(page);
    },
  },
  {
    name: 'form-closing',
    token: 'sandbox:single',
    act: async (page) => {
      await page.locator('input').first().fill('acme');
      await clicks('.hub-header button:last-child')(page);
      await page.getByRole('alertdialog').waitFor();
    },
  },
  ...SIGN_INS,
  {
    name: 'success',
    token: 'sandbox:create',
    act: async (page) => {
      await openBambooHr(page);
      await connect(page, 'a-key-that-works');
      await shows('.hub-medallion[data-tone=success]')(page);
    },
  },
  { name: 'expired', token: 'sandbox:expired', act: shows('.hub-medallion') },
  { name: 'refused-token', token: 'sandbox:invalid', act: shows('.hub-medallion') },
  { name: 'forbidden', token: 'sandbox:forbidden', act: shows('.hub-medallion') },
  { name: 'empty', token: 'sandbox:empty', act: shows('.hub-medallion') },
  { name: 'down', token: 'sandbox:down', act: shows('.hub-medallion') },
  { name: 'connector-gone', token: 'sandbox:gone', act: shows('.hub-medallion') },
];
