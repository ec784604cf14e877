import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ConnectSession } from '../../src/api/schemas.js';
import { everyField } from '../../src/sandbox/scenarios/fields.js';
import { openApi } from '../support/api.js';
import { type MountedHub, mountHub } from '../support/hub.js';
import { formOpensAt, heading, option, pick, press, type } from './support/steps.js';

/** Every field of the session that the server tells the hub of, and what it does. */

const GREENHOUSE = '5a4db0c5-0000-4000-8000-000000000004';

const readySession = ({ heard }: MountedHub): unknown =>
  heard.events.find(({ type: kind }) => kind === 'ready');

interface ToldHub extends MountedHub {
  /** How often the host was asked for a token. */
  readonly asked: () => number;
}

interface Told {
  readonly effect: string;
  /** What the server says of the session in this field, one after the other. */
  readonly values: readonly unknown[];
  /** What time it is, where that matters: it stands still. */
  readonly now?: number;
  readonly shows: (value: unknown, hub: ToldHub) => Promise<void>;
}

/** Has no screen of its own: the host hears it with the `ready` event. */
const comesWithReady = (field: string, ...values: readonly unknown[]): Told => ({
  effect: 'comes with the ready event',
  values,
  shows: async (value, hub) => {
    await waitFor(() => expect(readySession(hub)).toMatchObject({ session: { [field]: value } }));
  },
});

const TOLD: { readonly [field in keyof Required<ConnectSession>]: Told } = {
  id: comesWithReady('id', 4711),
  organization_id: comesWithReady('organization_id', 7, 'org_7'),
  project_id: comesWithReady('project_id', 'project-7'),
  created_at: comesWithReady('created_at', '2026-01-31T09:30:00.000+01:00'),
  label: comesWithReady('label', 'Head office', null),
  metadata: comesWithReady('metadata', { team: 'blue' }, null),
  origin_owner_id: comesWithReady('origin_owner_id', 'globex'),
  origin_owner_name: {
    effect: 'is named on screen',
    values: ['Globex'],
    shows: async () => {
      expect(await screen.findByText(/^For Globex/)).toBeVisible();
    },
  },
  origin_username: {
    effect: 'is named on screen where there is one',
    values: ['blake', null],
    shows: async (value) => {
      expect(await screen.findByText(value ? 'For Acme Corp · blake' : 'For Acme Corp')).toBeVisible();
    },
  },
  categories: {
    effect: 'restricts what is offered, in either spelling',
    values: [['hris', 'crm'], ['hris', 'crm', 'hrisLegacy', 'tomorrow'], []],
    shows: async (value) => {
      await option(/BambooHR/);
      const isFilter = (value as readonly string[]).length > 0;
      expect(screen.queryAllByRole('option', { name: /Ashby|Greenhouse|Lever/ })).toHaveLength(
        isFilter ? 0 : 3,
      );
    },
  },
  provider: {
    effect: 'opens this provider’s form',
    values: ['attio'],
    shows: () => formOpensAt('Attio'),
  },
  integration_id: {
    effect: 'opens this integration’s form',
    values: [GREENHOUSE],
    shows: () => formOpensAt('Greenhouse'),
  },
  account_id: {
    effect: 'opens this account for editing',
    values: ['45000000000000000010'],
    shows: async () => {
      await heading('Edit BambooHR');
    },
  },
  type: {
    effect: 'a test session says so, and no other',
    values: ['test', 'TEST', 'production', 'rehearsal', null],
    shows: async (value) => {
      await option(/BambooHR/);
      const isTest = String(value).toLowerCase() === 'test';
      expect(screen.queryAllByText('Test')).toHaveLength(isTest ? 1 : 0);
    },
  },
  external_trigger_token: {
    effect: 'fills the field that is for it, and comes with no event',
    values: ['canary-trigger-token'],
    shows: async (value, { heard, container }) => {
      await waitFor(() => expect(heard.events).toContainEqual(expect.objectContaining({ type: 'ready' })));
      expect(container.innerHTML).not.toContain(value);
      await pick(/Every Field/);
      expect(await screen.findByLabelText('Trigger token')).toHaveValue(String(value));
      await type('Company', 'Acme');
      await type('Password', 'a-password');
      await press('Connect');
      expect(JSON.stringify(heard)).not.toContain(value);
      expect(heard.events).toContainEqual({
        type: 'ready',
        session: expect.not.objectContaining({ external_trigger_token: expect.anything() }),
      });
    },
  },
  expires_at: {
    effect: 'comes with the ready event; the host is asked for the next token before',
    // So near that it is time for another token, and not over yet.
    values: ['2026-01-01T00:00:08.000Z'],
    now: Date.UTC(2026, 0, 1),
    shows: async (value, hub) => {
      await waitFor(() => expect(readySession(hub)).toMatchObject({ session: { expires_at: value } }));
      expect(hub.asked()).toBe(1);
      await pick(/Attio/);
      await heading('Connect Attio');
      expect(hub.asked()).toBe(2);
    },
  },
};

/** The hub with a session of which the server says this. */
function openTold(field: string, value: unknown): ToldHub {
  const api = openApi();
  const said = { origin_username: null, external_trigger_token: null, [field]: value };
  api.between(async ({ path }, pass) => {
    const answer = await pass();
    if (path === '/connect_sessions/authenticate') {
      return Response.json({ ...((await answer.json()) as object), ...said });
    }
    if (path === '/hub/connectors') return Response.json(await withEveryField(answer));
    return path.endsWith(everyField.integrationId) ? Response.json({ config: everyField.config }) : answer;
  });
  let asked = 0;
  const getToken = async (): Promise<string> => {
    asked += 1;
    return 'sandbox:connected';
  };
  return { ...mountHub({ api, getToken }), asked: () => asked };
}

async function withEveryField(answer: Response): Promise<object> {
  const list = (await answer.json()) as { readonly integrations: readonly object[] };
  const { name, provider, integrationId, category } = everyField;
  const integration = { active: true, name, provider, type: category, integration_id: integrationId };
  return { ...list, external_trigger_token: null, integrations: [...list.integrations, integration] };
}

describe('the hub is told of a session with', () => {
  const rows = Object.entries(TOLD).flatMap(([field, { values, ...row }]) =>
    values.map((value) => ({ field, value, ...row })),
  );

  it.each(rows)('$field $value: $effect', async ({ field, value, now, shows }) => {
    if (now !== undefined) {
      vi.useFakeTimers({ toFake: ['Date'], now });
      onTestFinished(() => void vi.useRealTimers());
    }
    await shows(value, openTold(field, value));
  });

  it('every field that the schema knows', () => {
    expect(new Set(Object.keys(TOLD))).toEqual(new Set(Object.keys(ConnectSession.shape)));
  });

  it('none of the optional ones, in the shape of the oldest servers', async () => {
    const api = openApi();
    api.between(async ({ path }, pass) => {
      if (path !== '/connect_sessions/authenticate') return pass();
      const session = { id: 1, organization_id: 1, project_id: 'p', categories: null, provider: null };
      return Response.json({ ...session, origin_owner_id: 'acme', origin_owner_name: 'Acme Corp' });
    });
    const hub = mountHub({ api, token: 'sandbox:categories' });
    await option(/BambooHR/);
    expect(await screen.findByText('For Acme Corp')).toBeVisible();
    await waitFor(() => expect(readySession(hub)).toMatchObject({ session: { id: 1 } }));
  });
});
