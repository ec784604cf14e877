import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { screenshot } from '../../e2e/harness.js';
import { openSite, outcomeOf, type Site, type Visit } from './site.js';

/** Storybook as people read it: a static site on a plain server, with nothing else to be reached. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('its build asks nobody for anything', () => {
  expect(inject('storybook').wanted).toEqual([]);
  expect(site.stories.length).toBeGreaterThan(200);
});

describe('read in a browser', () => {
  let visit: Visit;
  afterEach(async () => {
    await visit.close();
    expect(visit.elsewhere).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  const open = async (address: string): Promise<Visit> => {
    visit = await site.visit(`?path=/${address}`);
    return visit;
  };

  test.each([
    ['connect-with-an-api-key', 'You can close this now.'],
    ['edit-an-account', 'Your changes to BambooHR are saved'],
    ['sign-in-at-the-provider', 'HubSpot is connected'],
  ])('the journey %s plays to its end, and its panel shows the steps', async (name, end) => {
    const id = `hub-journeys--${name}`;
    const { page, preview } = await open(`story/${id}`);
    await preview.getByRole('heading', { name: end }).waitFor();
    const frame = page.frame({ url: /iframe\.html/ });
    expect(frame && (await outcomeOf(frame, id))).toBe('success');
    await page.getByRole('tab', { name: /^Interactions/ }).click();
    await page.getByText('Pass', { exact: true }).waitFor();
    await screenshot(page, `storybook-${name}`);
  });

  test('the toolbar turns a story into a theme, a language and a direction', async () => {
    const { page, preview } = await open('story/screens-picker--three-categories');
    const choose = async (tool: RegExp, option: string) => {
      await page.getByRole('button', { name: tool }).click();
      await page.getByRole('option', { name: option }).click();
    };
    const hub = preview.getByRole('region');
    const looks = () => hub.evaluate(({ dataset, lang, dir }: HTMLElement) => [dataset['theme'], lang, dir]);
    await hub.getByRole('option', { name: /BambooHR/ }).waitFor();
    expect(await looks()).toEqual(['light', 'en', 'ltr']);
    await choose(/^Theme/, 'Dark');
    await expect.poll(looks).toEqual(['dark', 'en', 'ltr']);
    await choose(/^Language/, 'Deutsch');
    await expect.poll(looks).toEqual(['dark', 'de', 'ltr']);
    await choose(/^Language/, 'العربية');
    await expect.poll(looks).toEqual(['dark', 'ar', 'rtl']);
    await choose(/^Direction/, 'Left to right');
    // A hub's direction follows from a language: words stay, and say that they are in one that runs so.
    await expect.poll(looks).toEqual(['dark', 'en', 'ltr']);
    await screenshot(page, 'storybook-toolbar');
  });

  test('a control has a page that says what each of its props is', async () => {
    const { page, preview } = await open('docs/controls-button--docs');
    const rows = preview.getByRole('row');
    await expect(rows.filter({ hasText: 'kind' }).first().textContent()).resolves.toMatch(
      /one primary action a screen.*'secondary'/,
    );
    await expect(rows.filter({ hasText: 'busy' }).first().textContent()).resolves.toMatch(
      /keeps the focus where it is.*false/,
    );
    await preview.getByRole('button', { name: 'Connect', exact: true }).first().waitFor();
    await screenshot(page, 'storybook-docs');
  });
});
