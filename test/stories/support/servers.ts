/** Servers that do what a story needs, in front of the sandbox. */
import type { CatalogEntry } from '../../../src/sandbox.js';
import type { Middleman } from '../../support/api.js';

type Answer = () => Response;
type Config = Extract<CatalogEntry['config'], { readonly type: string }>;

const never = (): Promise<Response> => new Promise(() => undefined);

/** Answers the call that a line like `'POST /hub/accounts'` stands for in its own way. */
export const answering =
  (line: string, answer: Answer): Middleman =>
  async ({ method, path }, pass) =>
    line === `${method} ${path}` ? answer() : pass();

/** Never answers that call. */
export const silentTo =
  (line: string): Middleman =>
  ({ method, path }, pass) =>
    line === `${method} ${path}` ? never() : pass();

/** Answers every call in the same way. */
export const always =
  (answer: Answer): Middleman =>
  async () =>
    answer();

/** Is silent from the very first call on. */
export const silent: Middleman = never;

/** Does not answer for as long as a sign-in is being cancelled. */
export const deafToCancelling: Middleman = ({ method }, pass) => (method === 'DELETE' ? never() : pass());

/** Tells of every sign-in that it is like this. */
export const attemptIs =
  (answer: object): Middleman =>
  async ({ method, path }, pass) =>
    method === 'GET' && path.startsWith('/hub/connection_attempts/')
      ? Response.json({ ...PENDING, ...answer })
      : pass();

/** Keeps logos to itself: a story asks nobody outside for one. */
export const withoutLogos: Middleman = async ({ path }, pass) => {
  const answer = await pass();
  if (path !== '/hub/connectors') return answer;
  const text = (await answer.text()).replaceAll(/"logo_url":"[^"]*"/g, '"logo_url":""');
  return new Response(text, answer);
};

const PENDING = { status: 'pending', account: null, error: null };

/** Tells of every sign-in that it failed. */
export const attemptFailed = (code: string, description: string | null = null): Middleman =>
  attemptIs({ status: 'error', error: { code, description } });

/** The only connector of a catalogue, with these fields. */
export const connectorWith = (configFields: NonNullable<Config['configFields']>): CatalogEntry => ({
  integrationId: '5a4db0c5-0000-4000-8000-0000000000f1',
  active: true,
  name: 'Example',
  provider: 'example',
  category: 'documents',
  version: '1',
  configKey: 'example_v1',
  environment: 'production',
  config: { key: 'example', name: 'Example', type: 'custom', configFields },
});
