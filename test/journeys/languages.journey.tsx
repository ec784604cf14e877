import { screen, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mountHub } from '../support/hub.js';
import './page.js';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt-BR', 'zh-CN'];

/** A place on the page as narrow as the hub may get. */
function narrowPlace(): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  place.style.width = '320px';
  onTestFinished(() => place.remove());
  return place;
}

/** What does not stay inside of the hub, but for the row of categories, which scrolls. */
function sticksOut(hub: HTMLElement): string[] {
  const { left, right } = hub.getBoundingClientRect();
  return [...hub.querySelectorAll<HTMLElement>('*:not(.hub-visually-hidden, .hub-categories *)')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1;
    })
    .map((element) => `${element.className} ${element.textContent}`);
}

const hubIn = (place: HTMLElement): HTMLElement => within(place).getByRole('region');

const submitIn = (place: HTMLElement): void =>
  place.querySelector<HTMLButtonElement>('button[type=submit]')?.click();

describe.each(LANGUAGES)('in %s', (locale) => {
  test('the list fits into the narrowest place', async () => {
    const container = narrowPlace();
    mountHub({ token: 'sandbox:connected', locale, container });
    await screen.findByRole('option', { name: /BambooHR/ });
    expect(hubIn(container)).toHaveAttribute('lang', locale);
    expect(sticksOut(hubIn(container))).toEqual([]);
  });

  test('a form fits, with everything that is wrong with it', async () => {
    const container = narrowPlace();
    mountHub({ token: 'sandbox:fields', locale, container });
    await screen.findByLabelText('Company');
    submitIn(container);
    await within(container).findAllByText((_, element) => element?.className === 'hub-problem');
    expect(sticksOut(hubIn(container))).toEqual([]);
  });

  test('a screen with a message and its buttons fits', async () => {
    const container = narrowPlace();
    mountHub({ token: 'sandbox:expired', locale, container });
    await screen.findByRole('alert');
    expect(sticksOut(hubIn(container))).toEqual([]);
  });
});

const box = (element: Element | null): DOMRect => (element as Element).getBoundingClientRect();

describe('from right to left', () => {
  test('the screen is mirrored: what was on the left is on the right', async () => {
    const { container } = mountHub({ token: 'sandbox:categories', locale: 'he' });
    const row = await screen.findByRole('option', { name: /BambooHR/ });
    expect(box(row.querySelector('.hub-logo')).left).toBeGreaterThan(
      box(row.querySelector('.hub-row-text')).left,
    );
    expect(box(container.querySelector('.hub-categories')).left).toBeGreaterThan(
      box(screen.getByRole('listbox')).left,
    );
  });

  test('arrows point to where they lead', async () => {
    const { container } = mountHub({ token: 'sandbox:categories', locale: 'ar' });
    (await screen.findByRole('option', { name: /BambooHR/ })).click();
    await screen.findByLabelText('Subdomain');
    const arrow = container.querySelector('[data-icon=back]');
    expect(getComputedStyle(arrow as Element).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });

  test('what the provider says in English stands at the hub’s side, and its lines begin on the left', async () => {
    const container = narrowPlace();
    mountHub({ token: 'sandbox:single', locale: 'ar', container });
    const input = await screen.findByLabelText('Subdomain');
    const note = screen.getByText(/^The first part of the address/);
    const words = document.createRange();
    words.selectNodeContents(note);
    const lines = [...words.getClientRects()];
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.abs(box(note).right - box(input).right)).toBeLessThan(1);
    expect(new Set(lines.map(({ left }) => Math.round(left))).size).toBe(1);
  });

  test('a secret is typed from the left, and its eye does not stand in the way', async () => {
    mountHub({ token: 'sandbox:single', locale: 'ar' });
    const input = await screen.findByLabelText<HTMLInputElement>('API key');
    const eye = input.parentElement?.querySelector('button') ?? null;
    const { direction, paddingRight } = getComputedStyle(input);
    expect(direction).toBe('ltr');
    expect(box(eye).left).toBeGreaterThanOrEqual(box(input).right - Number.parseFloat(paddingRight));
  });
});
