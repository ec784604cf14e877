import { beginOnce, changeAttempt, checkPending, findAttempt, isStartable, reachPhase } from '../attempts.js';
import { type JsonObject, parseBody, requiredText } from '../body.js';
import { findConnector } from '../connectors.js';
import type { Attempt, Plan, Session, Way } from '../documents.js';
import { ApiError } from '../errors.js';
import { s256, secret } from '../ids.js';
import type { World } from '../world.js';
import { startUrl } from './addresses.js';
import { authorize } from './authorize.js';
import { giveCookie } from './cookies.js';
import { failed } from './finish.js';
import { escapeHtml, page } from './html.js';
import { orRefusalPage } from './pages.js';

const STATUS = '<p id="status" role="status">One moment…</p>';

/** `GET /opening`: what the hub opens in the click. Its script finds the attempt by the nonce in the fragment. */
export const openingPage = ({ base }: World): Response =>
  page({ base, title: 'Connecting…', body: STATUS, script: 'opening' });

/**
 * `GET /opening/{nonce}`: `{ start_url, over }`. No `start_url` yet: ask again. It is answered to anybody, as neither
 * the nonce nor the address opens anything by itself.
 */
export async function findOpening(world: World, url: URL, nonce: string): Promise<Response> {
  const id = await world.store.get<string>('opening', nonce);
  const attempt = id === undefined ? undefined : await findAttempt(world, id);
  const over = attempt !== undefined && !isStartable(world, attempt);
  return json({ start_url: attempt && !over ? startUrl(world, url, attempt.id) : null, over });
}

/** `GET /start?a={id}` */
export const startPage = (world: World, url: URL): Promise<Response> =>
  orRefusalPage(world, async () => {
    const { id, plan } = await startable(world, url.searchParams.get('a') ?? '');
    const session = await world.store.get<Session>('session', plan.token);
    const name = session ? findConnector(world, session, plan.integrationId).name : '';
    const origins = escapeHtml(JSON.stringify(plan.allowedOrigins));
    const returns = plan.returnUrl === null ? '' : 'yes';
    const data = `data-id="${id}" data-origins="${origins}" data-returns="${returns}"`;
    const body = `${STATUS}\n<div id="attempt" ${data} hidden></div>`;
    return page({ base: world.base, title: `Connecting to ${name}…`, body, script: 'start' });
  });

/**
 * `POST /start/{id}` `{ opener: boolean }`, by the start page's own script: `{ url }` is where to go on to; without
 * it the page needs the verifier of the page that opened it. Where nobody can hand that over, the way leads over the
 * host's return page, and where there is none, nowhere: the attempt ends as `opener_severed`.
 */
export async function beginSignIn(world: World, request: Request, id: string): Promise<Response> {
  const body = await ownBody(request);
  const attempt = await startable(world, id);
  const { plan } = attempt;
  if (plan.challenge === null) {
    await reachPhase(world, id, 'start_loaded');
    return goOn(world, request, attempt, { kind: 'none', redirectUri: null });
  }
  if (body['opener'] === true && plan.allowedOrigins.length > 0) {
    await reachPhase(world, id, 'start_loaded');
    return json({});
  }
  await reachPhase(world, id, 'start_loaded_no_opener');
  if (plan.returnUrl !== null) return goOn(world, request, attempt, { kind: 'return', url: plan.returnUrl });
  const description =
    'The window is cut off from the page that opened it, and the session has no return_url.';
  await changeAttempt(world, id, failed('opener_severed', description));
  throw new ApiError(409, 'This page cannot open the sign-in window.');
}

/** `POST /start/{id}/redeem` `{ verifier }`: once, for a cookie and the address at the provider. */
export async function redeem(world: World, request: Request, id: string): Promise<Response> {
  const verifier = requiredText(await ownBody(request), 'verifier');
  const attempt = await startable(world, id);
  const { plan, expiresAt } = attempt;
  if ((await s256(verifier)) !== plan.challenge) throw new ApiError(403, 'This is not the verifier');
  const value = secret(world.random);
  const cookie = giveCookie(new URL(request.url), id, value, Math.ceil((expiresAt - world.now()) / 1000));
  return goOn(world, request, attempt, { kind: 'cookie', value }, cookie);
}

/** Sends the window on: once. */
async function goOn(
  world: World,
  request: Request,
  { id, plan }: Startable,
  way: Way,
  headers: Record<string, string> = {},
): Promise<Response> {
  if (!(await beginOnce(world, id))) throw usedBefore();
  try {
    return json({ url: await authorize(world, new URL(request.url), id, plan, way) }, headers);
  } catch (error) {
    await changeAttempt(world, id, failed('provider_error', 'The provider does not answer.'));
    throw error;
  }
}

type Startable = Attempt & { readonly plan: Plan };

async function startable(world: World, id: string): Promise<Startable> {
  const attempt = await findAttempt(world, id);
  checkPending(world, attempt);
  if (attempt.begun || attempt.plan === null) throw usedBefore();
  return attempt as Startable;
}

const usedBefore = (): ApiError =>
  new ApiError(409, 'This sign-in was started before. Start again where you came from.');

/** The body, if this page's own script sent it: another site's page can neither send JSON here nor name this origin. */
async function ownBody(request: Request): Promise<JsonObject> {
  const { origin } = new URL(request.url);
  const claimed = request.headers.get('origin') ?? origin;
  const isJson = request.headers.get('content-type')?.startsWith('application/json');
  if (claimed !== origin || !isJson) throw new ApiError(403, 'Only the start page may ask this');
  return parseBody(await request.text());
}

const json = (body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { headers: { 'cache-control': 'no-store', ...headers } });
