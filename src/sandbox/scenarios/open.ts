import type { WireField } from '../catalog/types.js';
import { keepCredentials } from '../credentials.js';
import type { Account, Owner, Session } from '../documents.js';
import { legacyEntryOf, setupOf } from '../fields.js';
import type { World } from '../world.js';
import type { Connector, Definition, Seed } from './definition.js';
import { definitions } from './table.js';

const byToken: ReadonlyMap<string, Definition> = new Map(
  definitions.map((definition) => [definition.token, definition]),
);

/** `sandbox:edit` is everybody's; `sandbox:edit:anything` is the same scenario with data of its own. */
function parseToken(token: string): { definition: Definition; copy: string } | undefined {
  const [, name = '', copy] = /^(sandbox:[a-z-]+)(?::([\w-]{1,64}))?$/.exec(token) ?? [];
  const definition = byToken.get(name);
  return definition && { definition, copy: copy === undefined ? '' : `-${copy}` };
}

export const definitionOf = (token: string): Definition | undefined => parseToken(token)?.definition;

/** What is configured for a session: its scenario's connectors, or the catalogue. */
export const connectorsOf = (world: World, { token }: Session): readonly Connector[] =>
  definitionOf(token)?.connectors?.(world) ?? world.catalog;

/** A form's fields without their rules, where the rules are the attack. */
export const trustedFields = (session: Session, fields: readonly WireField[]): readonly WireField[] =>
  definitionOf(session.token)?.untrusted
    ? fields.map(({ key, label, required = false }) => ({ key, label, required }))
    : fields;

/** What a scenario puts into the list of connectors besides connectors. */
export const strangeItemsOf = ({ token }: Session): readonly unknown[] => definitionOf(token)?.items ?? [];

/** The session of a ready-made token, made with its accounts on its first use. */
export async function openScenario(world: World, token: string): Promise<Session | undefined> {
  const scenario = parseToken(token);
  if (!scenario) return undefined;
  const { definition, copy } = scenario;
  const now = world.now();
  const session = sessionFor(definition, token, copy, now);
  return world.inTurn(async () => {
    const opened = await world.store.get<Session>('session', token);
    if (opened) return opened;
    for (const seed of definition.accounts ?? []) {
      const account = accountFor(seed, session.owner, copy, now);
      await world.store.put('account', account.id, account);
    }
    await world.store.put('session', token, session);
    return session;
  });
}

function sessionFor(definition: Definition, token: string, copy: string, now: number): Session {
  const { lifetime, session } = definition;
  const name = definition.token.slice('sandbox:'.length);
  const bound = session?.accountId;
  return {
    token,
    id: definitions.indexOf(definition) + 1,
    owner: { id: `sandbox-${name}${copy}`, name: 'Acme Corp', username: 'avery@acme.example' },
    categories: null,
    provider: null,
    integrationId: null,
    multiple: false,
    label: null,
    metadata: null,
    type: 'production',
    allowedOrigins: [],
    returnUrl: null,
    externalTriggerToken: `trigger-${name}${copy}`,
    createdAt: now,
    expiresAt: lifetime === undefined ? null : now + lifetime * 1000,
    ...session,
    accountId: bound ? bound + copy : null,
  };
}

function accountFor(seed: Seed, owner: Owner, copy: string, now: number): Account {
  const { entry } = seed;
  const given = new Map(Object.entries({ ...seed.plain, ...seed.secrets }));
  return {
    id: seed.id + copy,
    owner,
    integrationId: entry.integrationId,
    provider: entry.provider,
    providerName: entry.name,
    version: entry.version,
    legacy: legacyEntryOf(entry),
    ...keepCredentials(setupOf(entry).fields, given),
    signedInAs: seed.signedInAs ?? null,
    label: seed.label ?? null,
    metadata: null,
    type: 'production',
    status: seed.status ?? 'active',
    statusReasons: seed.statusReasons ?? [],
    createdAt: now,
    updatedAt: now,
  };
}
