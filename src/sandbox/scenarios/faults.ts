import * as behaviours from './behaviours.js';
import { brokenCatalog } from './broken.js';
import type { Definition } from './definition.js';
import { bambooHr, few } from './few.js';
import { everyField } from './fields.js';
import { hostileCatalog, hostileItems } from './hostile.js';
import { hugeCatalog } from './huge.js';

/** Sessions that end, servers that fail, and catalogues that nobody wishes for. */

const offerFew = () => few;

const ended: readonly Definition[] = [
  {
    token: 'sandbox:expired',
    title: 'Expired',
    what: '401: the token has expired.',
    lifetime: 0,
    connectors: offerFew,
  },
  {
    token: 'sandbox:invalid',
    title: 'Not valid',
    what: '401: the token is not valid.',
    behave: behaviours.notValid,
  },
  {
    token: 'sandbox:expires-soon',
    title: 'Expires in a minute',
    what: 'The token holds for 60 seconds from its first use.',
    lifetime: 60,
    connectors: offerFew,
  },
  {
    token: 'sandbox:expires-on-submit',
    title: 'Expires on submit',
    what: 'The first write is answered by 401, expired; from then on all is well.',
    connectors: offerFew,
    behave: behaviours.expiresOnSubmit,
  },
  {
    token: 'sandbox:forbidden',
    title: 'Forbidden',
    what: '403 for the connectors, while settings accept the token.',
    connectors: offerFew,
    behave: behaviours.forbidden,
  },
  {
    token: 'sandbox:no-authenticate',
    title: 'No session details',
    what: '403 for authenticate, as a server may that keeps it from browsers. Everything else works.',
    connectors: offerFew,
    behave: behaviours.noAuthenticate,
  },
];

const failing: readonly Definition[] = [
  {
    token: 'sandbox:slow',
    title: 'Slow',
    what: 'Every answer takes 2.5 seconds.',
    connectors: offerFew,
    behave: behaviours.slow(2500),
  },
  {
    token: 'sandbox:slow-authenticate',
    title: 'Slow session details',
    what: 'Only authenticate is slow: 5 seconds.',
    connectors: offerFew,
    behave: behaviours.slowAuthenticate,
  },
  {
    token: 'sandbox:down',
    title: 'Down',
    what: '503 for everything.',
    connectors: offerFew,
    behave: behaviours.down,
  },
  {
    token: 'sandbox:down-once',
    title: 'Down at first',
    what: '503 for the first three tries of every read, then all is well.',
    connectors: offerFew,
    behave: behaviours.downOnce,
  },
  {
    token: 'sandbox:offline-once',
    title: 'Unreachable at first',
    what: 'The connection is lost on the first three tries of every read, then all is well.',
    connectors: offerFew,
    behave: behaviours.offlineOnce,
  },
  {
    token: 'sandbox:rate-limited-once',
    title: 'Too many requests at first',
    what: '429 with Retry-After: 1 for the first try of every read.',
    connectors: offerFew,
    behave: behaviours.rateLimitedOnce,
  },
  {
    token: 'sandbox:gateway',
    title: 'A gateway fails',
    what: '502 in HTML for everything.',
    connectors: offerFew,
    behave: behaviours.gateway,
  },
];

const catalogues: readonly Definition[] = [
  { token: 'sandbox:empty', title: 'Nothing to connect', what: 'No connectors.', connectors: () => [] },
  {
    token: 'sandbox:inactive',
    title: 'Nothing active',
    what: 'Connectors that are all inactive.',
    connectors: () => few.map((entry) => ({ ...entry, active: false })),
  },
  {
    token: 'sandbox:gone',
    title: 'Gone',
    what: 'Bound to BambooHR, whose configuration is gone: 404.',
    session: { provider: bambooHr.provider },
    connectors: offerFew,
    behave: behaviours.gone,
  },
  {
    token: 'sandbox:broken-config',
    title: 'Broken configurations',
    what: 'Connectors whose configuration is none, each in another way.',
    connectors: () => brokenCatalog,
  },
  {
    token: 'sandbox:fields',
    title: 'Every field',
    what: 'One connector whose form has every feature that a field can have.',
    connectors: () => [everyField],
  },
  {
    token: 'sandbox:huge',
    title: 'Ten thousand connectors',
    what: '10,000 connectors in all categories.',
    connectors: hugeCatalog,
  },
  {
    token: 'sandbox:hostile',
    title: 'Hostile',
    what: 'Hostile names, logos, guides, keys, patterns, conditions and shapes; the first submit fails in hostile words.',
    connectors: () => hostileCatalog,
    items: hostileItems,
    untrusted: true,
    behave: behaviours.hostileRefusalOnce,
  },
];

export const faults: readonly Definition[] = [...ended, ...failing, ...catalogues];
