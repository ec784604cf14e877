/** The parts of the hub that come after the first screen: late, or not at all. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gate } from '../support/gate.js';
import { openStage, type Stage } from './harness.js';
import { WORKDAY } from './steps.js';

const SEARCH = /\/search-[\w-]+\.js$/;
const SIGN_IN = /\/authorizing-[\w-]+\.js$/;
const FORM = /\/FormFlow-[\w-]+\.js$/;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const openPicker = async (): Promise<void> => {
  await stage.page.goto(stage.urls.playground);
  await stage.page.getByRole('button', { name: 'Connect', exact: true }).click();
  await search().waitFor();
};

const search = () => stage.page.getByRole('combobox', { name: 'Search by name or category' });
const list = () => stage.page.getByRole('listbox', { name: 'What you can connect' });
const row = (name: RegExp) => list().getByRole('option', { name }).first();
const chosenRow = () => list().getByRole('option', { selected: true });
const said = (words: string | RegExp) => stage.page.getByRole('status').filter({ hasText: words });

/** Holds back what the page asks for; it comes when the test says so. */
async function holdBack(part: RegExp): Promise<() => void> {
  const held = gate();
  await stage.page.route(part, async (route) => {
    await held.opened;
    await route.continue();
  });
  return held.open;
}

test('until the search is there, names are found, and nothing is said to be missing', async () => {
  const letCome = await holdBack(SEARCH);
  await openPicker();
  await search().fill('bamboo');
  await row(/BambooHR/).waitFor();

  await search().fill('gsuite');
  await stage.page.getByText('Loading…').waitFor();
  await stage.page.keyboard.press('Enter');
  letCome();
  await row(/Google Workspace/).waitFor();
  await said(/^\d+ results?$/).waitFor();
  expect(await search().evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await search().inputValue()).toBe('gsuite');
});

test('a row that was chosen stays chosen when the search comes and knows a better order', async () => {
  const letCome = await holdBack(SEARCH);
  await openPicker();
  await search().fill('workday');
  await chosenRow().filter({ hasText: 'Workday' }).waitFor();
  await stage.page.keyboard.press('ArrowDown');
  await chosenRow().filter({ hasText: 'Workday (OAuth)' }).waitFor();
  const chosen = await chosenRow().getAttribute('id');
  letCome();
  await list().locator('[aria-posinset="2"]', { hasText: 'Workday ATS' }).waitFor();
  await said(/^\d+ results$/).waitFor();
  expect(await chosenRow().getAttribute('id')).toBe(chosen);
});

test('without the search, names are found all the same; the next letter asks for it again', async () => {
  await stage.page.route(SEARCH, (route) => route.abort());
  await openPicker();
  await search().fill('bamboo');
  await row(/BambooHR/).waitFor();
  await search().fill('gsuite');
  await stage.page.getByRole('heading', { name: 'Nothing matches “gsuite”' }).waitFor();

  await stage.page.unroute(SEARCH);
  await search().fill('gsuit');
  await row(/Google Workspace/).waitFor();
});

test('a form that did not come is asked for again', async () => {
  await stage.page.route(FORM, (route) => route.abort());
  await openPicker();
  await row(/15Five/).click();
  await stage.page.getByRole('heading', { name: 'We could not load this form.' }).waitFor();
  await stage.page.unroute(FORM);
  await stage.page.getByRole('button', { name: 'Try again' }).click();
  await stage.page.getByRole('heading', { name: /^Connect / }).waitFor();
});

test('a sign-in that did not come is asked for again, and until then there is the way back', async () => {
  await stage.page.route(SIGN_IN, (route) => route.abort());
  await openPicker();
  await search().fill(WORKDAY.name);
  await row(/^Workday WQL \(OAuth\)/).click();
  await stage.page.getByRole('heading', { name: 'We could not load this form.' }).waitFor();
  await stage.page.getByRole('button', { name: 'Back' }).click();
  await row(/^Workday WQL \(OAuth\)/).click();
  await stage.page.getByRole('heading', { name: 'We could not load this form.' }).waitFor();
  await stage.page.unroute(SIGN_IN);
  await stage.page.getByRole('button', { name: 'Try again' }).click();
  await stage.page.getByRole('button', { name: `Continue to ${WORKDAY.name}` }).waitFor();
});
