import { act, screen, waitFor } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ConnectHub } from '../../src/index.js';
import { BASE_URL, openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';

const root = () => screen.getByRole('region');

/** The languages that a reader told the browser, the best first. */
const readerOf = (...languages: string[]): void => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
};

afterEach(() => vi.restoreAllMocks());

describe('the language of the hub', () => {
  it("is what the host's locale says", async () => {
    readerOf('fr');
    mountHub({ token: 'sandbox:categories', locale: 'de-CH' });
    await screen.findByRole('heading', { name: 'Konto verbinden' });
    expect(root()).toHaveAttribute('lang', 'de');
    expect(root()).toHaveAttribute('dir', 'ltr');
  });

  it("is the browser's, where the host says nothing", async () => {
    readerOf('sv', 'pt-PT', 'en');
    mountHub({ token: 'sandbox:categories' });
    await screen.findByRole('heading', { name: 'Conectar uma conta' });
    expect(root()).toHaveAttribute('lang', 'pt-BR');
  });

  it.each([[['en-GB', 'de']], [['sv']], [['tlh', 'en', 'fr']], [[]], [['not a tag']]])(
    'is English at once for a reader of %j: there are no better words to wait for',
    async (languages) => {
      readerOf(...languages);
      mountHub({ token: 'sandbox:categories' });
      expect(root()).toHaveAttribute('lang', 'en');
      expect(root()).not.toHaveAttribute('data-awaited');
      await screen.findByRole('heading', { name: 'Connect an account' });
    },
  );

  it('is English for a reader of the traditional Chinese script, who asks for nothing else', async () => {
    readerOf('zh-TW', 'zh');
    mountHub({ token: 'sandbox:categories' });
    await screen.findByRole('option', { name: /BambooHR/ });
    screen.getByRole('heading', { name: 'Connect an account' });
    expect(root()).toHaveAttribute('lang', 'en');
  });

  it('runs from right to left where it is written so, and names keep their own direction', async () => {
    mountHub({ token: 'sandbox:single', locale: 'he' });
    await screen.findByRole('heading', { name: 'חיבור \u2068BambooHR\u2069' });
    expect(root()).toHaveAttribute('dir', 'rtl');
    expect(screen.getByText('Subdomain')).toHaveAttribute('dir', 'auto');
    expect(screen.getByLabelText('API key')).toHaveAttribute('dir', 'ltr');
  });

  it('is not that of the provider’s texts: they have their own, where the server says which', async () => {
    mountHub({ token: 'sandbox:single', locale: 'he' });
    expect(await screen.findByText('Subdomain')).toHaveAttribute('lang', 'en');
    expect(screen.getByText(/^The first part of the address/)).toHaveAttribute('lang', 'en');
    expect(screen.getByRole('button', { name: 'חיבור' }).closest('[lang]')).toHaveAttribute('lang', 'he');
  });

  it.each([null, 'en, de', 'en_US'])(
    'is not told of the provider’s texts where the server says %j',
    async (said) => {
      const api = openApi();
      api.between(async (_, pass) => {
        const answer = await pass();
        answer.headers.delete('content-language');
        if (said) answer.headers.set('content-language', said);
        return answer;
      });
      mountHub({ token: 'sandbox:single', locale: 'he', api });
      expect(await screen.findByText('Subdomain')).not.toHaveAttribute('lang');
    },
  );

  it('changes with the locale, with no English in between', async () => {
    const seen = new Set<string | null>();
    const hub = mountHub({ token: 'sandbox:categories', locale: 'it' });
    await screen.findByRole('heading', { name: 'Collega un account' });
    const observer = new MutationObserver(() => seen.add(root().getAttribute('lang')));
    observer.observe(root(), { attributes: true });
    onTestFinished(() => observer.disconnect());

    hub.update({ locale: 'nl' });
    await screen.findByRole('heading', { name: 'Account koppelen' });
    hub.update({ locale: 'en' });
    await screen.findByRole('heading', { name: 'Connect an account' });
    await waitFor(() => expect(seen).toContain('en'));
    expect([...seen]).toEqual(['it', 'nl', 'en']);
  });
});

describe("a host's own sentences", () => {
  it('come before those of the language', async () => {
    mountHub({ token: 'sandbox:categories', locale: 'fr', messages: { 'title.create': 'Vos sources' } });
    await screen.findByRole('combobox', { name: 'Rechercher par nom ou par catégorie' });
    screen.getByRole('heading', { name: 'Vos sources' });
  });

  it('may be in a language that there is not', async () => {
    mountHub({
      token: 'sandbox:categories',
      locale: 'fa',
      messages: { language: 'fa', 'title.create': 'اتصال حساب' },
    });
    await screen.findByRole('heading', { name: 'اتصال حساب' });
    expect(root()).toHaveAttribute('lang', 'fa');
    expect(root()).toHaveAttribute('dir', 'rtl');
  });
});

describe('what a server renders', () => {
  it.each(['de', 'he', undefined])('is taken over as it is, with the locale %s', async (locale) => {
    readerOf('pl', 'en');
    const api = openApi();
    const page = (
      <ConnectHub token="sandbox:categories" baseUrl={BASE_URL} fetch={api.fetch} locale={locale} />
    );
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(page);
    const mismatches: unknown[] = [];
    const hub = hydrateRoot(container, page, { onRecoverableError: (error) => mismatches.push(error) });
    onTestFinished(() => {
      act(() => hub.unmount());
      container.remove();
    });
    await screen.findByRole('option', { name: /BambooHR/ });
    expect(root()).toHaveAttribute('lang', locale ?? 'pl');
    expect(mismatches).toEqual([]);
  });

  it('shows no words, as it does not know who reads', () => {
    expect(renderToString(<ConnectHub token="sandbox:categories" />)).toContain('data-awaited=""');
  });
});
