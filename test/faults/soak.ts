/** A user who connects one account after another, whatever the line does to it. */
import { expect, vi } from 'vitest';
import type { HubError } from '../../src/api/errors.js';
import type { ConnectedAccount } from '../../src/contract/events.js';
import { createRoom, type Room } from '../../src/hub/room.js';
import { type Submission, submit } from '../../src/hub/submit.js';
import { bambooHr, few } from '../../src/sandbox/scenarios/few.js';
import { lost } from '../authorize/support/server.js';
import { API_KEY } from '../hub/support/steps.js';
import { type Api, BASE_URL, openApi } from '../support/api.js';
import type { Chance } from './chance.js';
import { type Interference, type Line, openLine } from './line.js';

interface SoakOptions {
  readonly plain: boolean;
  readonly submissions: number;
  readonly chance: Chance;
}

/** What came of it. */
export interface Figures {
  readonly submissions: number;
  readonly accounts: number;
  readonly requests: number;
  readonly faults: number;
  /** How often the user had to send again. */
  readonly again: number;
  /** How often something was changed before that. */
  readonly changed: number;
}

/** What can happen to a request, and how often. A plain server has no way to tell a request that comes twice. */
const MISHAPS = { none: 50, 'drop before': 12, 'drop after': 14, delay: 14, 'duplicate delivery': 10 };
const PLAIN_MISHAPS = { none: 55, 'drop before': 15, 'drop after': 15, delay: 15 };

/** Longer than anybody waits for an answer. */
const LONGEST = 100_000;

const { setImmediate: soon } = globalThis;

async function settled(line: Line): Promise<void> {
  for (let still = 0; still < 2; ) {
    const before = line.sent.length;
    await new Promise((resolve) => {
      soon(resolve);
    });
    await vi.advanceTimersByTimeAsync(0);
    still = line.isBusy() || line.sent.length > before ? 0 : still + 1;
  }
}

async function until(line: Line, there: () => boolean): Promise<void> {
  await settled(line);
  while (!there()) {
    await vi.advanceTimersByTimeAsync(2_000);
    await settled(line);
  }
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The line, and how often it did something. */
function mishaps(chance: Chance, weights: { readonly [name: string]: number }) {
  let count = 0;
  const interference: Interference = async (_, pass) => {
    const mishap = chance.oneOf(weights);
    if (mishap !== 'none') count += 1;
    switch (mishap) {
      case 'drop before':
        return lost();
      case 'drop after':
        await pass();
        return lost();
      case 'delay': {
        await sleep(chance.between(0, LONGEST));
        const answer = await pass();
        await sleep(chance.between(0, LONGEST));
        return answer;
      }
      case 'duplicate delivery': {
        const late = chance.between(0, LONGEST);
        void sleep(late).then(pass);
        return pass();
      }
      default:
        return pass();
    }
  };
  return { interference, count: () => count };
}

const submissionOf = (subdomain: string): Submission => ({
  target: { mode: 'create', connectorId: bambooHr.integrationId },
  integrationId: bambooHr.integrationId,
  provider: bambooHr.provider,
  pairs: [],
  credentials: JSON.stringify({ subdomain, api_key: API_KEY }),
  secrets: [API_KEY],
});

interface Desk {
  readonly room: Room;
  readonly line: Line;
  readonly successes: ConnectedAccount[];
}

/** A hub that has got as far as the form; the line is whole until then. */
async function openDesk(api: Api, session: object): Promise<Desk> {
  const line = openLine(api.fetch);
  const successes: ConnectedAccount[] = [];
  const room = createRoom({
    options: () => ({
      fetch: line.fetch,
      // Sessions end on the way, too.
      getToken: () => api.token(session),
      onSuccess: (account) => successes.push(account),
    }),
    baseUrl: BASE_URL,
    appUrl: BASE_URL,
    accountId: undefined,
    onReplaced: () => undefined,
  });
  room.stay();
  await until(line, () => room.flow.get().name !== 'loading');
  return { room, line, successes };
}

/** Connects one account: sends, and sends again, until it is there. */
async function connectOne({ room, line }: Desk, name: string, chance: Chance) {
  const { flow } = room;
  let again = 0;
  let changed = 0;
  if (flow.get().name === 'picking')
    flow.dispatch({ type: 'connectorPicked', target: submissionOf(name).target });
  for (;;) {
    const submission = submissionOf(changed > 0 ? `${name}.${changed}` : name);
    // Twice at once, as impatient people do.
    void submit(room, submission);
    void submit(room, submission);
    await until(line, () => flow.get().name !== 'submitting');
    const state = flow.get();
    if (state.name === 'succeeded') return { again, changed };
    const failure = state.name === 'filling' ? state.failure : undefined;
    expect(failure, `${name} can be sent again`).toSatisfy(canGoOn);
    again += 1;
    if (chance.next() < 0.3) changed += 1;
    await vi.advanceTimersByTimeAsync(chance.between(0, 30_000));
  }
}

/** The user is told something that leaves a way on. */
const canGoOn = (failure: HubError | null | undefined): boolean =>
  failure !== null && failure !== undefined && (failure.retryable || failure.code === 'conflict');

export async function soak({ plain, submissions, chance }: SoakOptions): Promise<Figures> {
  const api = openApi({ catalog: few, ...(plain && { extensions: [] }) });
  const figures = { submissions, accounts: 0, requests: 0, faults: 0, again: 0, changed: 0 };
  const count = (desk: Desk, faults: number) => {
    figures.requests += desk.line.sent.length;
    figures.faults += faults;
  };
  const run = async (desk: Desk, names: readonly string[], owner: string) => {
    const trouble = mishaps(chance, plain ? PLAIN_MISHAPS : MISHAPS);
    desk.line.between(trouble.interference);
    for (const name of names) {
      const { again, changed } = await connectOne(desk, name, chance);
      figures.again += again;
      figures.changed += changed;
      desk.room.flow.dispatch({ type: 'anotherWanted' });
    }
    // What is still on its way arrives.
    await vi.advanceTimersByTimeAsync(3 * LONGEST);
    await settled(desk.line);
    count(desk, trouble.count());
    figures.accounts += await oneEach(api, owner, names, desk.successes);
    desk.room.leave();
  };

  const names = Array.from({ length: submissions }, (_, index) => `acme-${index}`);
  if (!plain) await run(await openDesk(api, { multiple: true }), names, 'acme');
  // Without keys the settings have to name the account, as they do for a session of one provider.
  for (const name of plain ? names : []) {
    const session = { provider: 'bamboohr', origin_owner_id: name };
    await run(await openDesk(api, session), [name], name);
  }
  return figures;
}

/** Every submission has its account, no account is without one, and each was told once. */
async function oneEach(
  api: Api,
  owner: string,
  names: readonly string[],
  successes: readonly ConnectedAccount[],
): Promise<number> {
  const accounts = await api.accounts(owner);
  const made = accounts.map(({ setup_information }) => setup_information['subdomain']?.split('.')[0] ?? '');
  expect(made.toSorted()).toEqual(names.toSorted());
  expect(successes.map(({ id }) => id).toSorted()).toEqual(accounts.map(({ id }) => id).toSorted());
  return accounts.length;
}
