/**
 * Everything one mounted hub has that is not a picture: its client, its cache, its flow, and what the user typed.
 * A room belongs to one owner; another owner's token opens another room.
 */
import type { QueryClient } from '@tanstack/react-query';
import { type Client, createClient } from '../api/client.js';
import type { HubError } from '../api/errors.js';
import { createTokenSource, type TokenSource } from '../api/tokens.js';
import type { HubOptions } from '../contract/options.js';
import type { Draft, LeftForm } from '../form/index.js';
import type { State, Target } from '../flow/state.js';
import type { Search } from '../search/search.js';
import { LOADING } from '../flow/transition.js';
import { announce } from './announce.js';
import type { Kept } from './kept.js';
import type { SignInControl } from './signIn.js';
import type { Offer } from './useOffer.js';
import type { Surroundings } from './surroundings.js';
import { createFlowStore, type FlowStore } from './flowStore.js';
import { createHost, type Host } from './host.js';
import { enter } from './enter.js';
import { adoptToken, checkRenewed } from './renew.js';
import type { PickerPlace } from '../views/PickerView.js';
import type { Unsettled } from './submit.js';
import { createQueries, createQueryClient, type Queries } from './queries.js';

export interface RoomSetup {
  /** The options as they are now: callbacks and `fetch` may change at any time. */
  readonly options: () => HubOptions;
  /** Validated, without a trailing slash. */
  readonly baseUrl: string;
  /** The account that the host wants edited. */
  readonly accountId: string | undefined;
  /** Where a provider's sign-in returns to; validated, without a trailing slash. */
  readonly appUrl: string;
  /** What is different where the host is elsewhere. */
  readonly surroundings?: Surroundings;
  /** The room is over: its session has become another owner's. */
  readonly onReplaced: () => void;
}

export interface Room extends RoomSetup {
  readonly client: Client;
  readonly tokens: TokenSource;
  readonly queryClient: QueryClient;
  readonly queries: Queries;
  readonly flow: FlowStore;
  readonly host: Host;
  /** What was typed, by target: secrets too, so it lives here and nowhere else. */
  readonly drafts: Map<string, Draft | LeftForm>;
  /** Writes whose answers were lost, by target. */
  readonly unsettled: Map<string, Unsettled>;
  /** What the picker finds as it was when it comes back. */
  readonly picker: {
    /** The search that the host was told of last. */
    readonly toldSearch: { current: string };
    /** Where the user was in the list. */
    readonly place: PickerPlace;
    /** What there is, and the same in the reader's order. */
    readonly offered: Kept<Offer>;
    readonly offer: Kept<Offer>;
    readonly search: Kept<Search>;
  };
  /** Whether there is something typed that closing would lose. */
  readonly unsaved: () => boolean;
  readonly noteUnsaved: (unsaved: boolean) => void;
  /** The host's token, as often as it is given. */
  readonly giveToken: (token: string) => Promise<void>;
  /** A failure that may mean the end of the session, wherever it happened. */
  readonly failed: (error: HubError) => void;
  /** The session has become another owner's: ends the room, for a fresh one. */
  readonly replaced: () => void;
  /** The sign-in under way at a provider. */
  readonly signIn: { current: SignInControl | null };
  /** The session ended in the middle of something: resolves when there is a new one. */
  readonly renewed: (failure: HubError) => Promise<void>;
  /** Ends with the room. */
  readonly lifetime: AbortSignal;
  /** The room is on the page. */
  readonly stay: () => void;
  /** It is not any more. React may take it out and put it back at once: only a longer absence is the end. */
  readonly leave: () => void;
}

/** The name of a target's draft. */
export const targetKey = (target: Target): string =>
  target.mode === 'edit' ? `edit ${target.accountId}` : `create ${target.connectorId}`;

/** There is no session to go on with, also behind the question whether to close. */
const isAway = (state: State): boolean =>
  state.name === 'confirmingClose' ? isAway(state.from) : state.name === 'unavailable';

const isUntouched = ({ queryClient, queries, flow }: Room): boolean =>
  queryClient.getQueryData(queries.session.queryKey) === undefined && !flow.hasMoved();

export function createRoom(setup: RoomSetup): Room {
  const lifetime = new AbortController();
  const tokens = createTokenSource(
    () => setup.options().getToken,
    (token) => checkRenewed(room, token),
    lifetime.signal,
  );
  const client = createClient({
    baseUrl: setup.baseUrl,
    tokens,
    fetch: () => setup.options().fetch ?? globalThis.fetch.bind(globalThis),
    lifetime: lifetime.signal,
  });
  const host = createHost(setup.options);
  const flow = createFlowStore((before, now) => {
    announce(host, before, now);
    if (isAway(before) && !isAway(now)) for (const resolve of awaitingRenewal.splice(0)) resolve();
    if (now === LOADING) void enter(room);
  });
  const failed = (failure: HubError) => {
    if (failure.endsSession) flow.dispatch({ type: 'sessionEnded', failure });
  };
  const queryClient = createQueryClient((error, what) => {
    // The session's own call may be kept from browsers: only what the others say ends it. And a connector's details
    // that are fetched ahead nobody has asked for.
    const isAhead = what === 'connector' && flow.get().name === 'picking';
    if (what !== 'session' && !isAhead) failed(error);
  });
  const awaitingRenewal: (() => void)[] = [];
  const end = () => {
    stage = 'over';
    host.close('unmounted');
    lifetime.abort();
    queryClient.clear();
    room.drafts.clear();
    room.unsettled.clear();
  };

  let unsaved = false;
  let given: string | undefined;
  let stage: 'new' | 'here' | 'leaving' | 'over' = 'new';
  const room: Room = {
    ...setup,
    client,
    tokens,
    queryClient,
    queries: createQueries(client),
    flow,
    host,
    drafts: new Map(),
    unsettled: new Map(),
    picker: {
      toldSearch: { current: '' },
      place: { top: 0, chosenId: undefined },
      offered: {},
      offer: {},
      search: {},
    },
    signIn: { current: null },
    renewed(failure) {
      failed(failure);
      return new Promise((resolve) => {
        awaitingRenewal.push(resolve);
      });
    },
    lifetime: lifetime.signal,
    unsaved: () => unsaved || room.drafts.size > 0,
    noteUnsaved(now) {
      unsaved = now;
    },
    failed,
    replaced() {
      if (stage === 'over') return;
      host.close('session_replaced');
      setup.onReplaced();
    },
    async giveToken(token) {
      const first = given === undefined;
      if (token === given) return;
      given = token;
      if (first) tokens.offer(token);
      else if (!(await adoptToken(room, token)) && token === given) {
        // A start that never got anywhere has no owner yet: a better token is no other owner's.
        if (isUntouched(room)) host.mute();
        room.replaced();
      }
    },
    stay() {
      if (stage === 'over') return setup.onReplaced();
      if (stage === 'new') void enter(room);
      stage = 'here';
    },
    leave() {
      stage = 'leaving';
      queueMicrotask(() => {
        if (stage === 'leaving') end();
      });
    },
  };
  return room;
}
