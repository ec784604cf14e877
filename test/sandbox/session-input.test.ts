import { describe, expect, test } from 'vitest';
import { Refusal } from './backend-schemas.js';
import { ALPHA, connected, openSandbox, OWNER } from './harness.js';

describe('what no session can be made with', () => {
  const OTHER_ID = '00000000-0000-4000-8000-0000000000ff';
  const rows: readonly (readonly [string, object | string, string])[] = [
    ['no owner id', { origin_owner_id: undefined }, 'origin_owner_id is required'],
    ['an empty owner id', { origin_owner_id: '' }, 'origin_owner_id is required'],
    ['an owner id that is a number', { origin_owner_id: 7 }, 'origin_owner_id must be a string'],
    ['no owner name', { origin_owner_name: null }, 'origin_owner_name is required'],
    ['a user name that is none', { origin_username: {} }, 'origin_username must be a string'],
    ['categories that are no list', { categories: 'crm' }, 'categories must be a list of strings'],
    ['a category that is a number', { categories: [1] }, 'categories must be a list of strings'],
    ['an unknown provider', { provider: 'omega' }, 'provider omega is not configured in this project'],
    [
      'an unknown integration',
      { integration_id: OTHER_ID },
      `integration_id ${OTHER_ID} is not configured in this project`,
    ],
    [
      'an unknown connector profile',
      { connector_profile_id: OTHER_ID },
      `connector_profile_id ${OTHER_ID} is not configured in this project`,
    ],
    [
      "another provider's integration",
      { provider: 'beta', integration_id: ALPHA.integrationId },
      `integration_id ${ALPHA.integrationId} is not one of provider beta`,
    ],
    ['an unknown account', { account_id: '1' }, 'account_id 1 is not an account of this owner'],
    ['multiple that is neither', { multiple: 'yes' }, 'multiple must be true or false'],
    ['no time to live', { expires_in: 0 }, 'expires_in must be a positive number'],
    ['less than no time to live', { expires_in: -5 }, 'expires_in must be a positive number'],
    ['a time that is no number', { expires_in: '60' }, 'expires_in must be a positive number'],
    ['metadata that is a list', { metadata: [] }, 'metadata must be an object'],
    ['a label that is a number', { label: 1 }, 'label must be a string'],
    ...['https://app.test/', 'app.test', 'file:///', 'javascript:0', '*', 'https://APP.test'].map(
      (origin) =>
        [
          `the origin ${origin}`,
          { allowed_origins: [origin] },
          'allowed_origins must be a list of origins, such as https://app.example.com',
        ] as const,
    ),
    [
      'an origin that is no list',
      { allowed_origins: 'https://app.test' },
      'allowed_origins must be a list of origins, such as https://app.example.com',
    ],
    ...['/back', 'javascript:alert(1)', 'https://app.test/#back', 'data:text/html,x'].map(
      (return_url) =>
        [
          `the return page ${return_url}`,
          { return_url },
          'return_url must be an absolute http or https URL without a fragment',
        ] as const,
    ),
    ['a type that there is not', { type: 'staging' }, 'type must be production or test'],
    [
      'two mistakes',
      { origin_owner_name: 1, label: 1 },
      'origin_owner_name must be a string; label must be a string',
    ],
  ];

  test.each(rows)('%s', async (_, input, message) => {
    const refused = await openSandbox().backend('POST', '/connect_sessions', { ...OWNER, ...Object(input) });
    expect(refused.status).toBe(400);
    expect(Refusal.parse(await refused.json())).toMatchObject({ statusCode: 400, message });
  });

  test.each([
    ['{', 'The body is not valid JSON'],
    ['[]', 'The body must be a JSON object'],
    ['null', 'The body must be a JSON object'],
  ])('the body %s', async (body, message) => {
    const refused = await openSandbox().backend('POST', '/connect_sessions', body);
    expect(refused.status).toBe(400);
    expect(Refusal.parse(await refused.json()).message).toBe(message);
  });

  test("another owner's account", async () => {
    const sandbox = openSandbox();
    const { id } = await connected(sandbox);
    const refused = await sandbox.backend('POST', '/connect_sessions', {
      ...OWNER,
      origin_owner_id: 'globex',
      account_id: id,
    });
    expect(refused.status).toBe(400);
    expect(Refusal.parse(await refused.json()).message).toContain(`account_id ${id}`);
  });
});
