import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { few } from '../../src/sandbox/scenarios/few.js';
import { everyField } from '../../src/sandbox/scenarios/fields.js';
import type { SessionInput } from '../../src/sandbox/session-input.js';
import { attemptIn, type FakeWindow, fakeWindows } from '../authorize/support/windows.js';
import { type Api, BASE_URL, openApi } from '../support/api.js';
import { type MountedHub, mountHub } from '../support/hub.js';
import { connectBambooHr, formOpensAt, heading, option, pick, press } from './support/steps.js';

/** Every field that a backend can make a session with, and what it does. */

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const GREENHOUSE = '5a4db0c5-0000-4000-8000-000000000004';
const MINUTE = 60_000;

interface Opened extends MountedHub {
  /** Lets time pass for the sandbox. */
  readonly pass: (milliseconds: number) => void;
}

/** The hub with a session that a backend made. */
async function openMade(input: object, before?: (api: Api) => Promise<object>): Promise<Opened> {
  let time = Date.now();
  const api = openApi({ catalog: [...few, everyField], now: () => time });
  const more = before ? await before(api) : {};
  const hub = mountHub({ api, token: await api.token({ ...input, ...more }) });
  return {
    ...hub,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** BambooHR, connected for the owner by somebody else; gives the account's id. */
async function connectEarlier(api: Api, input: object): Promise<string> {
  const hub = mountHub({ api, token: await api.token(input) });
  await connectBambooHr({ subdomain: 'earlier' });
  await heading('BambooHR is connected');
  hub.unmount();
  return hub.heard.successes[0]?.id ?? '';
}

interface Made {
  readonly effect: string;
  readonly input: Partial<SessionInput>;
  readonly before?: (api: Api) => Promise<object>;
  readonly shows: (hub: Opened) => Promise<void>;
}

async function connectBambooHrIn({ api, heard }: Opened, owner = 'acme') {
  await pick(/BambooHR/);
  await connectBambooHr();
  await heading('BambooHR is connected');
  const [account] = await api.accounts(owner);
  expect(account?.id).toBe(heard.successes[0]?.id);
  return account;
}

/** Continues to HubSpot; gives the start page of the window that opened. */
async function openStartPage({ api }: Opened): Promise<URL> {
  const { opened } = fakeWindows();
  await pick(/HubSpot/);
  await press('Continue to HubSpot');
  return waitFor(async () => {
    const { nonce = '' } = attemptIn(opened[0] as FakeWindow);
    const found = await api.fetch(`${BASE_URL}/opening/${nonce}`);
    return new URL(((await found.json()) as { readonly start_url: string }).start_url);
  });
}

/** What the start page's own script asks for. */
async function begin({ api }: Opened, page: URL, opener: boolean): Promise<{ readonly url?: string }> {
  const id = page.searchParams.get('a') ?? '';
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ opener }) };
  return (await (await api.fetch(`${BASE_URL}/start/${id}`, init)).json()) as { readonly url?: string };
}

const MADE: { readonly [field in keyof SessionInput]-?: Made } = {
  allowed_origins: {
    effect: 'the start page of a sign-in asks pages of these origins for its proof, and no others',
    input: { allowed_origins: ['https://app.acme.test', 'https://admin.acme.test'] },
    shows: async (hub) => {
      const page = await openStartPage(hub);
      const html = await (await hub.api.fetch(page)).text();
      const { origins } =
        new DOMParser().parseFromString(html, 'text/html').getElementById('attempt')?.dataset ?? {};
      expect(JSON.parse(origins ?? '')).toEqual(['https://app.acme.test', 'https://admin.acme.test']);
      expect(await begin(hub, page, true)).toEqual({});
    },
  },
  return_url: {
    effect: 'a sign-in whose window is cut off comes back there',
    input: { return_url: 'https://app.acme.test/back?tab=2' },
    shows: async (hub) => {
      const { url = '' } = await begin(hub, await openStartPage(hub), false);
      const body = new URLSearchParams({ decision: 'allow', as: 'avery@acme.example' });
      const decided = await hub.api.fetch(url, { method: 'POST', body });
      const back = await hub.api.fetch(decided.headers.get('location') ?? '');
      expect(back.headers.get('location')).toMatch(
        /^https:\/\/app\.acme\.test\/back\?tab=2#attempt=[^&]+&confirm=[^&]+$/,
      );
      expect(hub.heard.successes).toEqual([]);
    },
  },
  origin_owner_id: {
    effect: 'the account is this owner’s',
    input: { origin_owner_id: 'globex' },
    shows: async (hub) => {
      expect(await connectBambooHrIn(hub, 'globex')).toMatchObject({ origin_owner_id: 'globex' });
    },
  },
  origin_owner_name: {
    effect: 'the hub says for whom it connects',
    input: { origin_owner_name: 'Globex' },
    shows: async () => {
      expect(await screen.findByText('For Globex')).toBeVisible();
    },
  },
  origin_username: {
    effect: 'the user is named beside the owner',
    input: { origin_username: 'avery@acme.example' },
    shows: async () => {
      expect(await screen.findByText('For Acme Corp · avery@acme.example')).toBeVisible();
    },
  },
  categories: {
    effect: 'only connectors of these categories are offered',
    input: { categories: ['crm', 'documents'] },
    shows: async () => {
      await option(/Attio/);
      expect(screen.getAllByRole('option')).toHaveLength(4);
      expect(screen.queryByRole('option', { name: /BambooHR/ })).toBeNull();
    },
  },
  provider: {
    effect: 'the hub opens at this provider’s form',
    input: { provider: 'attio' },
    shows: () => formOpensAt('Attio'),
  },
  provider_version: {
    effect: 'is accepted, and changes nothing',
    input: { provider: 'attio', provider_version: '7' },
    shows: () => formOpensAt('Attio'),
  },
  integration_id: {
    effect: 'the hub opens at this integration',
    input: { integration_id: GREENHOUSE },
    shows: () => formOpensAt('Greenhouse'),
  },
  connector_profile_id: {
    effect: 'the hub opens at this integration, by its newer name',
    input: { connector_profile_id: GREENHOUSE },
    shows: () => formOpensAt('Greenhouse'),
  },
  account_id: {
    effect: 'the hub opens in edit mode on this account',
    input: {},
    before: async (api) => ({ account_id: await connectEarlier(api, { provider: 'bamboohr' }) }),
    shows: async () => {
      await heading('Edit BambooHR');
      expect(await screen.findByLabelText('Subdomain')).toHaveValue('earlier');
    },
  },
  multiple: {
    effect: 'another account of the same provider can be made',
    input: { provider: 'bamboohr', multiple: true },
    before: async (api) => {
      await connectEarlier(api, { provider: 'bamboohr' });
      return {};
    },
    shows: async ({ api, heard }) => {
      await formOpensAt('BambooHR');
      await connectBambooHr();
      await heading('BambooHR is connected');
      expect(await api.accounts('acme')).toHaveLength(2);
      expect(heard.successes).toMatchObject([{ mode: 'created' }]);
    },
  },
  expires_in: {
    effect: 'the session ends after so many seconds',
    input: { expires_in: 60 },
    shows: async ({ pass }) => {
      await option(/BambooHR/);
      pass(MINUTE);
      await pick(/BambooHR/);
      await heading('Your session has expired');
    },
  },
  metadata: {
    effect: 'tags are put on the account',
    input: { metadata: { team: 'blue' } },
    shows: async (hub) => {
      expect(await connectBambooHrIn(hub)).toMatchObject({ metadata: { team: 'blue' } });
    },
  },
  label: {
    effect: 'a label is put on the account',
    input: { label: 'Head office' },
    shows: async (hub) => {
      expect(await connectBambooHrIn(hub)).toMatchObject({ label: 'Head office' });
    },
  },
  type: {
    effect: 'a test session says so, and so does its account',
    input: { type: 'TEST' as 'test' },
    shows: async (hub) => {
      expect(await screen.findByText('Test')).toBeVisible();
      expect(await connectBambooHrIn(hub)).toMatchObject({ type: 'test' });
    },
  },
};

describe('a session is made with', () => {
  it.each(Object.entries(MADE).map(([field, row]) => ({ field, ...row })))(
    '$field: $effect',
    async ({ input, before, shows }) => shows(await openMade(input, before)),
  );

  it('a provider that is connected already, without multiple: the account opens for editing', async () => {
    await openMade({ provider: 'bamboohr' }, async (api) => {
      await connectEarlier(api, { provider: 'bamboohr' });
      return {};
    });
    await heading('Edit BambooHR');
  });
});
