/**
 * The one API that every app of the benchmark speaks to: the wire contract's reads, with answers that are made once
 * and packed once, so that what is measured is never the server. A session's token says what it has to offer:
 * `bench-200` has two hundred connectors, `bench-form` one with a form of two hundred fields, `bench-edit` an account.
 */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const CATEGORIES = ['hris', 'ats', 'crm', 'iam', 'lms', 'marketing', 'ticketing', 'documents', 'accounting'];
const HEADS = [
  'Aca',
  'Bel',
  'Cor',
  'Dyna',
  'Ever',
  'Fin',
  'Gra',
  'Hyper',
  'Inter',
  'Jet',
  'Kin',
  'Lumi',
  'Meri',
  'Nova',
];
const MIDDLES = ['li', 'no', 'ra', 'ste', 'vi', 'ca', 'mo', 'du', 'pe', 'tri'];
const TAILS = ['force', 'desk', 'hire', 'ledger', 'mail', 'path', 'suite', 'works', 'flow', 'base'];

export const FIRST_CONNECTOR = 'Aardvark People';
const FORM_FIELDS = 200;
const ACCOUNT = 'bench-account';

/** Names of one length and one alphabet, never twice the same; the first is first in every order. */
function nameOf(index) {
  if (index === 0) return FIRST_CONNECTOR;
  const pick = (list, by) => list[Math.floor(index / by) % list.length];
  const name = pick(HEADS, 1) + pick(MIDDLES, HEADS.length) + pick(TAILS, HEADS.length * MIDDLES.length);
  const round = Math.floor(index / (HEADS.length * MIDDLES.length * TAILS.length));
  return round === 0 ? name : `${name} ${round + 1}`;
}

const connector = (index, origin) => ({
  active: true,
  name: nameOf(index),
  provider: `provider_${index}`,
  type: CATEGORIES[index % CATEGORIES.length],
  version: '1.0.0',
  authentication_config_key: 'api_key',
  environment: 'production',
  integration_id: `integration-${index}`,
  logo_url: `${origin}/logo.svg`,
});

const field = (index) => ({
  key: `field_${index}`,
  label: `Field ${index}`,
  type: 'text',
  required: false,
  readOnly: false,
  secret: false,
  placeholder: `Value ${index}`,
});

const FEW_FIELDS = [
  { ...field(0), key: 'domain', label: 'Domain', required: true },
  { ...field(1), key: 'api_key', label: 'API key', type: 'password', secret: true, required: true },
];

const session = (token) => ({
  id: 1,
  organization_id: 1,
  project_id: 'project',
  categories: null,
  provider: null,
  origin_owner_id: 'owner',
  origin_owner_name: 'Acme Corp',
  origin_username: null,
  account_id: token === 'bench-edit' ? ACCOUNT : null,
  label: null,
  created_at: '2026-01-01T00:00:00+00:00',
});

/** What a path answers for a token; `undefined` where there is nothing. */
function answer(method, path, token, origin) {
  const bound = token === 'bench-form' || token === 'bench-edit' || token === 'bench-oauth';
  const count = bound ? 1 : Number(token.slice('bench-'.length));
  if (path === '/connect_sessions/authenticate') return session(token);
  if (path === '/hub/settings') return { enabled_features: [] };
  if (path === '/hub/connectors') {
    return { integrations: Array.from({ length: count }, (_, index) => connector(index, origin)) };
  }
  if (path.startsWith('/hub/connectors/')) {
    const config = { key: 'bench', name: FIRST_CONNECTOR, assets: { icon: `${origin}/logo.svg` } };
    const form =
      token === 'bench-form' ? Array.from({ length: FORM_FIELDS }, (_, index) => field(index)) : FEW_FIELDS;
    const kind = token === 'bench-oauth' ? { type: 'oauth2' } : { type: 'custom', configFields: form };
    return {
      config: { ...config, ...kind },
      hub_settings: { configured_webhook_events: {}, project_settings: {} },
    };
  }
  if (path === `/hub/accounts/${ACCOUNT}`) {
    return {
      secureId: ACCOUNT,
      provider: 'provider_0',
      setupInformation: { domain: 'acme' },
      secrets: { api_key: '__secretvalue:**redacted**4f9a' },
      version: '1.0.0',
      integrationId: 'integration-0',
    };
  }
  if (path === '/hub/connection_attempts' && method === 'POST') return { id: 'attempt' };
  if (path.startsWith('/hub/connection_attempts/')) return { status: 'pending', account: null, error: null };
  return undefined;
}

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><rect width="32" height="32" rx="8" fill="#3b5bdb"/></svg>';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, x-hub-session-token, x-hub-version, content-type',
  'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
  'access-control-max-age': '600',
};

/** @returns {Promise<{ url: string, close: () => Promise<void> }>} on a free port */
export async function startStub() {
  const packed = new Map();
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    const { pathname } = new URL(request.url, origin);
    if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end();
    if (pathname === '/logo.svg') {
      return response
        .writeHead(200, { ...CORS, 'content-type': 'image/svg+xml', 'cache-control': 'max-age=600' })
        .end(LOGO);
    }
    request.resume();
    request.once('end', () => {
      const token = request.headers['x-hub-session-token'];
      const key = [request.method, pathname, token].join(' ');
      if (!packed.has(key)) {
        const found = typeof token === 'string' ? answer(request.method, pathname, token, origin) : undefined;
        packed.set(key, found && gzipSync(JSON.stringify(found)));
      }
      const body = packed.get(key);
      if (!body) return response.writeHead(404, CORS).end();
      const status = request.method === 'POST' ? 201 : 200;
      response
        .writeHead(status, {
          ...CORS,
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          'content-length': body.length,
        })
        .end(body);
    });
  });
  return listening(server);
}

/** @returns {Promise<{ url: string, close: () => Promise<void> }>} */
export async function listening(server) {
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
