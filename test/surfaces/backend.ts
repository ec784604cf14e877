import { randomUUID } from 'node:crypto';
import { hubHeaders } from '../server/acme.js';
import { API_KEY } from '../server/main.js';

/** For whom a host's backend makes sessions. */
export interface Owner {
  readonly origin_owner_id: string;
  readonly origin_owner_name: string;
}

/** What the API tells a host's backend of an account. */
export interface LinkedAccount {
  readonly id: string;
  readonly provider: string;
  readonly setup_information: { readonly [key: string]: string };
}

/** The part of a host that has the API key. */
export interface Backend {
  /** @returns the session's token. */
  readonly session: (session: object) => Promise<string>;
  readonly accounts: (owner: Owner) => Promise<readonly LinkedAccount[]>;
  /** The configured integration that a session's provider and category mean. */
  readonly integrationId: (session: object) => Promise<string>;
  /** Connects an account as the hub does, without the hub. */
  readonly connect: (session: object, credentials: object) => Promise<string>;
  /** What the API tells the hub of a stored secret. */
  readonly secretHint: (session: object, accountId: string, key: string) => Promise<string | undefined>;
}

export const newOwner = (): Owner => ({ origin_owner_id: randomUUID(), origin_owner_name: 'Acme Corp' });

export function openBackend(apiUrl: string): Backend {
  const withKey = { authorization: `Basic ${btoa(`${API_KEY}:`)}`, 'content-type': 'application/json' };
  const call = async <Answer>(path: string, headers: Record<string, string>, body?: object) => {
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(apiUrl + path, { headers, ...init });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };

  const session = async (asked: object): Promise<string> =>
    (await call<{ readonly token: string }>('/connect_sessions', withKey, asked)).token;
  const asHub = async (asked: object) => hubHeaders(await session(asked));

  async function integrationId(asked: object): Promise<string> {
    const { integrations } = await call<{
      readonly integrations: readonly { readonly active: boolean; readonly integration_id: string }[];
    }>('/hub/connectors', await asHub(asked));
    const [only, ...more] = integrations.filter(({ active }) => active);
    if (!only || more.length > 0) throw new Error('The session is not bound to one integration.');
    return only.integration_id;
  }

  return {
    session,
    integrationId,
    accounts: ({ origin_owner_id: owner }) => call(`/accounts?origin_owner_id=${owner}`, withKey),
    async connect(asked, credentials) {
      const body = { integration_id: await integrationId(asked), credentials };
      return (await call<{ readonly id: string }>('/hub/accounts', await asHub(asked), body)).id;
    },
    async secretHint(asked, accountId, key) {
      const { secrets } = await call<{ readonly secrets?: Readonly<Record<string, string>> }>(
        `/hub/accounts/${accountId}`,
        await asHub(asked),
      );
      return secrets?.[key];
    },
  };
}
