import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CatalogEntry, WireField } from '../../src/sandbox/catalog/types.js';
import { few, fixedId } from '../../src/sandbox/scenarios/few.js';
import { callBrowser } from '../authorize/support/frames.js';
import { fakeWindows } from '../authorize/support/windows.js';
import type { Api } from '../support/api.js';
import { gate } from '../support/gate.js';
import { type MountedHub, mountHub } from '../support/hub.js';
import { leftFor, openApiNearby, RETURN_URL, signInHere } from './support/awayAndBack.js';
import { heading, pick, press, type } from './support/steps.js';

/** A form that was filled in before its whole tab went to the provider, in the hub that comes after. */

const NOT_KEPT = 'For your security this was not kept when you left the page. Please enter it again.';
const SECRET = 'canary-secret-0123456789';
const IN_APP =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

const plain = (key: string, label: string, more: Partial<WireField> = {}): WireField => ({
  key,
  label,
  type: 'text',
  required: true,
  secret: false,
  ...more,
});
const secret = (key: string, label: string): WireField => ({ key, label, type: 'password', required: true });

const acme = (...configFields: readonly WireField[]): CatalogEntry => ({
  integrationId: fixedId(77),
  active: true,
  version: '1',
  configKey: 'acmedesk_v1',
  environment: 'production',
  name: 'Acme Desk',
  provider: 'acmedesk',
  category: 'ticketing',
  config: { key: 'acmedesk', name: 'Acme Desk', type: 'oauth2', configFields },
});

const FIELDS = [
  plain('subdomain', 'Subdomain'),
  plain('region', 'Region', {
    type: 'select',
    value: 'eu',
    options: [
      { label: 'Europe', value: 'eu' },
      { label: 'Asia', value: 'asia' },
    ],
  }),
  secret('client_secret', 'Client secret'),
];

beforeEach(() => {
  sessionStorage.clear();
  callBrowser(IN_APP);
  fakeWindows();
});

afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', '/');
});

const session = async (api: Api, input: object = {}): Promise<string> =>
  api.token({ return_url: RETURN_URL, allowed_origins: [location.origin], ...input });

/** Presses what leaves the page, and takes the page away. */
async function leave(hub: MountedHub): Promise<void> {
  await press('Continue to Acme Desk');
  await press('Continue in this tab');
  await waitFor(() => expect(leftFor()).not.toBe(''));
  hub.unmount();
}

/** The hub of the page that the tab comes back to, with a session of its own. */
const comeBack = async (api: Api, input: object = {}): Promise<MountedHub> =>
  mountHub({ api, token: await session(api, input) });

const value = async (label: string): Promise<string> =>
  (await screen.findByLabelText<HTMLInputElement>(label)).value;

const storage = (): string => JSON.stringify(Object.entries(sessionStorage));

/** Of Acme Desk's form filled in, the tab gone and back. */
async function awayAndBack(decision: 'allow' | 'deny' | 'fail', fields: readonly WireField[] = FIELDS) {
  const api = openApiNearby([...few, acme(...fields)]);
  const hub = mountHub({ api, token: await session(api, { provider: 'acmedesk' }) });
  if (fields.length > 0) {
    await type('Subdomain', 'umbrella');
    await userEvent.selectOptions(screen.getByLabelText('Region'), 'asia');
    await type('Client secret', SECRET);
  }
  await leave(hub);
  const stored = storage();
  await signInHere(api, decision);
  return { api, stored };
}

describe('a new account’s form', () => {
  it('is there again with what was typed, when the provider said no; the secret is asked for in words', async () => {
    const { api, stored } = await awayAndBack('deny');
    expect(stored).toContain('umbrella');
    expect(stored).not.toContain(SECRET);
    await comeBack(api, { provider: 'acmedesk' });
    await screen.findByText(/Access was not given at Acme Desk/);
    expect(await value('Subdomain')).toBe('umbrella');
    expect(await value('Region')).toBe('asia');
    expect(await value('Client secret')).toBe('');
    expect(screen.getByLabelText('Client secret')).toHaveAccessibleDescription(NOT_KEPT);
    expect(screen.getAllByText(NOT_KEPT)).toHaveLength(1);
    expect(screen.getByLabelText('Client secret')).toHaveFocus();
    expect(sessionStorage).toHaveLength(0);
  });

  it('sends what was typed, with the secret that was typed again', async () => {
    const { api } = await awayAndBack('deny');
    await comeBack(api, { provider: 'acmedesk' });
    await type('Client secret', `${SECRET}-again`);
    expect(screen.queryByText(NOT_KEPT)).toBeNull();
    await press('Continue to Acme Desk');
    const sent = await waitFor(() => {
      const calls = api.callsTo('POST /hub/connection_attempts');
      expect(calls).toHaveLength(3);
      return JSON.parse(calls[2]?.text ?? '') as { readonly credentials: object };
    });
    expect(sent.credentials).toEqual({
      subdomain: 'umbrella',
      region: 'asia',
      client_secret: `${SECRET}-again`,
    });
  });

  it('does not go on without the secret', async () => {
    const { api } = await awayAndBack('deny');
    await comeBack(api, { provider: 'acmedesk' });
    await heading('Connect Acme Desk');
    await screen.findByLabelText('Client secret');
    await press('Continue to Acme Desk');
    await screen.findByText('Please fill this in.');
    expect(screen.getByText(NOT_KEPT)).toBeVisible();
    expect(api.callsTo('POST /hub/connection_attempts')).toHaveLength(2);
  });

  it('is there again where the sign-in was cancelled on the way, and nothing of it stays in storage', async () => {
    const api = openApiNearby([...few, acme(...FIELDS)]);
    const hub = mountHub({ api, token: await session(api, { provider: 'acmedesk' }) });
    await type('Subdomain', 'umbrella');
    await type('Client secret', SECRET);
    await leave(hub);
    history.replaceState(null, '', '/');
    await comeBack(api, { provider: 'acmedesk' });
    await heading('Finish signing in to Acme Desk');
    expect(storage()).not.toContain('umbrella');
    await press('Cancel');
    expect(await value('Subdomain')).toBe('umbrella');
    expect(screen.getByText(NOT_KEPT)).toBeVisible();
    expect(sessionStorage).toHaveLength(0);
  });

  it('is there again through Back and another look at the list', async () => {
    const { api } = await awayAndBack('deny', FIELDS);
    const hub = await comeBack(api);
    await screen.findByText(NOT_KEPT);
    await press('Back');
    await pick(/Acme Desk/);
    expect(await value('Subdomain')).toBe('umbrella');
    expect(screen.getByText(NOT_KEPT)).toBeVisible();
    await type('Client secret', 'again');
    await press('Back');
    await pick(/Acme Desk/);
    expect(await value('Client secret')).toBe('again');
    expect(screen.queryByText(NOT_KEPT)).toBeNull();
    hub.unmount();
  });

  it('asks for nothing again where there was nothing secret', async () => {
    const { api } = await awayAndBack('deny', []);
    const hub = await comeBack(api, { provider: 'acmedesk' });
    await screen.findByText(/Access was not given at Acme Desk/);
    expect(screen.queryByText(NOT_KEPT)).toBeNull();
    await press('Close');
    await waitFor(() => expect(hub.heard.closings).toHaveLength(1));
  });

  it('leaves nothing behind where the sign-in worked', async () => {
    const { api } = await awayAndBack('allow');
    const hub = await comeBack(api, { provider: 'acmedesk' });
    await heading('Acme Desk is connected');
    expect(hub.heard.successes).toHaveLength(1);
    expect(sessionStorage).toHaveLength(0);
    await press('Done');
    expect(hub.heard.closings).toMatchObject([{ reason: 'done' }]);
  });

  it('knows keys of any kind', async () => {
    const keys = ['__proto__', 'a.b', 'items[0]', 'constructor', '1'];
    const fields = keys.map((key, index) => plain(key, `Field ${index}`));
    const api = openApiNearby([...few, acme(...fields)]);
    const hub = mountHub({ api, token: await session(api, { provider: 'acmedesk' }) });
    for (const index of keys.keys()) await type(`Field ${index}`, `value-${index}`);
    await leave(hub);
    await signInHere(api, 'deny');
    await comeBack(api, { provider: 'acmedesk' });
    for (const index of keys.keys()) expect(await value(`Field ${index}`)).toBe(`value-${index}`);
  });
});

/** Acme Desk connected once, and its account opened for editing. */
async function connected() {
  const api = openApiNearby([...few, acme(...FIELDS)]);
  const hub = mountHub({ api, token: await session(api, { provider: 'acmedesk' }) });
  await type('Subdomain', 'umbrella');
  await type('Client secret', SECRET);
  await leave(hub);
  await signInHere(api, 'allow');
  const first = await comeBack(api, { provider: 'acmedesk' });
  await heading('Acme Desk is connected');
  first.unmount();
  const account = first.heard.successes[0]?.id;
  return { api, account };
}

describe('the hub that the tab comes back to', () => {
  it('says nothing before it knows the name of what was signed in to', async () => {
    const api = openApiNearby([...few, acme()]);
    const hub = mountHub({ api, token: await session(api, { provider: 'acmedesk' }) });
    await leave(hub);
    history.replaceState(null, '', '/');
    const name = gate();
    api.between(async ({ path }, pass) => {
      if (path.startsWith('/hub/connectors/')) await name.opened;
      return pass();
    });
    const next = await comeBack(api, { provider: 'acmedesk' });
    await waitFor(() =>
      expect(next.heard.events).toContainEqual({
        type: 'screen',
        screen: 'authorizing',
        integrationId: fixedId(77),
      }),
    );
    expect(screen.queryByRole('status')).not.toHaveTextContent('Finish');
    name.open();
    await heading('Finish signing in to Acme Desk');
  });
});

describe('an account’s form', () => {
  it('is there again with what was changed; a stored secret that was being replaced is asked for, and can be kept', async () => {
    const { api, account } = await connected();
    const hub = await comeBack(api, { account_id: account });
    await type('Subdomain', 'initech');
    await press(/^Replace: Client secret/);
    await type('Client secret', 'another-secret-9876');
    await leave(hub);
    expect(storage()).not.toContain('another-secret');
    await signInHere(api, 'deny');
    await comeBack(api, { account_id: account });
    expect(await value('Subdomain')).toBe('initech');
    expect(await value('Client secret')).toBe('');
    expect(screen.getByText(NOT_KEPT)).toBeVisible();
    await press('Keep the stored one');
    expect(screen.queryByText(NOT_KEPT)).toBeNull();
    await screen.findByRole('button', { name: /^Replace: Client secret/ });
  });

  it('leaves a stored secret alone that nobody touched', async () => {
    const { api, account } = await connected();
    const hub = await comeBack(api, { account_id: account });
    await type('Subdomain', 'initech');
    await leave(hub);
    await signInHere(api, 'deny');
    await comeBack(api, { account_id: account });
    expect(await value('Subdomain')).toBe('initech');
    await screen.findByRole('button', { name: /^Replace: Client secret/ });
    expect(screen.queryByText(NOT_KEPT)).toBeNull();
  });
});

describe('a provider’s own words', () => {
  it('are not shown on the way back where a secret was sent: they could repeat it', async () => {
    const { api } = await awayAndBack('fail');
    await comeBack(api, { provider: 'acmedesk' });
    await screen.findByRole('alert');
    expect(screen.queryByText('Details')).toBeNull();
    expect(document.body).not.toHaveTextContent('upstream');
  });

  it('are shown where there was none', async () => {
    const { api } = await awayAndBack('fail', []);
    await comeBack(api, { provider: 'acmedesk' });
    expect(await screen.findByText(/upstream/)).toBeInTheDocument();
  });
});
