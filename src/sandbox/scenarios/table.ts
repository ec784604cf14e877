import { few } from './few.js';
import type { Definition } from './definition.js';

const offerFew = () => few;

/** Every ready-made session, in the order in which a person would try them. */
export const definitions: readonly Definition[] = [
  {
    token: 'sandbox:create',
    title: 'Connect a product',
    what: 'The whole catalogue, nothing connected yet.',
  },
  {
    token: 'sandbox:single',
    title: 'One provider',
    what: 'Bound to BambooHR: its form opens at once.',
    session: { provider: 'bamboohr' },
    connectors: offerFew,
  },
];
