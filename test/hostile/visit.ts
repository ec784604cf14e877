/** A user who tries everything there is, on a hub whose server says what it likes. */
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { account, current, details, field, integration, session } from '../api/wire.js';
import { answerWith } from '../authorize/support/server.js';
import { fakeWindows } from '../authorize/support/windows.js';
import { openScene, pass, settled, type Scene } from '../faults/scene.js';
import { BASE_URL } from '../support/api.js';
import { guardPage } from './guard.js';

/** What a server says where it means well, by the line of the request. */
export const ANSWERS = {
  'POST /connect_sessions/authenticate': session({
    categories: null,
    provider: null,
    account_id: null,
    integration_id: null,
    expires_at: null,
  }),
  'GET /hub/settings': {
    enabled_features: ['idempotency', 'field_errors', 'connected', 'account_names'],
    sign_in_origin: 'https://hosted.example.test',
    opening_url: 'https://hosted.example.test/opening',
  },
  'GET /hub/connectors': {
    integrations: [
      integration({ connected: [] }),
      integration({ integration_id: 'integration-2', name: 'HubSpot', type: 'crm', connected: [] }),
    ],
    webhooks_url: 'https://hooks.example',
  },
  'GET /hub/connectors/:id': details(
    current({
      configFields: [
        field({ key: 'subdomain', label: 'Subdomain', type: 'text', secret: false, value: 'acme' }),
        field({
          key: 'region',
          label: 'Region',
          type: 'select',
          required: false,
          options: [{ label: 'Europe', value: 'eu', description: 'Frankfurt' }],
          condition: "{{ subdomain == 'acme' }}",
          tooltip: 'Where it is.',
        }),
        field({ validation: { type: 'html-pattern', pattern: '^[a-z]+$', error: 'Letters only.' } }),
      ],
      configNotices: [{ key: 'n', type: 'warning', description: 'Be **careful**.', anchor: 'apiKey' }],
    }),
  ),
  'GET /hub/accounts/:id': account({ status: 'error', status_reasons: ['Revoked'], display_name: 'Ada' }),
  'POST /hub/accounts': { id: 'account-2', provider: 'bamboohr', display_name: 'Ada' },
  'PATCH /hub/accounts/:id': {},
  'POST /hub/connection_attempts': {
    id: 'attempt-1',
    start_url: 'https://hosted.example.test/start?a=1',
    expires_in: 300,
  },
  'GET /hub/connection_attempts/:id': {
    status: 'error',
    account: null,
    error: { code: 'provider_error', description: 'No.' },
  },
  'DELETE /hub/connection_attempts/:id': {},
} as const;
export type Asked = keyof typeof ANSWERS;
export const LINES = Object.keys(ANSWERS) as Asked[];

/** What is said to each of them. */
export type Said = { readonly [line in Asked]?: unknown };

/** Statuses besides 200 that a hostile answer can come with. */
export type Statuses = { readonly [line in Asked]?: number };

const lineOf = (method: string, path: string): Asked =>
  `${method} ${path.replace(/\/(accounts|connectors|connection_attempts)\/[^/]+$/, '/$1/:id')}` as Asked;

/** How much a whole visit may ask for, whatever is answered. */
const MAX_REQUESTS = 60;

export interface Visit {
  readonly scene: Scene;
  /** What was sent as credentials, as text. */
  readonly sent: readonly string[];
}

/** Comes, chooses, fills in, sends, and goes; after every step the page is looked at. */
export async function visit(said: Said, statuses: Statuses = {}, accountId?: string): Promise<Visit> {
  const guard = guardPage();
  const windows = fakeWindows();
  const server = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    expect(url.href.startsWith(`${BASE_URL}/`)).toBe(true);
    expect(url.pathname).toMatch(/^\/(hub|connect_sessions)\//);
    const line = lineOf(init.method ?? 'GET', url.pathname);
    const body = line in said ? said[line] : ANSWERS[line];
    return answerWith(statuses[line] ?? 200, JSON.stringify(body) ?? '');
  };
  const scene = openScene(server, { token: 'token-1', ...(accountId !== undefined && { accountId }) });
  const step = async (act_?: () => void) => {
    if (act_) act(act_);
    await pass(scene, 3, 3);
    guard.look();
    expect(scene.line.sent.length).toBeLessThan(MAX_REQUESTS);
  };

  await step();
  await step(() => document.querySelector<HTMLElement>('[role=option]')?.click());
  await step(fillEverything);
  await step(() => primary()?.click());
  await step(() => primary()?.click());
  await step(() => screen.queryByRole('button', { name: 'Back' })?.click());
  for (const { urls } of windows.opened) {
    for (const url of urls) expect(url).toMatch(ONLY_THERE);
  }
  const sent = scene.line.sent
    .filter(({ method, path }) => method !== 'GET' && path.startsWith('/hub/accounts'))
    .map(({ text }) => text);
  scene.unmount();
  await pass(scene, 1);
  await settled(scene);
  expect(vi.getTimerCount()).toBe(0);
  guard.look();
  return { scene, sent };
}

/** Blank, at the API, or at the one origin that settings named. */
const ONLY_THERE = /^($|http:\/\/sandbox\.localhost\/|https:\/\/hosted\.example\.test(\/|$))/;

const primary = (): HTMLElement | null =>
  document.querySelector('button[type=submit]') ?? document.querySelector('button[data-kind=primary]');

function fillEverything(): void {
  const inputs = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type=radio],[type=checkbox],[readonly],[role=combobox]), textarea:not([readonly])',
  );
  for (const input of inputs) fireEvent.change(input, { target: { value: 'acme' } });
  for (const select of document.querySelectorAll('select')) {
    const value = select.options[select.options.length - 1]?.value;
    fireEvent.change(select, { target: { value } });
  }
}
