import { asHubError, HubError } from '../api/errors.js';
import { shown } from '../api/shown.js';
import type { ConnectedAccount } from '../contract/events.js';
import type { Target } from '../flow/state.js';
import { newId } from './ids.js';
import { type Room, targetKey } from './room.js';

/** What a form sends. */
export interface Submission {
  readonly target: Target;
  readonly integrationId: string;
  readonly provider: string;
  /** The wire's keys and values, in the order of the fields. */
  readonly pairs: readonly (readonly [key: string, value: string])[];
  /** The same as JSON text. */
  readonly credentials: string;
  /** The secret ones among them, so that no answer can show them again. */
  readonly secrets: readonly string[];
}

/** The account that a write made or changed. */
type Written = ConnectedAccount & { readonly displayName?: string | undefined };

/** A write whose answer was lost: it may have been carried out, and is asked about before anything else is sent. */
export interface Unsettled {
  readonly credentials: string;
  readonly idempotencyKey: string | undefined;
  /** The account that it made, as was heard since: what was typed after it has yet to get there. */
  readonly made?: Made;
}

type Made = Pick<ConnectedAccount, 'id' | 'mode'>;

/** Sends credentials: one at a time, and one account at most for what the user meant once. */
export async function submit(room: Room, submission: Submission): Promise<void> {
  const { flow, host } = room;
  if (flow.get().name !== 'filling') return;
  const id = newId();
  flow.dispatch({ type: 'submitted', id });
  const { target, integrationId } = submission;
  host.event({ type: 'submit', integrationId, mode: target.mode });
  try {
    const { displayName, ...account } =
      target.mode === 'edit'
        ? await update(room, target.accountId, submission)
        : await create(room, submission);
    settled(room, submission, account);
    flow.dispatch({ type: 'submissionSucceeded', id, account, displayName });
  } catch (error) {
    const failure = concealed(await judged(room, asHubError(error)), submission.secrets);
    room.failed(failure);
    flow.dispatch({ type: 'submissionFailed', id, failure });
  }
}

async function create(room: Room, submission: Submission): Promise<Written> {
  const { credentials, target } = submission;
  const place = targetKey(target);
  const earlier = room.unsettled.get(place);
  if (earlier?.credentials === credentials && earlier.idempotencyKey && !earlier.made) {
    return post(room, submission, earlier);
  }
  const made = earlier && (earlier.made ?? (await whatBecameOf(room, submission, earlier)));
  if (made) {
    room.unsettled.set(place, { ...earlier, made });
    return { ...(await update(room, made.id, submission)), mode: made.mode };
  }

  const idempotencyKey = (await announces(room, 'idempotency')) ? newId() : undefined;
  return post(room, submission, { credentials, idempotencyKey });
}

/**
 * The account that an earlier write made, though its answer was lost. With an idempotency key the same write is sent
 * again and answers as it did then: where it fails again there is none, and what was typed since gets its turn.
 * Without a key the settings may name an account that was not there before.
 */
async function whatBecameOf(
  room: Room,
  submission: Submission,
  earlier: Unsettled,
): Promise<Made | undefined> {
  if (!earlier.idempotencyKey) {
    const { existing_account_id: id } = await room.client.settings();
    return id ? { id, mode: 'created' } : undefined;
  }
  try {
    return await post(room, submission, earlier);
  } catch (error) {
    const failure = asHubError(error);
    if (!failure.isRefusal && !(await hasFailedAgain(room, failure))) throw failure;
    room.unsettled.delete(targetKey(submission.target));
    return undefined;
  }
}

async function post(room: Room, submission: Submission, write: Unsettled): Promise<Written> {
  const { unsettled } = room;
  const { integrationId, provider, target } = submission;
  const place = targetKey(target);
  const again = unsettled.has(place);
  unsettled.set(place, write);
  try {
    const answer = await room.client.createAccount({ integrationId, ...write });
    const mode = isConnected(room, integrationId, answer.id) ? 'updated' : 'created';
    const displayName = answer.display_name ?? undefined;
    return { id: answer.id, provider: answer.provider || provider, integrationId, mode, displayName };
  } catch (error) {
    const failure = asHubError(error);
    if (failure.isRefusal || !(again || failure.outcomeUnknown)) unsettled.delete(place);
    throw failure;
  }
}

/**
 * The service is there, was asked for its earlier answer, and failed at the same thing again: there is none. While
 * it does not even answer for its settings, nothing is known.
 */
const hasFailedAgain = async ({ client }: Room, { status = 0 }: HubError): Promise<boolean> =>
  status >= 500 &&
  client.settings().then(
    () => true,
    () => false,
  );

async function update(
  { client }: Room,
  id: string,
  { integrationId, provider, credentials }: Submission,
): Promise<Written> {
  await client.updateAccount(id, { integrationId, credentials });
  return { id, provider, integrationId, mode: 'updated' };
}

export const announces = async ({ queryClient, queries }: Room, extension: string): Promise<boolean> =>
  (await queryClient.ensureQueryData(queries.settings)).enabled_features.includes(extension);

export function isConnected(
  { queryClient, queries }: Room,
  integrationId: string,
  accountId: string,
): boolean {
  const list = queryClient.getQueryData(queries.connectors.queryKey)?.connectors ?? [];
  return list.some(({ id, accountIds }) => id === integrationId && accountIds.includes(accountId));
}

/** What was written makes what was read old; the secrets that were typed are no longer needed. */
export function settled(room: Room, { target }: Submission, { id }: ConnectedAccount): void {
  const { queryClient, queries, drafts, unsettled } = room;
  drafts.delete(targetKey(target));
  unsettled.delete(targetKey(target));
  room.noteUnsaved(false);
  queryClient.removeQueries({ queryKey: queries.account(id).queryKey });
  // Marked as old, to be read again by the screen that needs it next.
  for (const { queryKey } of [queries.connectors, queries.settings]) {
    void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
  }
}

/** A 403 is the end of the session only where the settings refuse the token too. */
export async function judged({ client }: Room, failure: HubError): Promise<HubError> {
  if (failure.code !== 'forbidden') return failure;
  const verdict = await client.settings().catch(asHubError);
  const over = verdict instanceof HubError && (verdict.endsSession || verdict.code === 'forbidden');
  return over ? failure.with({ code: 'session_expired' }) : failure;
}

const MAX_DETAILS = 1_000;
const MAX_FIELD_MESSAGE = 300;

/**
 * A provider may repeat what it was sent, as it is or in JSON: no secret of the user's stands in an error. Cut to what
 * there is room for only then: half a key would not be known for one.
 */
export function concealed(failure: HubError, secrets: readonly string[]): HubError {
  const hidden = secrets.flatMap((secret) =>
    secret.length > 3 ? [secret, JSON.stringify(secret).slice(1, -1)] : [],
  );
  const conceal = (words: string, limit: number) =>
    shown(
      hidden.reduce((text, secret) => text.replaceAll(secret, '•••'), words),
      limit,
    );
  return failure.with({
    details: failure.details && conceal(failure.details, MAX_DETAILS),
    fields: new Map([...failure.fields].map(([key, message]) => [key, conceal(message, MAX_FIELD_MESSAGE)])),
  });
}
