import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeStage, openStage, screenshot, type Stage } from './harness.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ viewport: { width: 1440, height: 960 } });
  await stage.page.goto(stage.urls.playground);
});
afterEach(() => closeStage(stage));

test('an account is connected, is there after a reload, and is edited', async () => {
  const { page, problems } = stage;
  await page.getByRole('button', { name: 'Connect', exact: true }).click();

  await page.getByRole('combobox', { name: 'Search by name or category' }).fill('bamboo');
  await screenshot(page, 'playground-picker');
  await page.keyboard.press('Enter');
  await page.getByLabel('BambooHR subdomain').fill('acme');
  await page.getByLabel('API key', { exact: true }).fill(stage.secret);
  await screenshot(page, 'playground-form');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
  await page.getByRole('button', { name: 'Done' }).click();

  await page.reload();
  const edit = page
    .getByRole('listitem')
    .filter({ hasText: 'BambooHR' })
    .getByRole('button', { name: 'Edit' });
  await edit.waitFor();
  await screenshot(page, 'playground-connected');

  await edit.click();
  const subdomain = page.getByLabel('BambooHR subdomain');
  await subdomain.waitFor();
  expect(await subdomain.inputValue()).toBe('acme');
  await subdomain.fill('acme-north');
  await screenshot(page, 'playground-edit');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('heading', { name: 'Your changes to BambooHR are saved' }).waitFor();
  await page.getByRole('button', { name: 'Done' }).click();

  const accounts = await (
    await fetch(`${stage.urls.playground}/api/accounts?origin_owner_id=acme-corp`)
  ).json();
  expect(accounts).toHaveLength(1);
  expect(accounts[0]).toMatchObject({ provider: 'bamboohr', setup_information: { subdomain: 'acme-north' } });
  expect(problems).toEqual([]);
});

test('an answer lost on the line: trying again makes no second account', async () => {
  const { page, urls } = stage;
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('combobox', { name: 'Search by name or category' }).fill('bamboohr');
  await page.keyboard.press('Enter');
  await page.getByLabel('BambooHR subdomain').fill('acme');
  await page.getByLabel('API key', { exact: true }).fill('lost');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();

  const accounts = await (await fetch(`${urls.playground}/api/accounts?origin_owner_id=acme-corp`)).json();
  expect(accounts).toHaveLength(1);
});
