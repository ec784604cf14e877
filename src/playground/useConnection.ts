import { useRef, useState } from 'react';
import type { HubOptions } from '../contract/options.js';
import type { Backend } from './backend.js';
import { type HubTarget, problemsFrom, type SessionProblems, sessionFor, sessionFrom } from './session.js';
import type { Settings } from './settings.js';

/** The hub as it was opened: what it was opened for and with which session. */
export interface OpenHub {
  readonly target: HubTarget;
  readonly options: Pick<HubOptions, 'token' | 'getToken' | 'accountId' | 'baseUrl' | 'appUrl'>;
  /** Where the hosted page is, for the doors that lead to it. */
  readonly hostedUrl: string;
}

export interface Connection {
  /** What a session is being created for. */
  readonly starting: HubTarget | undefined;
  readonly hub: OpenHub | undefined;
  /** Why the last session could not be created. */
  readonly problems: SessionProblems;
  readonly open: (target: HubTarget) => void;
  readonly close: () => void;
  /** Somebody is at work on what was wrong. */
  readonly forget: () => void;
}

interface Start {
  readonly backend: Backend;
  readonly settings: Settings;
  /** The token of a ready-made session. */
  readonly scenario: string | undefined;
  /** The session could not be created. */
  readonly onRefused: () => void;
}

type State = Pick<Connection, 'starting' | 'hub' | 'problems'>;

const CLOSED: State = { starting: undefined, hub: undefined, problems: {} };

/** Creates the session first and then opens the hub, so that a refused session is told where it was written. */
export function useConnection(start: Start): Connection {
  const [state, setState] = useState(CLOSED);
  const isBusy = useRef(false);

  const open = async (target: HubTarget): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ ...CLOSED, starting: target });
    try {
      setState({ ...CLOSED, hub: await opened(target, start) });
    } catch (error) {
      isBusy.current = false;
      const problems =
        error instanceof InvalidSession ? error.problems : problemsFrom((error as Error).message);
      setState({ ...CLOSED, problems });
      start.onRefused();
    }
  };

  return {
    ...state,
    open: (target) => void open(target),
    close() {
      isBusy.current = false;
      setState(CLOSED);
    },
    forget: () => setState((before) => ({ ...before, problems: CLOSED.problems })),
  };
}

class InvalidSession extends Error {
  readonly problems: SessionProblems;

  constructor(problems: SessionProblems) {
    super('The session cannot be sent.');
    this.problems = problems;
  }
}

async function opened(target: HubTarget, { backend, settings, scenario }: Start): Promise<OpenHub> {
  const { sandboxUrl, hostedUrl } = await backend.addresses();
  // Under the plain contract the window ends at the app's page, which the sandbox plays.
  const api = settings.plain
    ? { baseUrl: `${sandboxUrl}/plain`, appUrl: sandboxUrl }
    : { baseUrl: sandboxUrl };
  if (target.kind === 'connect' && scenario !== undefined) {
    return { target, hostedUrl, options: { ...api, token: freshCopy(scenario) } };
  }
  const { body, problems } = sessionFrom(settings.session);
  if (Object.keys(problems).length > 0) throw new InvalidSession(problems);
  const createSession = () => backend.createSession(sessionFor(target, body));
  const getToken = startingWith(await createSession(), createSession);
  const accountId = target.kind === 'edit' ? { accountId: target.accountId } : {};
  return { target, hostedUrl, options: { ...api, getToken, ...accountId } };
}

/** A scenario keeps what was done in it; under a name of its own it starts over. */
const freshCopy = (scenario: string): string => `${scenario}:${Date.now().toString(36)}`;

/** The token that is there already, and after it a new session each time. */
function startingWith(first: string, next: () => Promise<string>): () => Promise<string> {
  let unused: string | undefined = first;
  return async () => {
    const token = unused ?? (await next());
    unused = undefined;
    return token;
  };
}
