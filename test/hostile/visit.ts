/** A user who tries everything there is, on a hub whose server says what it likes. */
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { account, current, details, field, integration, session } from '../api/wire.js';
import { answerWith } from '../authorize/support/server.js';
import { fakeWindows } from '../authorize/support/windows.js';
import { openScene, pass, settled, type Scene } from '../faults/scene.js';
import { guardPage } from './guard.js';

const CONFIG = {
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
};

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
    enabled_features: [
      'idempotency',
      'field_errors',
      'connected',
      'account_names',
      'attempt_start_url',
      'attempt_phases',
    ],
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
  'GET /hub/connectors/:id': details(current(CONFIG)),
  'GET /hub/accounts/:id': account({ status: 'error', status_reasons: ['Revoked'], display_name: 'Ada' }),
  'POST /hub/accounts': { id: 'account-2', provider: 'bamboohr', display_name: 'Ada' },
  'PATCH /hub/accounts/:id': {},
  'POST /hub/connection_attempts': {
    id: 'attempt-1',
    start_url: 'https://hosted.example.test/start?a=1',
    expires_in: 300,
  },
  'GET /hub/connection_attempts/:id': {
    status: 'pending',
    account: null,
    error: { code: 'provider_error', description: 'No.' },
    phase: 'callback_received',
    poll_after: 1,
    another_account: { display_name: 'Grace', instead_of: 'Ada' },
  },
  'POST /hub/connection_attempts/:id/confirm': {},
  'DELETE /hub/connection_attempts/:id': {},
} as const;
export type Asked = keyof typeof ANSWERS;
export const LINES = Object.keys(ANSWERS) as Asked[];

/** What is said to each of them. */
export type Said = { readonly [line in Asked]?: unknown };

/** The same where the connector is connected by signing in. */
const SIGN_IN_ANSWERS = {
  ...ANSWERS,
  'GET /hub/connectors/:id': details(current({ ...CONFIG, type: 'oauth2' })),
};

/** Statuses besides 200 that a hostile answer can come with. */
export type Statuses = { readonly [line in Asked]?: number };

const lineOf = (method: string, path: string): Asked =>
  `${method} ${path.replace(/\/(accounts|connectors|connection_attempts)\/[^/]+/, '/$1/:id')}` as Asked;

/** How much a whole visit may ask for, whatever is answered. */
const MAX_REQUESTS = 60;

/** One way to come. */
export interface Way {
  /** Default: a form is filled in. */
  readonly signIn: boolean;
  /** The account to edit; default: one is made. */
  readonly accountId: string | undefined;
}

/** What a server says on this way where it means well. */
export const answersOn = ({ signIn = false }: Partial<Way>): Required<Said> =>
  signIn ? SIGN_IN_ANSWERS : ANSWERS;

/** What a visit has to be like for this line to be asked. */
export function needs(line: Asked): Partial<Way> {
  if (line.includes('connection_attempts')) return { signIn: true };
  if (line === 'GET /hub/accounts/:id') return { accountId: 'account-1' };
  if (line === 'PATCH /hub/accounts/:id') return { signIn: false, accountId: 'account-1' };
  if (line === 'POST /hub/accounts') return { signIn: false, accountId: undefined };
  return line === 'GET /hub/connectors' ? { accountId: undefined } : {};
}

/** Credentials that were sent. */
export interface SentCredentials {
  /** The body. */
  readonly text: string;
  /** The ids of the fields that the user saw with something in them. */
  readonly filled: readonly string[];
}

export interface Visit {
  readonly scene: Scene;
  /** Every line that was asked. */
  readonly asked: ReadonlySet<Asked>;
  readonly sent: readonly SentCredentials[];
  /** The form said of a field what is wrong with it. */
  readonly refused: boolean;
}

/** Comes, chooses, fills in, sends, changes their mind, and goes; after every step the page is looked at. */
export async function visit(said: Said, way: Partial<Way> = {}, statuses: Statuses = {}): Promise<Visit> {
  const { accountId } = way;
  const answers: Said = { ...answersOn(way), ...said };
  const guard = guardPage();
  const windows = fakeWindows();
  const addresses: string[] = [];
  const asked = new Set<Asked>();
  const sent: SentCredentials[] = [];
  let refused = false;
  const server = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const { href, pathname } = new URL(input instanceof Request ? input.url : input);
    const line = lineOf(init.method ?? 'GET', pathname);
    // What fails in here the hub takes for a network that is not there.
    addresses.push(href);
    asked.add(line);
    return answerWith(statuses[line] ?? 200, JSON.stringify(answers[line]) ?? '');
  };
  const scene = openScene(server, { token: 'token-1', ...(accountId !== undefined && { accountId }) });
  const step = async (act_?: () => void) => {
    if (act_) act(act_);
    await pass(scene, 3, 3);
    guard.look();
    expect(scene.line.sent.length).toBeLessThan(MAX_REQUESTS);
  };

  const press = async (button: HTMLElement | null) => {
    if (button) await step(() => button.click());
  };
  const send = async () => {
    const filled = filledIn();
    const before = scene.line.sent.length;
    await press(primary());
    const calls = scene.line.sent.slice(before).filter(({ text }) => text.includes('"credentials":'));
    sent.push(...calls.map(({ text }) => ({ text, filled })));
    refused ||= document.querySelector('[data-invalid]') !== null;
  };

  await step();
  await press(document.querySelector<HTMLElement>('[role=option]'));
  await step(fillEverything);
  await send();
  await press(screen.queryByRole('button', { name: 'Replace it' }));
  await press(screen.queryByRole('button', { name: 'Cancel' }));
  await send();
  await press(screen.queryByRole('button', { name: 'Back' }));
  scene.unmount();
  await pass(scene, 1);
  await settled(scene);
  expect(vi.getTimerCount()).toBe(0);
  guard.look();
  for (const address of addresses) expect(address).toMatch(AT_THE_API);
  for (const { urls } of windows.opened) {
    for (const url of urls) expect(url).toMatch(ONLY_THERE);
  }
  return { scene, asked, sent, refused };
}

const AT_THE_API = /^http:\/\/sandbox\.localhost\/(hub|connect_sessions)\//;

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

/** The ids of the fields that have something in them; what cannot be changed has its own rules. */
const filledIn = (): readonly string[] =>
  Array.from(document.querySelectorAll<HTMLElement>('[data-field]'))
    .filter((slot) =>
      Array.from(slot.querySelectorAll<HTMLInputElement>(CHANGEABLE)).some(({ value }) => value.trim()),
    )
    .map(({ dataset }) => dataset['field'] ?? '');

const CHANGEABLE =
  ':is(input:not([type=radio], [type=checkbox], [readonly]), textarea:not([readonly]), select)';
