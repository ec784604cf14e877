import * as z from 'zod/mini';
import { beginOnce, changeAttempt, findAttempt, isStartable, reachPhase } from '../attempts.js';
import { findConnector } from '../connectors.js';
import type { Attempt, Session } from '../documents.js';
import type { World } from '../world.js';
import { HOSTILE_DESCRIPTION } from './consent.js';
import { connectSignedIn, failed } from './finish.js';

/**
 * The consent page where no server runs: a file on the page's own origin, which cannot load anything of a sandbox that
 * lives in another page's memory. The two talk over a BroadcastChannel, which does not leave the origin:
 *
 * | from | message | |
 * | --- | --- | --- |
 * | page | `{ t: 'opened', nonce }` or `{ t: 'opened', attempt }` | which window it is; again until it is answered |
 * | sandbox | `{ t: 'asked', nonce?, attempt, service, owner, as }` | what to ask |
 * | page | `{ t: 'decided', attempt, decision, as }` | `allow`, `deny` or `fail`; again until it is over |
 * | sandbox | `{ t: 'over', nonce?, attempt }` | the window can close |
 *
 * Each carries `ns: 'sandbox'`. A message names an attempt or its nonce and never holds a token, a credential, or the
 * outcome, which the hub hears from the sandbox alone. Of several sandboxes each answers for its own attempts.
 */
export const CONSENT_CHANNEL = 'connect-hub-sandbox';

/** @returns how to stop listening. */
export function hearConsentPage(world: World): () => void {
  const channel = new BroadcastChannel(CONSENT_CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = Message.safeParse(data);
    if (!message.success) return;
    void answer(world, message.data).then((said) => said && channel.postMessage(said));
  });
  return () => channel.close();
}

const ours = { ns: z.literal('sandbox') };
const Message = z.union([
  z.object({ ...ours, t: z.literal('opened'), nonce: z.string() }),
  z.object({ ...ours, t: z.literal('opened'), attempt: z.string() }),
  z.object({
    ...ours,
    t: z.literal('decided'),
    attempt: z.string(),
    decision: z.string(),
    as: z.string(),
  }),
]);
type Message = z.infer<typeof Message>;

/** What to say to a message; nothing where its attempt is not one of this sandbox, or not yet. */
async function answer(world: World, message: Message): Promise<object | undefined> {
  const id = 'nonce' in message ? await world.store.get<string>('opening', message.nonce) : message.attempt;
  const attempt = id === undefined ? undefined : await findAttempt(world, id);
  if (!attempt) return undefined;
  const about = { ns: 'sandbox', attempt: attempt.id, ...('nonce' in message && { nonce: message.nonce }) };
  const asked = message.t === 'opened' ? await question(world, attempt) : undefined;
  if (asked) return { ...about, t: 'asked', ...asked };
  if (message.t === 'decided') await decide(world, attempt, message.decision, message.as);
  return { ...about, t: 'over' };
}

async function question(world: World, attempt: Attempt): Promise<object | undefined> {
  const { id, plan } = attempt;
  if (!plan || !isStartable(world, attempt)) return undefined;
  const session = await world.store.get<Session>('session', plan.token);
  if (!session) return undefined;
  await reachPhase(world, id, 'at_provider');
  return {
    service: findConnector(world, session, plan.integrationId).name,
    owner: session.owner.name,
    as: session.owner.username ?? 'avery@acme.example',
  };
}

async function decide(world: World, { id }: Attempt, decision: string, as: string): Promise<void> {
  if (decision === 'deny') {
    await changeAttempt(world, id, failed('access_denied', 'The user did not agree.'));
  } else if (decision === 'fail') {
    await changeAttempt(world, id, failed('provider_error', HOSTILE_DESCRIPTION));
  } else if (decision === 'allow') {
    const isFirst = await beginOnce(world, id);
    if (isFirst) await connectSignedIn(world, id, { account: as, tokens: null });
  }
}
