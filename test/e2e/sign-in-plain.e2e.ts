import { afterEach, beforeEach, expect, test } from 'vitest';
import { HUB_VERSION } from '../../src/contract/version.js';
import { closeStage, openSignInStage, type Stage } from './harness.js';
import {
  accounts,
  allow,
  continueButton,
  decide,
  isConnected,
  leave,
  toldBy,
  windowOf,
  WORKDAY,
} from './steps.js';

/** A server that announces no extension: what the hub asks of it is the plain contract, and nothing else. */

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
  readonly body: Promise<string>;
}

let stage: Stage;
let calls: Call[];

beforeEach(async () => {
  stage = await openSignInStage({ sandbox: { extensions: [] } });
  calls = [];
  stage.hear((request) => {
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    calls.push({ method, headers, path: pathname, query: search, body: request.clone().text() });
  });
});
// The window's address is the one place that this contract puts them in.
afterEach(() => closeStage(stage, /\/connect\/oauth2\//));

const CONTRACT_HEADERS = 'content-type,x-hub-session-token,x-hub-version';

const isHubs = ({ headers }: Call): boolean => headers.has('x-hub-session-token');

/** What a page asked the server for, each once, with an id as it is called here. */
function asked(ids: Readonly<Record<string, string>>) {
  const named = (text: string) =>
    Object.entries(ids).reduce((path, [name, id]) => path.replaceAll(id, `{${name}}`), text);
  const line = ({ method, path, query }: Call) => named(`${method} ${path}${query}`);
  const window = calls.find(({ path }) => path.startsWith('/connect/oauth2/'));
  const preflights = calls.filter(({ method }) => method === 'OPTIONS');
  return {
    hub: [...new Set(calls.filter(isHubs).map(line))].toSorted(),
    window: window && line(window),
    // The browser's own account of what is not its own.
    headers: [...new Set(preflights.map(({ headers }) => headers.get('access-control-request-headers')))],
    values: calls
      .filter(isHubs)
      .map(({ headers }) => [
        headers.get('content-type'),
        headers.get('x-hub-version'),
        headers.get('x-hub-session-token'),
      ]),
  };
}

const sent = (line: string): Promise<string>[] =>
  calls.filter(({ method, path }) => `${method} ${path}` === line).map(({ body }) => body);

/** The only attempt so far, by what asks about it. */
const attemptId = (): string =>
  calls.flatMap(({ path }) => /^\/hub\/connection_attempts\/(.+)$/.exec(path)?.[1] ?? [])[0] ?? '';

const integrationId = (): string =>
  calls.flatMap(({ path }) => /^\/connect\/oauth2\/(.+)$/.exec(path)?.[1] ?? [])[0] ?? '';

const token = (): string => calls.flatMap(({ headers }) => headers.get('x-hub-session-token') ?? [])[0] ?? '';

/** A new sign-in with Workday, to its end. */
async function connect(): Promise<void> {
  const { page, urls } = stage;
  await page.goto(stage.host({ provider: WORKDAY.provider }, { appUrl: urls.sandbox }));
  const popup = await leave(stage);
  const closed = popup.waitForEvent('close');
  await allow(popup);
  await closed;
  await isConnected(page);
}

test('a new account', async () => {
  const { urls, secret } = stage;
  await connect();
  expect(toldBy(stage, 'onSuccess')).toMatchObject([{ provider: WORKDAY.provider, mode: 'created' }]);
  const heard = asked({ attempt: attemptId(), integration: integrationId(), token: token() });
  expect(heard.hub).toEqual([
    'GET /hub/connection_attempts/{attempt}',
    'GET /hub/connectors',
    'GET /hub/connectors/{integration}',
    'GET /hub/settings',
    'POST /connect_sessions/authenticate',
    'POST /hub/connection_attempts',
  ]);
  expect(heard.window).toBe(
    'GET /connect/oauth2/{integration}' +
      `?redirect_uri=${encodeURIComponent(`${urls.sandbox}/embedded/accounts/callback`)}` +
      '&token={token}&connection_attempt_id={attempt}' +
      `&wql_endpoint=${encodeURIComponent('https://wd2.workday.com/ccx/api/v1/acme')}` +
      `&wql_client_id=hub&wql_client_secret=${secret}`,
  );
  expect(heard.headers).toEqual([CONTRACT_HEADERS]);
  for (const values of heard.values) expect(values).toEqual(['application/json', HUB_VERSION, token()]);
  const body = JSON.stringify({ token: token() });
  expect(await Promise.all(sent('POST /connect_sessions/authenticate'))).toEqual([body]);
  expect(await Promise.all(sent('POST /hub/connection_attempts'))).toEqual([body]);
});

test('the same account again: what is kept is not sent, and no address says which account it is', async () => {
  const { page, urls } = stage;
  await connect();
  const [account] = await accounts(stage);
  calls.length = 0;
  await page.goto(stage.host({ account_id: account?.id }, { appUrl: urls.sandbox }));
  // The provider still knows who it is.
  await decide(await windowOf(stage, continueButton(page)), 'Allow');
  await page.getByRole('heading', { name: `Your changes to ${WORKDAY.name} are saved` }).waitFor();
  expect(toldBy(stage, 'onSuccess').at(-1)).toMatchObject({ id: account?.id, mode: 'updated' });
  expect(await accounts(stage)).toMatchObject([{ id: account?.id }]);
  const ids = {
    attempt: attemptId(),
    integration: integrationId(),
    token: token(),
    account: `${account?.id}`,
  };
  const heard = asked(ids);
  expect(heard.hub).toEqual([
    'GET /hub/accounts/{account}',
    'GET /hub/connection_attempts/{attempt}',
    'GET /hub/connectors',
    'GET /hub/connectors/{integration}',
    'GET /hub/settings',
    'POST /connect_sessions/authenticate',
    'POST /hub/connection_attempts',
  ]);
  expect(heard.window).toBe(
    'GET /connect/oauth2/{integration}' +
      `?redirect_uri=${encodeURIComponent(`${urls.sandbox}/embedded/accounts/callback`)}` +
      '&token={token}&connection_attempt_id={attempt}' +
      `&wql_endpoint=${encodeURIComponent('https://wd2.workday.com/ccx/api/v1/acme')}&wql_client_id=hub`,
  );
  expect(heard.headers).toEqual([CONTRACT_HEADERS]);
});

test('a window that the user has lost can be shown, and is closed when they cancel', async () => {
  const { page, urls } = stage;
  await page.goto(stage.host({ provider: WORKDAY.provider }, { appUrl: urls.sandbox }));
  const popup = await leave(stage);
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.getByRole('button', { name: 'Show window' }).click();
  const closed = popup.waitForEvent('close');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await closed;
  await continueButton(page).waitFor();
  const heard = asked({ attempt: attemptId(), integration: integrationId(), token: token() });
  expect(heard.hub).toContain('DELETE /hub/connection_attempts/{attempt}');
  expect(heard.headers).toEqual([CONTRACT_HEADERS]);
  expect(toldBy(stage, 'onError')).toEqual([]);
  expect(stage.problems).toEqual([]);
  expect(await accounts(stage)).toEqual([]);
});
