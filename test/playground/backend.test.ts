import { expect, test } from 'vitest';
import { type Backend, BackendError, createBackend } from '../../src/playground/backend.js';

const answering = (answer: Response | Error): Backend & { asked: [unknown, RequestInit][] } => {
  const asked: [unknown, RequestInit][] = [];
  const backend = createBackend(async (input, init = {}) => {
    asked.push([input, init]);
    if (answer instanceof Error) throw answer;
    return answer.clone();
  });
  return { ...backend, asked };
};

const signal = new AbortController().signal;

test('a session is created from its fields and answers a token', async () => {
  const backend = answering(Response.json({ id: 1, token: 'T' }, { status: 201 }));
  await expect(backend.createSession({ origin_owner_id: 'o' })).resolves.toBe('T');
  expect(backend.asked).toEqual([
    [
      '/api/sessions',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"origin_owner_id":"o"}' },
    ],
  ]);
});

test('accounts are those of one owner, whatever its id is made of', async () => {
  const backend = answering(Response.json([{ id: 'a' }]));
  await expect(backend.accounts('a&b=c', signal)).resolves.toEqual([{ id: 'a' }]);
  expect(backend.asked[0]?.[0]).toBe('/api/accounts?origin_owner_id=a%26b%3Dc');
});

test('an account is disconnected by its id alone', async () => {
  const backend = answering(Response.json({ id: 'a' }));
  await backend.disconnect('a/b');
  expect(backend.asked[0]).toEqual(['/api/accounts/a%2Fb', { method: 'DELETE' }]);
});

test('a refusal comes in the words of the server', async () => {
  const backend = answering(Response.json({ message: 'label must be a string' }, { status: 400 }));
  const refusal = await backend.createSession({}).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(BackendError);
  expect(refusal).toMatchObject({ status: 400, message: 'label must be a string' });
});

test.each([
  ['HTML in place of JSON', new Response('<html>', { status: 200 })],
  ['nothing at all', new Response(null, { status: 502 })],
  ['no token', Response.json({ id: 1 })],
  ['null', Response.json(null)],
  ['a broken connection', new TypeError('Failed to fetch')],
])('an answer that is %s is a sentence', async (_what, answer) => {
  const refusal = await answering(answer)
    .createSession({})
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(BackendError);
  expect((refusal as BackendError).message).toMatch(/^The backend.*\.$/);
});

test('a list of accounts that is none is refused', async () => {
  await expect(answering(Response.json({})).accounts('o', signal)).rejects.toBeInstanceOf(BackendError);
});

test('a call that was given up is not a failure of the backend', async () => {
  const controller = new AbortController();
  controller.abort();
  const backend = answering(controller.signal.reason as Error);
  await expect(backend.accounts('o', controller.signal)).rejects.toBe(controller.signal.reason);
});

const ADDRESSES = { sandboxUrl: 'http://127.0.0.1:4010', hostedUrl: 'http://localhost:5180/' };

test('where the API and the hosted page are needs to be asked only once, unless nobody answered', async () => {
  const answers = [new Response(null, { status: 502 }), Response.json(ADDRESSES)];
  const backend = createBackend(async () => answers.shift() ?? Response.error());
  await expect(backend.addresses()).rejects.toBeInstanceOf(BackendError);
  await expect(backend.addresses()).resolves.toEqual(ADDRESSES);
  await expect(backend.addresses()).resolves.toEqual(ADDRESSES);
});
