import { render, screen, waitFor } from '@testing-library/react';
import { useLayoutEffect, useRef } from 'react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Connector } from '../../src/api/model.js';
import { Frame } from '../../src/views/Frame.js';
import { type PickerPlace, PickerView } from '../../src/views/PickerView.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { fill, heading, keys, press } from './user.js';

const SEARCH = 'Search by name or category';

const search = (): Promise<HTMLElement> => screen.findByRole('combobox', { name: SEARCH });

const list = (): Promise<HTMLElement> => screen.findByRole('listbox', { name: 'What you can connect' });

/** The row that the search box says is the active one. */
const activeRow = (): HTMLElement | null =>
  document.getElementById(screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '');

/** The hub as a finger leaves it. */
function Touched() {
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => mark.current?.closest('.hub')?.setAttribute('data-pointer', 'touch'), []);
  return <span ref={mark} />;
}

/** Scrolls as a mouse does, and waits for the rows that are there. */
async function scrollTo(top: number): Promise<void> {
  const box = await list();
  box.scrollTop = top;
  const there = String(Math.floor(top / 56) + 1);
  await waitFor(() => expect(box.querySelector(`[aria-posinset="${there}"]`)).not.toBeNull());
}

describe('keys on the list itself', () => {
  test('the space bar picks the active row', async () => {
    mountHub({ token: 'sandbox:categories' });
    (await list()).focus();
    await keys('{ArrowDown}{ArrowDown}[Space]');
    await heading('Connect Attio');
  });

  test('the space bar is a letter in the search box', async () => {
    mountHub({ token: 'sandbox:categories' });
    await userEvent.click(await search());
    await keys('{ArrowDown}a b');
    expect(await search()).toHaveValue('a b');
  });

  test('the active row is there to be read out, however far the list was scrolled', async () => {
    mountHub({ token: 'sandbox:huge' });
    await userEvent.click(await search());
    await keys('{ArrowDown}{ArrowDown}');
    await scrollTo(5_000);
    expect(activeRow()).toHaveAttribute('aria-posinset', '2');
    expect(activeRow()).toHaveAttribute('aria-selected', 'true');

    await keys('{PageDown}{PageDown}{PageDown}');
    await scrollTo(0);
    expect(activeRow()).toHaveAttribute('aria-posinset', '26');
    await keys('{ArrowUp}');
    await waitFor(() => expect(activeRow()).toHaveAttribute('aria-posinset', '25'));
    const { bottom } = (await list()).getBoundingClientRect();
    await waitFor(() => expect(activeRow()?.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom));
  });
});

describe('what a screen reader hears', () => {
  test('a category says how many there are in it', async () => {
    mountHub({ token: 'sandbox:categories' });
    await press(/^CRM/);
    expect(await screen.findByText('3 results')).toHaveAttribute('role', 'status');
    await press(/^All/);
    expect(await screen.findByText('9 results')).toHaveAttribute('role', 'status');
  });

  test('nothing is said before the user has asked for anything', async () => {
    mountHub({ token: 'sandbox:categories' });
    await search();
    await press('Close');
    expect(screen.queryByText(/result/)).toBeNull();
  });

  test('without results the search box has no list', async () => {
    mountHub({ token: 'sandbox:categories' });
    const box = await search();
    expect(box).toHaveAttribute('aria-expanded', 'true');
    expect(document.getElementById(box.getAttribute('aria-controls') ?? '')).toBe(await list());
    await fill(SEARCH, 'qqqqqqq');
    await heading('Nothing matches “qqqqqqq”');
    expect(box).toHaveAttribute('aria-expanded', 'false');
    expect(box).not.toHaveAttribute('aria-controls');
  });
});

describe('coming back to the list', () => {
  const CONNECTORS = Array.from({ length: 300 }, (_, index): Connector => {
    const number = String(index + 1).padStart(3, '0');
    return { id: number, name: `Connector ${number}`, provider: 'some', category: 'crm', accountIds: [] };
  });

  function openPicker(place: PickerPlace, isTouched = false): () => void {
    const { unmount } = render(
      <Frame theme="light" height="600px">
        {isTouched && <Touched />}
        <PickerView
          connectors={CONNECTORS}
          categories={[
            { category: 'crm', count: 150 },
            { category: 'hris', count: 150 },
          ]}
          category={null}
          query=""
          searching={false}
          distinctions={new Map()}
          focusSearch
          place={place}
          onSearch={() => undefined}
          onCategory={() => undefined}
          onPick={() => undefined}
        />
      </Frame>,
    );
    return unmount;
  }

  test('finds it where it was left', async () => {
    const place = { top: 0, chosenId: undefined };
    const leave = openPicker(place);
    (await list()).scrollTop = 5_000;
    await screen.findByRole('option', { name: /Connector 095/ });
    await waitFor(() => expect(place.top).toBe(5_000));
    leave();
    openPicker(place);
    expect((await list()).scrollTop).toBe(5_000);
    await screen.findByRole('option', { name: /Connector 095/ });
  });

  test.for([
    { name: 'a search', change: () => fill(SEARCH, 'c') },
    { name: 'a category', change: () => press(/^CRM/) },
  ])('$name starts at its top again', async ({ change }) => {
    const place = { top: 5_000, chosenId: undefined };
    openPicker(place);
    expect((await list()).scrollTop).toBe(5_000);
    await change();
    expect(place.top).toBe(0);
    expect((await list()).scrollTop).toBe(0);
  });

  test('puts the focus into the search, ready to type', async () => {
    openPicker({ top: 0, chosenId: undefined });
    expect(await search()).toHaveFocus();
  });

  test('leaves the keyboard of a touch screen where it is: the list has the focus', async () => {
    openPicker({ top: 5_000, chosenId: undefined }, true);
    expect(await list()).toHaveFocus();
    expect((await list()).scrollTop).toBe(5_000);
  });
});
