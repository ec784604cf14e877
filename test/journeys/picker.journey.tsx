import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { fill, heading, keys, press, rows } from './user.js';

const SEARCH = 'Search by name or category';

const search = (): Promise<HTMLElement> => screen.findByRole('combobox', { name: SEARCH });

/** The row that Enter would pick, as the search box tells a screen reader. */
const active = async (): Promise<HTMLElement | null> =>
  document.querySelector<HTMLElement>(`[id="${(await search()).getAttribute('aria-activedescendant')}"]`);

test('Enter right after typing picks what was typed, not what the list showed before', async () => {
  mountHub({ token: 'sandbox:create' });
  await search();
  await fill(SEARCH, 'ashby');
  await keys('{Enter}');
  await heading(/^Connect Ashby/);
});

test('keys typed one by one and Enter at once pick the best match', async () => {
  mountHub({ token: 'sandbox:create' });
  await userEvent.click(await search());
  await keys('lattice{Enter}');
  await heading(/^Connect Lattice/);
});

test('the whole list is walked with the keyboard, from the search box', async () => {
  mountHub({ token: 'sandbox:create' });
  await userEvent.click(await search());
  expect(await active()).toBeNull();

  await keys('{ArrowDown}');
  expect(await active()).toHaveAttribute('aria-posinset', '1');
  await keys('{PageDown}{PageDown}{PageDown}{ArrowDown}{ArrowUp}{ArrowUp}');
  await waitFor(async () => expect(await active()).toHaveAttribute('aria-posinset', '24'));
  const row = (await active()) as HTMLElement;
  expect(row).toHaveAttribute('aria-selected', 'true');
  await expect.element(row).toBeInViewport({ ratio: 0.99 });

  await keys('{PageUp}{PageUp}{PageUp}{PageUp}');
  await waitFor(async () => expect(await active()).toHaveAttribute('aria-posinset', '1'));
  await keys('{ArrowDown}{Enter}');
  expect(await heading(/^Connect /)).toBeVisible();
});

test('the list itself takes the keys too', async () => {
  mountHub({ token: 'sandbox:categories' });
  const list = await screen.findByRole('listbox', { name: 'What you can connect' });
  list.focus();
  await keys('{ArrowDown}{ArrowDown}{Enter}');
  await heading('Connect Attio');
});

test('Escape clears the search, and so does its button', async () => {
  mountHub({ token: 'sandbox:categories' });
  await userEvent.click(await search());
  await keys('lever');
  await waitFor(() => expect(rows()).toEqual([expect.stringMatching(/^\w?Lever/)]));
  await keys('{Escape}');
  await waitFor(() => expect(rows()).toHaveLength(9));
  expect(await search()).toHaveValue('');

  await keys('lever');
  await press('Clear search');
  await waitFor(() => expect(rows()).toHaveLength(9));
  expect(await search()).toHaveFocus();
});

test.for([
  { typed: 'grenhouse', found: /Greenhouse/ },
  { typed: 'bmaboohr', found: /BambooHR/ },
  { typed: 'gsuite', found: /Google Workspace/ },
])('"$typed" finds what is meant', async ({ typed, found }) => {
  mountHub({ token: 'sandbox:create' });
  await search();
  await fill(SEARCH, typed);
  await waitFor(() => expect(rows().slice(0, 3)).toContainEqual(expect.stringMatching(found)));
});

test.for([
  { typed: 'bamboo hr', best: /^BambooHR HR systems/, marked: ['BambooHR'] },
  { typed: 'hr', best: /^BambooHR HR systems/, marked: ['HR'] },
  { typed: 'grenhouse', best: /^Greenhouse /, marked: [] },
])(
  '"$typed" can be seen in what it found, which is read out in one piece',
  async ({ typed, best, marked }) => {
    mountHub({ token: 'sandbox:categories' });
    await search();
    await fill(SEARCH, typed);
    const row = await screen.findByRole('option', { name: best, selected: true });
    expect([...row.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(marked);
  },
);

test('how many results there are is said once typing rests', async () => {
  const { heard } = mountHub({ token: 'sandbox:categories' });
  await userEvent.click(await search());
  await keys('crm');
  const said = await screen.findByText(/^\d results?$/);
  expect(said).toHaveAttribute('role', 'status');
  expect(said).toHaveTextContent(String(rows().length));
  await waitFor(() => {
    const searches = heard.events.filter(({ type }) => type === 'search');
    expect(searches).toEqual([{ type: 'search', query: 'crm', results: rows().length }]);
  });
});

test('a search that finds nothing says so, and leads back to everything', async () => {
  mountHub({ token: 'sandbox:categories' });
  await press(/^CRM/);
  await fill(SEARCH, 'qqqqqqq');
  await heading('Nothing matches “qqqqqqq”');
  await keys('{Enter}');
  await screen.findByText('Nothing matches “qqqqqqq”', { selector: '[role=status]' });
  await press('Show everything');
  await waitFor(() => expect(rows()).toHaveLength(9));
  expect(await search()).toHaveFocus();
});

test('a category is one click, any connector of it the second', async () => {
  const { heard } = mountHub({ token: 'sandbox:create' });
  await press(/^Scheduling/);
  const scheduled = rows();
  expect(scheduled.length).toBeGreaterThan(2);
  expect(scheduled.every((row) => row.includes('Scheduling'))).toBe(true);
  await userEvent.click(screen.getAllByRole('option')[1] as HTMLElement);
  await heading(/^Connect /);
  expect(heard.events).toContainEqual(expect.objectContaining({ type: 'select', category: 'scheduling' }));
});

test('a search looks through everything, whatever category was chosen', async () => {
  mountHub({ token: 'sandbox:categories' });
  await press(/^CRM/);
  await fill(SEARCH, 'bamboo');
  await screen.findByRole('option', { name: /BambooHR/ });
});

test('a category that the hub has no word for is labelled by its own name', async () => {
  const api = openApi();
  api.between(async ({ path }, pass) => {
    const answer = await pass();
    if (path !== '/hub/connectors') return answer;
    return new Response((await answer.text()).replaceAll('"crm"', '"space_travel"'));
  });
  mountHub({ api, token: 'sandbox:categories' });
  await press(/^Space travel/);
  expect(rows()).toHaveLength(3);
});

test('ten thousand connectors cost the page no more than a screenful', async () => {
  const { container } = mountHub({ token: 'sandbox:huge' });
  await screen.findByRole('option', { name: /^Amber Base 00001/ });
  const nodes = (): number => container.querySelectorAll('*').length;
  expect(nodes()).toBeLessThan(1_500);

  const list = screen.getByRole('listbox');
  list.scrollTop = list.scrollHeight;
  const last = await screen.findByRole('option', { name: /10000/ });
  expect(last).toHaveAttribute('aria-setsize', '10000');
  expect(last).toHaveAttribute('aria-posinset', '10000');
  expect(nodes()).toBeLessThan(1_500);

  await fill(SEARCH, 'juniper works 09900');
  await waitFor(() => expect(rows()[0]).toMatch(/Juniper Works 09900/));
  expect(nodes()).toBeLessThan(1_500);
  await userEvent.click(await search());
  await keys('{Enter}');
  await heading('Connect Juniper Works 09900');
});

test('a hostile catalogue is text and nothing else', async () => {
  const { container } = mountHub({ token: 'sandbox:hostile' });
  await screen.findByRole('option', { name: /Hostile keys/ });
  expect(container.querySelector('script, iframe, img[onerror], img[src^="javascript"]')).toBeNull();
  await fill(SEARCH, 'long');
  await waitFor(() => expect(rows()[0]).toMatch(/^LLong Long.*…/));
  expect(rows()[0]?.length).toBeLessThan(200);
  await fill(SEARCH, 'twin');
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(new Set(rows()).size).toBe(2);
});
