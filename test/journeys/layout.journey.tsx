import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { button, field, fill, heading, pick, press } from './user.js';

const SEARCH = 'Search by name or category';

/** Something of the host's page, gone after the test. */
function onPage<Name extends keyof HTMLElementTagNameMap>(name: Name, css = ''): HTMLElementTagNameMap[Name] {
  const element = document.body.appendChild(document.createElement(name));
  element.style.cssText = css;
  onTestFinished(() => element.remove());
  return element;
}

const hubIn = (container: HTMLElement): HTMLElement => within(container).getByRole('region');

/** A text of the page's root twice as large, as the browser's own setting makes it. */
function largeText(): void {
  document.documentElement.style.fontSize = '32px';
  onTestFinished(() => void document.documentElement.style.removeProperty('font-size'));
}

/** Which boxes around an element hide some of what is in them, without a way to scroll there. */
function cuts(element: HTMLElement): readonly string[] {
  const cutting: string[] = [];
  for (let box = element.parentElement; box; box = box.parentElement) {
    const overflows = box.scrollHeight > box.clientHeight;
    if (overflows && getComputedStyle(box).overflowY === 'hidden') cutting.push(box.className);
  }
  return cutting;
}

/** The part of a line that its box has room for. */
function seenWords(line: Element | null): string {
  const { right } = (line as Element).getBoundingClientRect();
  const range = document.createRange();
  const texts = document.createTreeWalker(line as Element, NodeFilter.SHOW_TEXT);
  let seen = '';
  for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
    for (const [index, letter] of text.data.split('').entries()) {
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      if (range.getBoundingClientRect().right > right) return seen;
      seen += letter;
    }
  }
  return seen;
}

/** Where something round is round, of all that is seen. */
const rounded = (hub: HTMLElement): readonly string[] =>
  [hub, ...hub.querySelectorAll<HTMLElement>('*')]
    .filter((element) => Number.parseFloat(getComputedStyle(element).borderTopLeftRadius) > 0)
    .map(({ className }) => className);

/** Where a button's picture is drawn, which is what is seen of it. */
async function seenIcon(name: string): Promise<DOMRect> {
  const path = (await button(name)).querySelector('path') as SVGPathElement;
  return path.getBoundingClientRect();
}

/** Whether a category is seen whole in the row of them. */
function inView(chip: HTMLElement): boolean {
  const [one, all] = [chip, chip.parentElement as HTMLElement].map((box) => box.getBoundingClientRect());
  return one !== undefined && all !== undefined && one.left >= all.left && one.right <= all.right;
}

async function viewport(width: number, height: number): Promise<void> {
  onTestFinished(() => page.viewport(900, 900));
  await page.viewport(width, height);
}

/** Speaks to the browser's own tools. */
const tell = (method: string, params: object): Promise<unknown> =>
  (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send(method, params);

async function forcedColours(): Promise<void> {
  onTestFinished(async () => void (await tell('Emulation.setEmulatedMedia', { features: [] })));
  await tell('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
}

async function touchScreen(): Promise<void> {
  onTestFinished(async () => void (await tell('Emulation.setTouchEmulationEnabled', { enabled: false })));
  await tell('Emulation.setTouchEmulationEnabled', { enabled: true });
}

describe('a parent that asks its content how wide it is', () => {
  test('a dialog without any style gives the hub room', async () => {
    const dialog = onPage('dialog');
    dialog.showModal();
    mountHub({ token: 'sandbox:categories', container: dialog });
    await screen.findByRole('option', { name: /BambooHR/ });
    expect(hubIn(dialog).offsetWidth).toBeGreaterThan(500);
  });

  test('a dialog on a phone is no wider than the phone', async () => {
    await viewport(360, 640);
    const dialog = onPage('dialog');
    dialog.showModal();
    mountHub({ token: 'sandbox:categories', container: dialog });
    await screen.findByRole('option', { name: /BambooHR/ });
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
    expect(hubIn(dialog).offsetWidth).toBeGreaterThan(250);
  });

  test.for(['inline-block', 'inline-flex', 'grid', 'table'])(
    '%s gives it a phone’s width',
    async (display) => {
      const parent = onPage('div', `display: ${display}; justify-content: start`);
      mountHub({ token: 'sandbox:categories', container: parent });
      await screen.findByRole('option', { name: /BambooHR/ });
      expect(hubIn(parent).offsetWidth).toBeGreaterThanOrEqual(320);
    },
  );

  test('a narrow column of a grid stays as narrow as the host made it', async () => {
    const grid = onPage('div', 'display: grid; inline-size: 500px; grid-template-columns: 100px 1fr');
    grid.append(document.createElement('nav'), document.createElement('main'));
    mountHub({ token: 'sandbox:categories', container: grid.lastElementChild as HTMLElement });
    await screen.findByRole('option', { name: /BambooHR/ });
    expect(hubIn(grid).offsetWidth).toBe(400);
  });
});

describe('the direction of writing', () => {
  test('arrows follow the hub, not the page around it', async () => {
    const around = Object.assign(onPage('div'), { dir: 'rtl' });
    mountHub({ token: 'sandbox:categories', container: around });
    await screen.findByRole('option', { name: /BambooHR/ });
    const arrow = around.querySelector('[data-icon=forward]') as Element;
    expect(getComputedStyle(arrow).transform).toBe('none');
    // As it is written with words of a language from right to left.
    hubIn(around).dir = 'rtl';
    around.dir = 'ltr';
    expect(getComputedStyle(arrow).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });

  test('names stand at the hub’s own side, whatever language they are in', async () => {
    const { container } = mountHub({ token: 'sandbox:categories' });
    const row = await screen.findByRole('option', { name: /BambooHR/ });
    hubIn(container).dir = 'rtl';
    for (const line of row.querySelectorAll('.hub-row-name, .hub-row-note')) {
      const words = document.createRange();
      words.selectNodeContents(line);
      const gap = words.getBoundingClientRect().right - line.getBoundingClientRect().right;
      expect(Math.abs(gap)).toBeLessThan(2);
    }
  });
});

describe('colours that the user’s system forces', () => {
  test('leave the chosen row, the pressed category and the parts without a border to be told apart', async () => {
    await forcedColours();
    mountHub({ token: 'sandbox:categories' });
    await press(/^CRM/);
    await fill(SEARCH, 'lever');
    const row = await screen.findByRole('option', { name: /Lever/, selected: true });
    expect(getComputedStyle(row).outlineStyle).toBe('solid');
    const pressed = getComputedStyle(screen.getByRole('button', { pressed: true }));
    const other = getComputedStyle(screen.getByRole('button', { name: /^ATS|^Applicant/ }));
    expect(pressed.backgroundColor).not.toBe(other.backgroundColor);
  });

  test('leave the one primary action its weight', async () => {
    await forcedColours();
    mountHub({ token: 'sandbox:connected' });
    await pick(/BambooHR/);
    const [primary, other] = [await button('Save changes'), await button(/^Replace/)].map((one) =>
      getComputedStyle(one),
    );
    expect(primary?.backgroundColor).not.toBe(other?.backgroundColor);
  });

  test('leave a notice its edge, and its picture the colour of its words', async () => {
    await forcedColours();
    mountHub({ token: 'sandbox:single' });
    await fill('Subdomain', 'refused');
    await fill('API key', 'sandbox-only-0123456789-4f9a');
    await press('Connect');
    const notice = await screen.findByRole('alert');
    expect(getComputedStyle(notice).borderTopWidth).toBe('1px');
    const picture = notice.querySelector('svg') as Element;
    expect(getComputedStyle(picture).color).toBe(getComputedStyle(notice).color);
  });
});

describe('large text and little height', () => {
  test('“Show everything” can be reached where it has no room', async () => {
    largeText();
    await viewport(360, 640);
    mountHub({ token: 'sandbox:categories', height: '420px' });
    await fill(SEARCH, 'qqqqqqq');
    const all = await button('Show everything');
    expect(cuts(all)).toEqual([]);
  });

  test('the categories stand beside the list only where the text leaves room for both', async () => {
    mountHub({ token: 'sandbox:categories' });
    const list = await screen.findByRole('listbox');
    const categories = screen.getByRole('group', { name: 'Categories' });
    const beside = () => list.getBoundingClientRect().top < categories.getBoundingClientRect().bottom;
    expect(beside()).toBe(true);
    largeText();
    expect(beside()).toBe(false);
  });

  test('what tells two rows apart is seen whole on the narrowest phone', async () => {
    await viewport(320, 640);
    const api = openApi();
    api.between(async ({ path }, pass) => {
      const answer = await pass();
      if (path !== '/hub/connectors') return answer;
      const type = '"type":"a_category_with_quite_a_long_name_of_its_own"';
      return new Response((await answer.text()).replaceAll(/"type":"(crm|hris)"/g, type));
    });
    mountHub({ api, token: 'sandbox:hostile' });
    await fill(SEARCH, 'twin');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    const seen = screen.getAllByRole('option').map((row) => seenWords(row.querySelector('.hub-row-note')));
    expect(new Set(seen).size).toBe(2);
  });
});

describe('a hub that is as high as what it shows', () => {
  test.for(['auto', '100%'])('draws a screenful of ten thousand rows: height %s', async (height) => {
    mountHub({ token: 'sandbox:huge', height });
    await screen.findByRole('option', { name: /^Amber Base 00001/ });
    const list = screen.getByRole('listbox');
    expect(list.clientHeight).toBeLessThanOrEqual(window.innerHeight);
    expect(screen.getAllByRole('option').length).toBeLessThan(60);
    list.scrollTop = list.scrollHeight;
    await screen.findByRole('option', { name: /10000/ });
  });

  test('is as high as its form', async () => {
    mountHub({ token: 'sandbox:fields', height: 'auto' });
    await field('Company');
    const body = (await button('Connect')).closest('form')?.firstElementChild as HTMLElement;
    expect(body.scrollHeight).toBe(body.clientHeight);
  });
});

test('on a wide hub a form’s heading stands in the form’s own column', async () => {
  mountHub({ token: 'sandbox:categories' });
  await pick(/BambooHR/);
  await heading('Connect BambooHR');
  const input = (await field('Subdomain')).getBoundingClientRect();
  expect(Math.abs((await seenIcon('Back')).left - input.left)).toBeLessThan(3);
  expect(Math.abs((await seenIcon('Close')).right - input.right)).toBeLessThan(3);
});

describe('the picker on a phone', () => {
  test('shows the chosen category after coming back', async () => {
    await viewport(360, 640);
    mountHub({ token: 'sandbox:create' });
    await press(/^CRM/);
    await pick(/HubSpot/);
    await heading('Connect HubSpot');
    await press('Back');
    expect(inView(await screen.findByRole('button', { name: /^CRM/, pressed: true }))).toBe(true);
  });

  test('a test session leaves whom it is for its room', async () => {
    await viewport(336, 640);
    mountHub({ token: 'sandbox:test' });
    await screen.findByText('Test');
    const owner = screen.getByText(/^For Acme Corp/);
    expect(owner.scrollWidth).toBe(owner.clientWidth);
  });
});

test('a request’s reference is one line on a phone', async () => {
  await viewport(360, 640);
  mountHub({ token: 'sandbox:single' });
  await fill('Subdomain', 'refused');
  await fill('API key', 'sandbox-only-0123456789-4f9a');
  await press('Connect');
  await userEvent.click(await screen.findByText('Details'));
  const reference = screen.getByText(/^[\da-f-]{36}$/);
  const words = document.createRange();
  words.selectNodeContents(reference);
  expect(words.getClientRects()).toHaveLength(1);
});

test('what is connected is said at the edge that the search ends at', async () => {
  mountHub({ token: 'sandbox:connected' });
  const [badge] = await screen.findAllByText('Connected');
  const search = screen.getByRole('combobox').getBoundingClientRect();
  expect(Number(badge?.getBoundingClientRect().right)).toBe(search.right);
});

test.for(['0', '0px'])('a radius of %s leaves no corner round but those of circles', async (radius) => {
  const place = onPage('div', `--hub-radius: ${radius}`);
  mountHub({ token: 'sandbox:connected', container: place });
  await screen.findAllByText('Connected');
  expect(rounded(hubIn(place))).toEqual([]);
});

test('check boxes wear the theme', async () => {
  mountHub({ token: 'sandbox:fields', theme: 'dark' });
  const box = await screen.findByRole('checkbox', { name: /Write/ });
  const input = await field('Company');
  expect(getComputedStyle(box).backgroundColor).toBe(getComputedStyle(input).backgroundColor);
});

test('on a screen that is touched, rows show that they lead somewhere', async () => {
  await touchScreen();
  const { container } = mountHub({ token: 'sandbox:categories' });
  await screen.findByRole('option', { name: /BambooHR/ });
  const arrow = container.querySelector('.hub-row [data-icon=forward]') as Element;
  expect(Number(getComputedStyle(arrow).opacity)).toBeGreaterThan(0.5);
});

test('a choice opens with the hub’s own arrow', async () => {
  mountHub({ token: 'sandbox:fields' });
  const select = (await screen.findAllByRole('combobox'))[0] as HTMLElement;
  expect(getComputedStyle(select).appearance).toBe('none');
  expect(select.parentElement?.querySelector('[data-icon=down]')).toBeVisible();
});
