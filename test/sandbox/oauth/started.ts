import { createHash, randomUUID } from 'node:crypto';
import { Attempt, AttemptCreated } from '../../../src/api/schemas.js';
import type { SandboxOptions } from '../../../src/sandbox.js';
import { BASE, type Opened, openSandbox, read, SIGN_IN } from '../harness.js';
import { type FakeProvider, fakeProvider } from './provider.js';

export const HOST = 'https://app.acme.test';
export const RETURN_URL = `${HOST}/connect-return.html`;

export const VERIFIER = 'v'.repeat(43);
export const s256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The body of a sign-in at {@link SIGN_IN}. */
export const signingIn = (token: string, more: object = {}) => ({
  token,
  integration_id: SIGN_IN.integrationId,
  credentials: { site: 'acme' },
  challenge: s256(VERIFIER),
  nonce: randomUUID(),
  ...more,
});

const PATH = '/hub/connection_attempts';
const JSON_HEADERS = { 'content-type': 'application/json' };
const pathOf = (url: string): string => url.slice(new URL(url).origin.length);

/** A sandbox with a provider, a session of {@link HOST}, and an attempt for the start page. */
export async function started(
  options: SandboxOptions = {},
  session: object = {},
  body: object = {},
  base = BASE,
) {
  const provider = fakeProvider();
  const sandbox = openSandbox({ oauth: provider.oauth, ...options }, base);
  return startMore({ sandbox, provider }, session, body);
}

/** One more session with an attempt of its own. */
export async function startMore(
  { sandbox, provider }: { readonly sandbox: Opened; readonly provider: FakeProvider },
  session: object = {},
  body: object = {},
) {
  const ours = { allowed_origins: [HOST], return_url: RETURN_URL };
  const { token } = await sandbox.session({ ...ours, ...session });
  const hub = sandbox.hub(token);
  const created = await read(AttemptCreated, await hub.post(PATH, signingIn(token, body)));
  const { id } = created;

  const post = (at: string, content: object, headers: Record<string, string> = {}) =>
    sandbox.call('POST', at, { ...JSON_HEADERS, ...headers }, content);
  /** What the start page asks first. */
  const begin = (opener: boolean) => post(`/start/${id}`, { opener });
  const redeem = (verifier = VERIFIER) => post(`/start/${id}/redeem`, { verifier });
  /** Bound by a cookie, up to the provider: the cookie that the browser has from then on. */
  const bind = async (): Promise<{ cookie: string }> => {
    await begin(true);
    return cookieOf(await redeem());
  };
  /** Back from the provider, with its answer. */
  const comeBack = (
    answer: Record<string, string> = { code: 'code' },
    headers: Record<string, string> = {},
    state = provider.asked.at(-1)?.state ?? '',
    integrationId = SIGN_IN.integrationId,
  ) =>
    sandbox.call('GET', `/callback/${integrationId}?${new URLSearchParams({ ...answer, state })}`, headers);

  return {
    provider,
    sandbox,
    hub,
    token,
    id,
    post,
    begin,
    redeem,
    bind,
    comeBack,
    /** To the provider and back, in one browser. */
    signIn: async () => comeBack({ code: 'code' }, await bind()),
    /** The start page as a window loads it. */
    startPage: () => sandbox.call('GET', pathOf(created.start_url ?? ''), {}),
    attempt: async () => read(Attempt, await hub.get(`${PATH}/${id}`)),
    /** The answer as it is, with what the schema does not know. */
    answer: async () => (await hub.get(`${PATH}/${id}`)).json() as Promise<Record<string, unknown>>,
    confirm: (content: object) => hub.post(`${PATH}/${id}/confirm`, content),
    cancel: () => hub.delete(`${PATH}/${id}`),
  };
}

export type Started = Awaited<ReturnType<typeof started>>;

/** In order of their size, where it does not matter who was first. */
export const statuses = (answers: readonly Response[]): number[] =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);

/** What a browser sends back of an answer's cookie. */
export function cookieOf(response: Response): { cookie: string } {
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { cookie };
}

/** What a return page finds in its address. */
export function fragmentOf(response: Response) {
  const [to = '', fragment = ''] = (response.headers.get('location') ?? '').split('#');
  const params = new URLSearchParams(fragment);
  return { to, attempt: params.get('attempt'), confirm: params.get('confirm') };
}
