import { findAccount } from './accounts.js';
import type { JsonObject } from './body.js';
import { categoryOf } from './categories.js';
import type { Owner, Session } from './documents.js';
import { ApiError, tokenExpired, tokenNotValid } from './errors.js';
import { sessionNumber, sessionToken, uuid } from './ids.js';
import { openScenario } from './scenarios/open.js';
import type { SessionInput } from './session-input.js';
import type { World } from './world.js';

const DEFAULT_LIFETIME = 1800;
/** RFC 3339 has years of four digits. */
const END_OF_TIME = Date.UTC(9999, 11, 31);

export async function createSession(world: World, input: SessionInput): Promise<Session> {
  const owner = {
    id: input.origin_owner_id,
    name: input.origin_owner_name,
    username: input.origin_username ?? null,
  };
  const integrationId = input.integration_id ?? input.connector_profile_id ?? null;
  checkConnector(world, input, integrationId);
  if (input.account_id) await checkAccount(world, input.account_id, owner);
  const now = world.now();
  const session: Session = {
    token: sessionToken(world.random),
    id: sessionNumber(world.random),
    owner,
    categories: input.categories?.length ? input.categories.map(categoryOf) : null,
    provider: input.provider ?? null,
    integrationId,
    accountId: input.account_id ?? null,
    multiple: input.multiple ?? false,
    label: input.label ?? null,
    metadata: input.metadata ?? null,
    type: input.type ?? 'production',
    allowedOrigins: input.allowed_origins ?? [],
    returnUrl: input.return_url ?? null,
    externalTriggerToken: uuid(world.random),
    createdAt: now,
    expiresAt: Math.min(now + (input.expires_in ?? DEFAULT_LIFETIME) * 1000, END_OF_TIME),
  };
  await world.store.put('session', session.token, session);
  return session;
}

function checkConnector(world: World, input: SessionInput, integrationId: string | null): void {
  const { catalog } = world;
  if (input.provider && !catalog.some((entry) => entry.provider === input.provider)) {
    throw new ApiError(400, `provider ${input.provider} is not configured in this project`);
  }
  if (!integrationId) return;
  const name = input.integration_id ? 'integration_id' : 'connector_profile_id';
  const entry = catalog.find((candidate) => candidate.integrationId === integrationId);
  if (!entry) throw new ApiError(400, `${name} ${integrationId} is not configured in this project`);
  if (input.provider && entry.provider !== input.provider) {
    throw new ApiError(400, `${name} ${integrationId} is not one of provider ${input.provider}`);
  }
}

async function checkAccount(world: World, accountId: string, owner: Owner): Promise<void> {
  const account = await findAccount(world, accountId);
  if (account?.owner.id !== owner.id) {
    throw new ApiError(400, `account_id ${accountId} is not an account of this owner`);
  }
}

/** The session of a token that holds right now; anything else is a 401 that says why. */
export async function sessionOf(world: World, token: string | null): Promise<Session> {
  if (!token) throw tokenNotValid();
  const session = (await world.store.get<Session>('session', token)) ?? (await openScenario(world, token));
  if (!session) throw tokenNotValid();
  if (session.expiresAt !== null && world.now() >= session.expiresAt) throw tokenExpired();
  return session;
}

/** The wire's ConnectSession. */
export function sessionAnswer(world: World, session: Session): JsonObject {
  const expires = session.expiresAt !== null && world.extensions.has('session_expiry');
  return {
    id: session.id,
    organization_id: 1,
    project_id: 'sandbox',
    categories: session.categories,
    provider: session.provider,
    origin_owner_id: session.owner.id,
    origin_owner_name: session.owner.name,
    origin_username: session.owner.username,
    account_id: session.accountId,
    integration_id: session.integrationId,
    label: session.label,
    metadata: session.metadata,
    type: session.type,
    external_trigger_token: session.externalTriggerToken,
    created_at: new Date(session.createdAt).toISOString(),
    ...(expires ? { expires_at: new Date(session.expiresAt).toISOString() } : {}),
  };
}
