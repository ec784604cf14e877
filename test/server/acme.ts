import type { CatalogEntry } from '../../src/sandbox.js';

/** The one integration of a sandbox whose catalogue does not matter: anything but a magic value connects it. */
export const acme: CatalogEntry = {
  integrationId: '5b0f7a52-6b1c-4a3e-9d53-0c8a4a8f1f01',
  active: true,
  name: 'Acme HR',
  provider: 'acme',
  category: 'hris',
  version: '1',
  configKey: 'key',
  environment: 'production',
  config: {
    key: 'acme',
    name: 'Acme HR',
    type: 'custom',
    configFields: [{ key: 'apiKey', label: 'API key', type: 'password', required: true }],
  },
};

/** What the hub sends along with every call. */
export const hubHeaders = (token: string): Record<string, string> => ({
  'x-hub-session-token': token,
  'x-hub-version': '0.1.0',
  'content-type': 'application/json',
});

/** Connects {@link acme} as the hub does, without the hub. */
export function connectAcme(apiUrl: string, token: string, apiKey = 'a working key'): Promise<Response> {
  return fetch(`${apiUrl}/hub/accounts`, {
    method: 'POST',
    headers: hubHeaders(token),
    body: JSON.stringify({ integration_id: acme.integrationId, credentials: { apiKey } }),
  });
}
