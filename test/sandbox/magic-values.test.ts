import { describe, expect, test } from 'vitest';
import { AccountCreated } from '../../src/api/schemas.js';
import { type CatalogEntry, ConnectionLost, magicValues } from '../../src/sandbox.js';
import { Refusal } from './backend-schemas.js';
import { ALPHA, BETA, connecting, openSandbox, read } from './harness.js';

type Opened = ReturnType<typeof openSandbox>;

const submit = async (sandbox: Opened, value: string) => {
  const { token } = await sandbox.session();
  return sandbox.hub(token).post('/hub/accounts', connecting(ALPHA, { subdomain: value, api_key: 'x' }));
};

interface Row {
  readonly value: (typeof magicValues)[number]['value'];
  readonly status: number;
  readonly connected: boolean;
  readonly body?: object;
}

const said = expect.any(Object) as object;

const rows: readonly Row[] = [
  { value: 'accepted', status: 201, connected: true },
  {
    value: 'invalid',
    status: 422,
    connected: false,
    body: { data: { fields: { subdomain: expect.stringContaining('Subdomain is not valid') as string } } },
  },
  { value: 'refused', status: 400, connected: false, body: { provider_response: said } },
  {
    value: 'locked',
    status: 400,
    connected: false,
    body: { message: expect.stringContaining('locked') as string, provider_response: said },
  },
  { value: 'rate-limited', status: 429, connected: false },
  { value: 'boom', status: 500, connected: false },
  { value: 'slow', status: 201, connected: true },
  {
    value: 'conflict',
    status: 409,
    connected: false,
    body: { message: expect.stringContaining('connected already') as string },
  },
];

describe('a magic value', () => {
  test.each(rows)('$value is answered with $status', async ({ value, status, connected, body }) => {
    const sandbox = openSandbox();
    const answer = await submit(sandbox, value);
    expect(answer.status).toBe(status);
    expect(await sandbox.accounts()).toHaveLength(connected ? 1 : 0);
    if (connected) await read(AccountCreated, answer);
    else expect(Refusal.parse(await answer.json())).toMatchObject({ statusCode: status, ...body });
  });

  test('is in the public list, and nothing else is', () => {
    const tested = [...rows.map(({ value }) => value), 'gateway', 'lost'];
    expect(magicValues.map(({ value }) => value).toSorted()).toEqual(tested.toSorted());
  });

  test.each(['not-invalid', 'Invalid', 'invalids', ' invalid', 'boom!'])('is not %j', async (value) => {
    expect((await submit(openSandbox(), value)).status).toBe(201);
  });

  test.each([
    'boom@acme.example',
    'boom.acme.example',
    'boom-1',
    'boom_1',
    'boom.',
    'https://boom.acme.example/path',
    'rate-limited.acme.example',
  ])('also begins %j', async (value) => {
    const { status } = await submit(openSandbox(), value);
    expect(status).toBe(value.startsWith('rate') ? 429 : 500);
  });

  test('works in a secret field', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const body = connecting(ALPHA, { subdomain: 'acme', api_key: 'invalid' });
    const refused = await sandbox.hub(token).post('/hub/accounts', body);
    expect(Refusal.parse(await refused.json())).toMatchObject({
      data: { fields: { api_key: expect.any(String) as string } },
    });
  });

  test('works in a change', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const hub = sandbox.hub(token);
    const { id } = await read(AccountCreated, await submit(sandbox, 'acme'));
    const refused = await hub.patch(`/hub/accounts/${id}`, connecting(ALPHA, { api_key: 'boom' }));
    expect(refused.status).toBe(500);
  });
});

test('refused comes with the JSON text that real servers put into the message', async () => {
  const { message, provider_response } = Refusal.parse(await (await submit(openSandbox(), 'refused')).json());
  expect(JSON.parse(message)).toEqual({
    message: expect.stringContaining('ALPHA refused') as string,
    provider_response,
  });
});

test('rate-limited says when to come back', async () => {
  expect((await submit(openSandbox(), 'rate-limited')).headers.get('retry-after')).toBe('5');
});

test('gateway is answered in HTML', async () => {
  const answer = await submit(openSandbox(), 'gateway');
  expect(answer.status).toBe(502);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await answer.text()).toMatch(/^<html>/);
});

test('slow takes five seconds', async () => {
  const sandbox = openSandbox();
  await submit(sandbox, 'slow');
  expect(sandbox.waits).toEqual([5000]);
});

describe('lost', () => {
  const body = connecting(ALPHA, { subdomain: 'lost', api_key: 'x' });

  test('connects, loses the answer, and answers the retry', async () => {
    const sandbox = openSandbox();
    await expect(submit(sandbox, 'lost')).rejects.toThrow(new ConnectionLost());
    const [account] = await sandbox.accounts();
    expect((await read(AccountCreated, await submit(sandbox, 'lost'))).id).toBe(account?.id);
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test('rejects as a fetch that failed', async () => {
    const error = await submit(openSandbox(), 'lost').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'Failed to fetch' });
  });

  test('makes a second account in plain mode, where several are allowed and no key tells a retry', async () => {
    const sandbox = openSandbox({ extensions: [] });
    const { token } = await sandbox.session({ multiple: true });
    const { post } = sandbox.hub(token);
    await expect(post('/hub/accounts', body)).rejects.toThrow(ConnectionLost);
    expect((await post('/hub/accounts', body)).status).toBe(201);
    expect(await sandbox.accounts()).toHaveLength(2);
  });

  test('happens once for each integration', async () => {
    const sandbox = openSandbox();
    await expect(submit(sandbox, 'lost')).rejects.toThrow(ConnectionLost);
    const { token } = await sandbox.session();
    const other = connecting(BETA, { subdomain: 'lost', api_key: 'x' });
    await expect(sandbox.hub(token).post('/hub/accounts', other)).rejects.toThrow(ConnectionLost);
  });

  test('happens once for each idempotency key, and never makes a second account', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session({ multiple: true });
    const first = sandbox.hub(token, { 'idempotency-key': 'key-1' });
    await expect(first.post('/hub/accounts', body)).rejects.toThrow(ConnectionLost);
    const answer = await read(AccountCreated, await first.post('/hub/accounts', body));
    expect((await sandbox.accounts()).map(({ id }) => id)).toEqual([answer.id]);

    const second = sandbox.hub(token, { 'idempotency-key': 'key-2' });
    await expect(second.post('/hub/accounts', body)).rejects.toThrow(ConnectionLost);
    expect(await sandbox.accounts()).toHaveLength(2);
  });

  test('changes, loses the answer, and answers the retry', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const hub = sandbox.hub(token);
    const { id } = await read(AccountCreated, await submit(sandbox, 'acme'));
    const change = () => hub.patch(`/hub/accounts/${id}`, connecting(ALPHA, { subdomain: 'lost' }));
    await expect(change()).rejects.toThrow(ConnectionLost);
    expect(await sandbox.accounts()).toMatchObject([{ setup_information: { subdomain: 'lost' } }]);
    expect((await change()).status).toBe(200);
  });
});

test('a value passes the rules of its field before it does its magic', async () => {
  const entry: CatalogEntry = {
    ...BETA,
    config: {
      key: 'beta',
      name: 'Beta',
      type: 'custom',
      configFields: [{ key: 'email', label: 'E-mail', secret: false, validation: { format: 'email' } }],
    },
  };
  const sandbox = openSandbox({ catalog: [entry] });
  const { token } = await sandbox.session();
  const post = (email: string) => sandbox.hub(token).post('/hub/accounts', connecting(entry, { email }));
  expect((await post('boom')).status).toBe(422);
  expect((await post('boom@acme.example')).status).toBe(500);
});
