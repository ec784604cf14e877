/** A host's page with a hub on it, but for its screens: the room, the flow and the sign-in as they are. */
import { createHash } from 'node:crypto';
import { onTestFinished, vi } from 'vitest';
import type { ConnectedAccount, HubClosing, HubEvent, HubFailure } from '../../../src/contract/events.js';
import type { HubOptions } from '../../../src/contract/options.js';
import type { State } from '../../../src/flow/state.js';
import { authorize } from '../../../src/hub/authorize.js';
import { authorizeChunk } from '../../../src/hub/chunks.js';
import { createRoom, type Room } from '../../../src/hub/room.js';
import type { SignInControl } from '../../../src/hub/signIn.js';
import type { Submission } from '../../../src/hub/submit.js';
import type { Surroundings } from '../../../src/hub/surroundings.js';
import { createText } from '../../../src/text/text.js';
import '../../text/english.js';
import { APP_URL, BASE_URL, type Server } from './server.js';

/** What the host heard, each list in its order. */
export interface Heard {
  readonly successes: ConnectedAccount[];
  readonly errors: HubFailure[];
  readonly closings: HubClosing[];
  readonly events: HubEvent[];
  /** All of them, by the names of the callbacks. */
  readonly order: (keyof HubOptions)[];
}

export interface HubPage {
  readonly room: Room;
  readonly heard: Heard;
  readonly state: () => State;
  /** Picks HubSpot where there is a choice to make. */
  readonly pick: () => void;
  /** What a click on "Continue" does. */
  readonly connect: (changes?: Partial<Submission>) => void;
  /** What the screen of a sign-in under way offers. */
  readonly control: () => SignInControl | null;
  readonly giveToken: (token: string) => void;
  /** The hub is taken off the page. */
  readonly leave: () => Promise<void>;
}

export const SUBMISSION: Submission = {
  target: { mode: 'create', connectorId: 'hubspot-1' },
  integrationId: 'hubspot-1',
  provider: 'hubspot',
  pairs: [],
  credentials: '{}',
  secrets: [],
};

const text = createText();

/** Lets the chunk of the sign-in come before time stands still. */
export const loadSignIn = (): Promise<unknown> => authorizeChunk.load();

/** The same digest, without the thread that browsers work it out in: that one does not stand still with the time. */
export function digestAtOnce(): void {
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (_, data) => {
    const digest = createHash('sha256')
      .update(new Uint8Array(data as ArrayBuffer))
      .digest();
    return new Uint8Array(digest).buffer;
  });
}

export interface PageOptions extends Partial<HubOptions> {
  /** What is different on a page that is not the host's own. */
  readonly surroundings?: Surroundings;
  /** The room is over, and another begins in its place. */
  readonly onReplaced?: () => void;
}

export function openPage(
  server: Pick<Server, 'fetch'>,
  { token, onReplaced, surroundings, ...options }: PageOptions,
): HubPage {
  digestAtOnce();
  const heard: Heard = { successes: [], errors: [], closings: [], events: [], order: [] };
  const hear =
    <Told>(name: keyof HubOptions, list: Told[]) =>
    (told: Told): void => {
      list.push(told);
      heard.order.push(name);
    };
  const current: HubOptions = {
    fetch: server.fetch,
    onSuccess: hear('onSuccess', heard.successes),
    onError: hear('onError', heard.errors),
    onClose: hear('onClose', heard.closings),
    onEvent: hear('onEvent', heard.events),
    ...options,
  };
  const room = createRoom({
    options: () => current,
    baseUrl: BASE_URL,
    appUrl: APP_URL,
    accountId: options.accountId ?? undefined,
    onReplaced: onReplaced ?? (() => room.leave()),
    ...(surroundings && { surroundings }),
  });
  room.stay();
  if (token) void room.giveToken(token);
  const leave = async (): Promise<void> => {
    room.leave();
    await Promise.resolve();
  };
  onTestFinished(leave);
  return {
    room,
    heard,
    state: room.flow.get,
    pick: () => room.flow.dispatch({ type: 'connectorPicked', target: SUBMISSION.target }),
    connect: (changes = {}) => authorize(room, { ...SUBMISSION, ...changes }, 'HubSpot', text),
    control: () => (room.flow.get().name === 'authorizing' ? room.signIn.current : null),
    giveToken: (next) => void room.giveToken(next),
    leave,
  };
}

/** A page whose user has picked HubSpot and looks at its form. */
export async function openForm(server: Server, options: PageOptions = {}): Promise<HubPage> {
  const page = openPage(server, { token: server.begin('token-1'), ...options });
  await vi.advanceTimersByTimeAsync(0);
  page.pick();
  return page;
}
