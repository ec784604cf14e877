import { definitions } from './scenarios/table.js';

/** A ready-made session. */
export interface Scenario {
  /** Goes into `x-hub-session-token` as it is; nobody has to make the session first. */
  readonly token: string;
  readonly title: string;
  /** What happens in it. */
  readonly what: string;
}

/**
 * Every ready-made session. Its data appears on its first use and stays. `TOKEN:anything` (letters, digits, `_`
 * and `-`) is the same scenario with data of its own: for tests that share a server, or to start over.
 */
export const scenarios: readonly Scenario[] = definitions.map(({ token, title, what }) => ({
  token,
  title,
  what,
}));
