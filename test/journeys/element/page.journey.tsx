import { waitFor } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ConnectHubElement } from '../../../src/element.js';
import { showNotice } from '../../../src/ui/showNotice.js';
import { comesIntoFocus, focusedIn, insideOf, placeHub, turnsTaken } from '../../element/placed.js';
import '../page.js';
import { userIn } from '../user.js';

/** Something of the host's page, gone after the test. */
function onPage<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  const element = document.body.appendChild(document.createElement(name));
  onTestFinished(() => element.remove());
  return element;
}

const subdomainOf = (hub: ConnectHubElement): Promise<HTMLInputElement> =>
  insideOf(hub).findByLabelText('Subdomain');

describe('moved on the page, the element', () => {
  test('keeps what was typed', async () => {
    const { hub, heard } = placeHub({ token: 'sandbox:single' });
    await userEvent.fill(await subdomainOf(hub), 'acme');
    onPage('aside').append(hub);
    await turnsTaken();
    expect(await subdomainOf(hub)).toHaveValue('acme');
    expect(heard.closings).toEqual([]);
  });

  test('keeps even the focus where the browser can move it whole', async () => {
    const { hub, api } = placeHub({ token: 'sandbox:single' });
    const field = await subdomainOf(hub);
    await userEvent.fill(field, 'acme');
    const before = api.calls.length;
    const worn = hub.shadowRoot?.adoptedStyleSheets[1];
    (onPage('aside') as HTMLElement & { moveBefore(node: Node, child: null): void }).moveBefore(hub, null);
    await turnsTaken();
    expect(focusedIn(hub)).toBe(field);
    expect(field).toHaveValue('acme');
    expect(api.calls).toHaveLength(before);
    expect(hub.shadowRoot?.adoptedStyleSheets[1]).toBe(worn);
  });
});

describe('in a form of the page, the element', () => {
  test('sends nothing, is no field of it, and says nothing of what is typed', async () => {
    const form = onPage('form');
    const told: string[] = [];
    for (const type of ['submit', 'input', 'beforeinput', 'change', 'reset', 'invalid']) {
      form.addEventListener(type, (event) => {
        event.preventDefault();
        told.push(type);
      });
    }
    const { hub, api } = placeHub({ token: 'sandbox:categories', place: form });
    const user = userIn(insideOf(hub));
    await user.fill('Search by name or category', 'bamboo');
    await user.keys('{Enter}');
    await comesIntoFocus(await user.field('Subdomain'));
    await user.press('Connect');
    await user.keys('acme{Tab}a-key{Enter}');
    await user.heading('BambooHR is connected');
    expect(api.callsTo('POST /hub/accounts')).toHaveLength(1);
    expect(told).toEqual([]);
    expect([...new FormData(form)]).toEqual([]);
    expect(form.elements).toHaveLength(0);
  });

  test('keeps what was typed when the form is reset', async () => {
    const form = onPage('form');
    const { hub } = placeHub({ token: 'sandbox:single', place: form });
    await userEvent.fill(await subdomainOf(hub), 'acme');
    form.reset();
    expect(await subdomainOf(hub)).toHaveValue('acme');
  });
});

/** A dialog that a component of the page's keeps in its own shadow root, and shows what stands in its tag. */
function dialogWithSlot(): { place: HTMLElement; dialog: HTMLDialogElement } {
  const place = onPage('section');
  const dialog = document.createElement('dialog');
  dialog.append(document.createElement('slot'));
  place.attachShadow({ mode: 'open' }).append(dialog);
  return { place, dialog };
}

/** A dialog with a component of the page's in it, which has the element in its shadow root. */
function dialogAround(): { place: ShadowRoot; dialog: HTMLDialogElement } {
  const dialog = onPage('dialog');
  const component = dialog.appendChild(document.createElement('section'));
  return { place: component.attachShadow({ mode: 'open' }), dialog };
}

function plainDialog(): { place: HTMLElement; dialog: HTMLDialogElement } {
  const dialog = onPage('dialog');
  return { place: dialog, dialog };
}

describe('in a dialog of the page, Escape', () => {
  test.for([
    { where: 'in the dialog itself', open: plainDialog },
    { where: 'in a shadow root in the dialog', open: dialogAround },
    { where: 'in the slot of a dialog', open: dialogWithSlot },
  ])('asks before what was typed is lost: $where', async ({ open }) => {
    const { place, dialog } = open();
    const { hub, heard, inside } = placeHub({ token: 'sandbox:single', place, closable: true });
    dialog.showModal();
    const user = userIn(inside);
    await userEvent.fill(await subdomainOf(hub), 'acme');
    await user.keys('{Escape}');
    await inside.findByRole('alertdialog');
    expect(dialog.open).toBe(true);
    await user.press('Keep editing');
    await comesIntoFocus(await subdomainOf(hub));
    await user.keys('{Escape}');
    await user.press('Discard and close');
    await waitFor(() => expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]));
  });

  test('closes the dialog where nothing is lost', async () => {
    const { place, dialog } = plainDialog();
    const { hub } = placeHub({ token: 'sandbox:single', place, closable: true });
    dialog.showModal();
    await userEvent.click(await subdomainOf(hub));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog.open).toBe(false));
  });
});

const pageAttributes = (): readonly string[] =>
  [document.documentElement, document.body].map((element) => (element.cloneNode() as Element).outerHTML);

describe('the page around the element', () => {
  test('is not touched, and neither is the element’s own markup', async () => {
    const before = pageAttributes();
    const sheets = document.querySelectorAll('style, link').length;
    const { hub, inside } = placeHub({ token: 'sandbox:single', height: '480px', theme: 'dark' });
    await userIn(inside).fillBambooHr();
    await userIn(inside).press('Connect');
    await userIn(inside).heading('BambooHR is connected');
    expect(pageAttributes()).toEqual(before);
    expect(document.querySelectorAll('style, link')).toHaveLength(sheets);
    expect((hub.cloneNode() as Element).outerHTML).toBe('<connect-hub></connect-hub>');
    expect(hub.shadowRoot?.querySelectorAll('style, link')).toHaveLength(0);
  });

  test('sees one sheet that all elements share', async () => {
    const [one, other] = [placeHub({ token: 'sandbox:single' }), placeHub({ token: 'sandbox:single' })];
    await Promise.all([subdomainOf(one.hub), subdomainOf(other.hub)]);
    const [shared] = one.hub.shadowRoot?.adoptedStyleSheets ?? [];
    expect(shared?.cssRules.length).toBeGreaterThan(100);
    expect(other.hub.shadowRoot?.adoptedStyleSheets[0]).toBe(shared);
  });

  test('can put something into the tag for as long as the script is not there', async () => {
    const { hub } = placeHub({ token: 'sandbox:single' });
    const meanwhile = hub.appendChild(document.createElement('p'));
    meanwhile.textContent = 'One moment…';
    await subdomainOf(hub);
    expect(meanwhile.checkVisibility()).toBe(false);
  });

  test('can take the element to another document, where it is dressed anew', async () => {
    const { hub, heard } = placeHub({ token: 'sandbox:single' });
    await userEvent.fill(await subdomainOf(hub), 'acme');
    const other = onPage('iframe').contentDocument as Document;
    other.body.append(hub);
    await turnsTaken();
    expect(hub.shadowRoot?.adoptedStyleSheets).toHaveLength(2);
    expect((await subdomainOf(hub)).value).toBe('acme');
    expect(heard.closings).toEqual([]);
  });
});

test('a notice takes the focus where the focus was lost, and never from anything that has it', () => {
  const root = onPage('section').attachShadow({ mode: 'open' });
  const [gone, notice] = [document.createElement('button'), document.createElement('p')];
  notice.tabIndex = -1;
  root.append(gone, notice);
  gone.focus();
  showNotice(notice);
  expect(root.activeElement).toBe(gone);
  gone.remove();
  showNotice(notice);
  expect(root.activeElement).toBe(notice);
  const elsewhere = onPage('input');
  elsewhere.focus();
  showNotice(notice);
  expect(document.activeElement).toBe(elsewhere);
});
