import { render, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConnectHub, type HubOptions } from '../../../src/index.js';
import type { ConnectHubElement } from '../../../src/element.js';
import { insideOf, placeHub } from '../../element/placed.js';
import { BASE_URL, openApi } from '../../support/api.js';
import { pixelOf } from '../colours.js';
import '../page.js';

/** Styles of the page's own, gone after the test. */
function pageStyles(css: string): void {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = css;
  onTestFinished(() => sheet.remove());
}

function box(className = ''): HTMLElement {
  const element = document.body.appendChild(document.createElement('div'));
  element.className = className;
  onTestFinished(() => element.remove());
  return element;
}

interface Door {
  readonly door: string;
  /** Opens BambooHR's form in a place and gives the hub's root, once the form is there. */
  readonly open: (place: HTMLElement, options?: HubOptions) => Promise<HTMLElement>;
}

const DOORS: readonly Door[] = [
  {
    door: 'the element',
    open: async (place, options) => {
      const { inside } = placeHub({ token: 'sandbox:single', place, ...options });
      await inside.findByLabelText('Subdomain');
      return inside.getByRole('region');
    },
  },
  {
    door: 'the component',
    open: async (place, options) => {
      const { fetch } = openApi();
      const hub = <ConnectHub token="sandbox:single" baseUrl={BASE_URL} fetch={fetch} {...options} />;
      render(hub, { container: place });
      await within(place).findByLabelText('Subdomain');
      return within(place).getByRole('region');
    },
  },
];

const primaryIn = (root: HTMLElement): CSSStyleDeclaration =>
  getComputedStyle(root.querySelector('[data-kind=primary]') as HTMLElement);
const inputIn = (root: HTMLElement): CSSStyleDeclaration =>
  getComputedStyle(root.querySelector('input') as HTMLElement);

const accentOf = (root: HTMLElement) =>
  pixelOf(getComputedStyle(root.querySelector('.hub-link') as HTMLElement).color);

const RED = 'rgb(200, 0, 0)';
const BLUE = 'rgb(0, 0, 200)';

describe.for(DOORS)('$door', ({ open }) => {
  test('wears the brand of anything around it', async () => {
    pageStyles(
      `.brand { --hub-brand: ${RED}; --hub-radius: 3px; --hub-font: monospace; --hub-font-size: 20px }`,
    );
    const root = await open(box('brand'));
    expect(primaryIn(root).backgroundColor).toBe(RED);
    expect(primaryIn(root).borderRadius).toBe('3px');
    expect(getComputedStyle(root).fontFamily).toBe('monospace');
    expect(getComputedStyle(root).fontSize).toBe('20px');
  });

  test('wears what its own tag or class is given, before what is around it', async () => {
    pageStyles(`.brand { --hub-brand: ${BLUE} } connect-hub, .hub { --hub-brand: ${RED} }`);
    expect(primaryIn(await open(box('brand'))).backgroundColor).toBe(RED);
  });

  test('wears one colour for light and another for dark', async () => {
    pageStyles(`.brand { --hub-brand: light-dark(${RED}, ${BLUE}) }`);
    expect(primaryIn(await open(box('brand'), { theme: 'light' })).backgroundColor).toBe(RED);
    expect(primaryIn(await open(box('brand'), { theme: 'dark' })).backgroundColor).toBe(BLUE);
  });

  test('takes a meaning from the brand, and a component from a meaning, unless it is told otherwise', async () => {
    pageStyles(`
      .brand { --hub-brand: ${RED} }
      .meaning { --hub-accent: ${BLUE}; --hub-surface: rgb(1, 2, 3) }
      .component { --hub-field-background: rgb(4, 5, 6); --hub-button-primary-background: ${BLUE} }
    `);
    expect(accentOf(await open(box('brand')))).toEqual(pixelOf(RED));
    const root = await open(box('brand meaning component'));
    expect(accentOf(root)).toEqual(pixelOf(BLUE));
    expect(getComputedStyle(root).backgroundColor).toBe('rgb(1, 2, 3)');
    expect(inputIn(root).backgroundColor).toBe('rgb(4, 5, 6)');
    expect(primaryIn(root).backgroundColor).toBe(BLUE);
  });

  test('takes no case, indent or white space from the text that it stands in', async () => {
    pageStyles(`.loud {
      text-transform: uppercase; text-indent: 40px; white-space: pre; word-spacing: 20px; letter-spacing: 5px;
      font: italic small-caps bold 30px/3 cursive; cursor: wait; text-align: right;
    }`);
    const root = await open(box('loud'));
    expect(getComputedStyle(root)).toMatchObject({
      textTransform: 'none',
      textIndent: '0px',
      whiteSpaceCollapse: 'collapse',
      wordSpacing: '0px',
      letterSpacing: 'normal',
      fontStyle: 'normal',
      fontVariantCaps: 'normal',
      fontWeight: '400',
      fontSize: '15px',
      lineHeight: '22.0005px',
      cursor: 'auto',
      textAlign: 'left',
    });
  });
});

describe('the element', () => {
  test('is styled by its parts', async () => {
    pageStyles(`
      connect-hub::part(button-primary) { background: ${RED} }
      connect-hub::part(button-primary):hover { background: ${BLUE} }
      connect-hub::part(input) { border-width: 3px }
      connect-hub::part(root) { border-radius: 0 }
    `);
    const { inside } = placeHub({ token: 'sandbox:single' });
    await inside.findByLabelText('Subdomain');
    const root = inside.getByRole('region');
    expect(primaryIn(root).backgroundColor).toBe(RED);
    expect(inputIn(root).borderTopWidth).toBe('3px');
    expect(getComputedStyle(root).borderRadius).toBe('0px');
  });

  test('is out of reach of the page’s other styles', async () => {
    pageStyles(
      `input, button, section, .hub, .hub-button { background: ${RED} !important; padding: 99px !important }`,
    );
    const { inside } = placeHub({ token: 'sandbox:single' });
    await inside.findByLabelText('Subdomain');
    const root = inside.getByRole('region');
    expect(primaryIn(root).backgroundColor).not.toBe(RED);
    expect(getComputedStyle(root).paddingTop).toBe('0px');
  });

  test('stands twice on a page in two themes, with two brands', async () => {
    pageStyles(`.red { --hub-brand: ${RED} } .blue { --hub-brand: ${BLUE} }`);
    const one = placeHub({ token: 'sandbox:single', theme: 'light', place: box('red') });
    const other = placeHub({ token: 'sandbox:single', theme: 'dark', place: box('blue') });
    const roots = [];
    for (const { inside } of [one, other]) {
      await inside.findByLabelText('Subdomain');
      roots.push(inside.getByRole('region'));
    }
    const [first, second] = roots as [HTMLElement, HTMLElement];
    expect(primaryIn(first).backgroundColor).toBe(RED);
    expect(primaryIn(second).backgroundColor).toBe(BLUE);
    expect(getComputedStyle(first).backgroundColor).toBe('rgb(255, 255, 255)');
    expect(getComputedStyle(second).backgroundColor).not.toBe('rgb(255, 255, 255)');
  });
});

const boxOf = (hub: ConnectHubElement): DOMRect => hub.getBoundingClientRect();
const rootOf = async (hub: ConnectHubElement): Promise<DOMRect> =>
  (await insideOf(hub).findByRole('region')).getBoundingClientRect();

describe('the element’s place', () => {
  test('is a block, as wide as it may be and 600 px high', async () => {
    const place = box();
    place.style.width = '700px';
    const { hub } = placeHub({ token: 'sandbox:categories', place });
    expect(await rootOf(hub)).toMatchObject({ width: 700, height: 600 });
    expect(boxOf(hub)).toMatchObject({ width: 700, height: 600 });
  });

  test('is as high as the option says, in any length', async () => {
    const place = box();
    place.style.height = '500px';
    const { hub } = placeHub({ token: 'sandbox:categories', place, height: '480px' });
    expect(await rootOf(hub)).toMatchObject({ height: 480 });
    for (const [height, pixels] of [
      ['50%', 250],
      ['20rem', 320],
      [undefined, 600],
    ] as const) {
      hub.height = height;
      await waitFor(async () => expect((await rootOf(hub)).height).toBe(pixels));
      expect(boxOf(hub).height).toBe(pixels);
    }
  });

  test('is as high as its content with auto, and no higher than what is wrong with the options', async () => {
    const { hub, inside } = placeHub({ token: 'sandbox:single', height: 'auto' });
    await inside.findByLabelText('Subdomain');
    const { height } = await rootOf(hub);
    expect(height).toBeGreaterThan(200);
    expect(boxOf(hub).height).toBe(height);
    Object.assign(hub, { height: undefined, theme: 'blue' });
    await inside.findByRole('alert');
    expect(boxOf(hub).height).toBeLessThan(200);
  });

  test('is first of all what the page’s styles say', async () => {
    pageStyles('connect-hub { height: 400px; max-width: 500px; margin-left: 20px }');
    const { hub } = placeHub({ token: 'sandbox:categories', height: '480px' });
    expect(await rootOf(hub)).toMatchObject({ height: 400, width: 500, x: boxOf(hub).x });
  });

  test('fills what is stretched', async () => {
    pageStyles(
      '.column { display: flex; flex-direction: column; height: 700px } .column > connect-hub { flex: 1 }',
    );
    const { hub } = placeHub({ token: 'sandbox:categories', place: box('column') });
    expect(await rootOf(hub)).toMatchObject({ height: 700 });
  });

  test('is nothing while it is hidden', async () => {
    const { hub, inside } = placeHub({ token: 'sandbox:categories' });
    await inside.findByRole('option', { name: /BambooHR/ });
    hub.hidden = true;
    expect(getComputedStyle(hub).display).toBe('none');
    hub.hidden = false;
    expect(getComputedStyle(hub).display).toBe('block');
  });

  test('is nothing while it is a popover that is not open', async () => {
    const { hub, inside } = placeHub({ token: 'sandbox:categories' });
    hub.popover = 'auto';
    await inside.findByText('Loading…');
    expect(getComputedStyle(hub).display).toBe('none');
    hub.showPopover();
    await inside.findByRole('option', { name: /BambooHR/ });
    expect(boxOf(hub).width).toBeGreaterThan(500);
  });

  test('is wide enough in a dialog that has no width of its own, also when it is moved there', async () => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    onTestFinished(() => dialog.remove());
    const { hub, inside } = placeHub({ token: 'sandbox:categories' });
    await inside.findByRole('option', { name: /BambooHR/ });
    dialog.append(hub);
    dialog.showModal();
    await waitFor(() => expect(boxOf(hub).width).toBeGreaterThan(559));
  });
});
