import { ApiError, ConnectionLost, GatewayError, tokenExpired, tokenNotValid } from '../errors.js';
import type { HubCall } from '../hub-call.js';
import { nthVisit } from '../visits.js';
import type { Behaviour } from './definition.js';
import { hostileRefusal } from './hostile.js';

/** The first try of the hub's reads, and the two that it makes by itself before it says that something is wrong. */
const ROUND = 3;

const unavailable = (): ApiError => new ApiError(503, 'The service is not available at the moment');

/** Holds for the calls that it is about, and lets every other pass. */
const on =
  (isMeant: (call: HubCall) => boolean, behave: Behaviour): Behaviour =>
  async (call) => {
    if (isMeant(call)) await behave(call);
  };

const refuse =
  (error: () => Error): Behaviour =>
  async () => {
    throw error();
  };

const firstTimes =
  (times: number, error: () => Error): Behaviour =>
  async ({ world, session, path }) => {
    if ((await nthVisit(world, `${session.token} ${path}`)) <= times) throw error();
  };

const isRead = ({ request }: HubCall) => request.method === 'GET';
const isAuthenticate = ({ path }: HubCall) => path === '/connect_sessions/authenticate';
const isWrite = (call: HubCall) => !isRead(call) && !isAuthenticate(call);
const isConnectors = ({ path }: HubCall) => path.startsWith('/hub/connectors');
const isConnector = ({ path }: HubCall) => path.startsWith('/hub/connectors/');

export const slow =
  (milliseconds: number): Behaviour =>
  ({ world, request }) =>
    world.sleep(milliseconds, request.signal);

export const notValid = refuse(tokenNotValid);
export const down = refuse(unavailable);
export const gateway = refuse(() => new GatewayError());
export const forbidden = on(
  isConnectors,
  refuse(() => new ApiError(403, 'Forbidden resource')),
);
export const gone = on(
  isConnector,
  refuse(() => new ApiError(404, 'The integration does not exist any more')),
);
export const downOnce = on(isRead, firstTimes(ROUND, unavailable));
export const offlineOnce = on(
  isRead,
  firstTimes(ROUND, () => new ConnectionLost()),
);
export const rateLimitedOnce = on(
  isRead,
  firstTimes(1, () => new ApiError(429, 'Too many requests', { headers: { 'Retry-After': '1' } })),
);
export const expiresOnSubmit = on(isWrite, async ({ world, session }) => {
  if ((await nthVisit(world, `${session.token} submit`)) === 1) throw tokenExpired();
});
export const hostileRefusalOnce = on(isWrite, firstTimes(1, hostileRefusal));
export const noAuthenticate = on(
  isAuthenticate,
  refuse(() => new ApiError(403, 'Forbidden resource')),
);
export const slowAuthenticate = on(isAuthenticate, slow(5000));
