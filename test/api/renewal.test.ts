import { describe, expect, it, vi } from 'vitest';
import { HubError } from '../../src/api/errors.js';
import { createTokenSource } from '../../src/api/tokens.js';
import { type Arrived, READ, sendTo, startApi, WRITE } from './server.js';

const tokenOf = ({ headers }: Arrived): string | null => headers.get('x-hub-session-token');

/** An API that takes one token only, and says of every other that it has expired. */
const apiFor = (valid: string) =>
  startApi((request) =>
    tokenOf(request) === valid
      ? Response.json({ id: 'a' })
      : Response.json({ statusCode: 401, message: 'The token has expired' }, { status: 401 }),
  );

/** A host that gives these tokens, one after the other. */
function host(...list: readonly string[]) {
  const left = [...list];
  const getToken = vi.fn(async () => left.shift() ?? 'no more');
  return { getToken, tokens: createTokenSource(() => getToken) };
}

describe('a refused token', () => {
  it('is renewed, and the call repeated with the new one', async () => {
    const api = await apiFor('new');
    const { tokens, getToken } = host('old', 'new');
    const body = '{"integration_id":"a"}';
    await sendTo(api, { tokens })({ ...WRITE, body });
    expect(api.arrived.map(tokenOf)).toEqual(['old', 'new']);
    expect(api.arrived.map((request) => request.body)).toEqual([body, body]);
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('is replaced in the body too', async () => {
    const api = await apiFor('new');
    const { tokens } = host('old', 'new');
    await sendTo(api, { tokens })({ ...WRITE, body: (token) => JSON.stringify({ token }) });
    expect(api.arrived.map(({ body }) => body)).toEqual(['{"token":"old"}', '{"token":"new"}']);
  });

  it('keeps its idempotency key', async () => {
    const api = await apiFor('new');
    const { tokens } = host('old', 'new');
    await sendTo(api, { tokens })({ ...WRITE, idempotencyKey: 'key-1' });
    expect(api.arrived.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['key-1', 'key-1']);
  });

  it('is renewed once for ten calls that are told at the same time', async () => {
    const api = await apiFor('new');
    const { tokens, getToken } = host('old', 'new');
    const send = sendTo(api, { tokens });
    await Promise.all(Array.from({ length: 10 }, () => send(READ)));
    expect(getToken).toHaveBeenCalledTimes(2);
    const sent = api.arrived.map(tokenOf);
    expect(sent.filter((token) => token === 'old')).toHaveLength(10);
    expect(sent.filter((token) => token === 'new')).toHaveLength(10);
  });

  it('is the end of the session when the new one is refused too: it is not renewed in a circle', async () => {
    const api = await apiFor('nobody’s');
    const { tokens, getToken } = host('old', 'new', 'newer');
    await expect(sendTo(api, { tokens })(READ)).rejects.toMatchObject({
      code: 'session_expired',
      endsSession: true,
      status: 401,
    });
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(api.arrived).toHaveLength(2);
  });

  it('is the end of the session where nobody has another', async () => {
    const api = await apiFor('new');
    const tokens = createTokenSource(() => undefined);
    tokens.offer('old');
    await expect(sendTo(api, { tokens })(READ)).rejects.toMatchObject({ code: 'session_expired' });
    expect(api.arrived).toHaveLength(1);
  });

  it('is the end of the session, as the server said it, where the host has none to give now', async () => {
    const api = await apiFor('new');
    const { tokens, getToken } = host('old', 'new');
    const send = sendTo(api, { tokens });
    await tokens.current();
    getToken.mockRejectedValueOnce(new Error('backend down'));
    await expect(send(WRITE)).rejects.toMatchObject({
      code: 'session_expired',
      endsSession: true,
      status: 401,
      retryable: true,
      outcomeUnknown: false,
    });
    await send(WRITE);
    expect(api.arrived.map(tokenOf)).toEqual(['old', 'new']);
  });

  it('is not followed by one of another owner, which is told as that', async () => {
    const api = await apiFor('new');
    const getToken = vi.fn(async () => (api.arrived.length > 0 ? 'new' : 'old'));
    const replaced = new HubError({ code: 'session_replaced' });
    const tokens = createTokenSource(
      () => getToken,
      () => Promise.reject(replaced),
    );
    await expect(sendTo(api, { tokens })(WRITE)).rejects.toMatchObject({
      code: 'session_replaced',
      endsSession: false,
    });
    expect(api.arrived.map(tokenOf)).toEqual(['old']);
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('that was only looked at is not renewed', async () => {
    const api = await apiFor('new');
    const { tokens, getToken } = host('new');
    await expect(sendTo(api, { tokens })({ ...READ, token: 'stranger' })).rejects.toMatchObject({
      code: 'session_expired',
    });
    expect(getToken).not.toHaveBeenCalled();
    expect(api.arrived).toHaveLength(1);
  });
});
