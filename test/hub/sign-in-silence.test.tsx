import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connecting, records } from '../authorize/support/connecting.js';
import { loadSignIn } from '../authorize/support/page.js';
import { json, lost, type Middleman, type Server } from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';

/** What the user sees, and the host hears, where nothing helpful is heard of the server any more. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

/** From now on questions about attempts are answered by this alone. */
const answerPolls = (server: Server, answer: () => ReturnType<Middleman>): void =>
  server.between(({ method, path }, pass) =>
    method === 'GET' && path.startsWith('/hub/connection_attempts/') ? answer() : pass(),
  );
const nameless = (): Response => json(200, { status: 'authenticated', account: null });
const mend = (server: Server): void => server.between((_, pass) => pass());

describe('a server that cannot be reached', () => {
  it('is noticed after two questions, told to the host after a minute, and the sign-in goes on', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    answerPolls(server, lost);
    await seconds(3);
    expect(page.state()).toMatchObject({ name: 'authorizing', silence: null });
    await seconds(5);
    expect(page.state()).toMatchObject({ silence: { why: { code: 'network_unreachable' } } });
    expect(page.heard.errors).toEqual([]);
    await seconds(120);
    expect(page.heard.errors).toEqual([{ code: 'network_unreachable', recoverable: true }]);
    server.allow('attempt-1');
    mend(server);
    await seconds(40);
    expect(page.heard.successes).toHaveLength(1);
    expect(page.heard.errors).toHaveLength(1);
  });

  it('is forgotten once it is heard again', async () => {
    const { server, page } = await connecting();
    await turn();
    answerPolls(server, lost);
    await seconds(10);
    mend(server);
    await seconds(10);
    expect(page.state()).toMatchObject({ name: 'authorizing', silence: null });
    expect(page.heard.errors).toEqual([]);
  });

  it('is told once, though the session ends and is renewed after it', async () => {
    const { server, page } = await connecting();
    await turn();
    answerPolls(server, lost);
    await seconds(95);
    mend(server);
    server.end('token-1');
    await seconds(40);
    expect(page.state()).toMatchObject({ name: 'unavailable', resume: { silence: { lasts: true } } });
    page.giveToken(server.begin('token-2'));
    await seconds(40);
    const codes = page.heard.errors.map(({ code }) => code);
    expect(codes).toEqual(['network_unreachable', 'session_expired']);
    expect(page.state()).toMatchObject({ name: 'authorizing', silence: null });
  });

  it('says nothing of the window that takes the place of this one', async () => {
    const { server, page } = await connecting();
    await turn();
    answerPolls(server, lost);
    await seconds(10);
    page.control()?.reopen?.();
    expect(page.state()).toMatchObject({ phase: 'opening', silence: null });
  });
});

describe('a server that makes no sense', () => {
  it('is told to the host at its fifth answer in a row, and the sign-in goes on', async () => {
    const { server, page } = await connecting();
    await turn();
    answerPolls(server, () => json(200, { status: 'queued' }));
    await seconds(9);
    expect(page.heard.errors).toEqual([]);
    await seconds(20);
    expect(page.heard.errors).toEqual([{ code: 'invalid_response', recoverable: true }]);
    expect(page.state()).toMatchObject({ name: 'authorizing', silence: { lasts: true } });
    server.allow('attempt-1');
    mend(server);
    await seconds(10);
    expect(page.heard.successes).toHaveLength(1);
  });
});

describe('an account that the server does not name', () => {
  it('ends the sign-in with the form, which says that it may be there; no account is told', async () => {
    const { server, page } = await connecting();
    await turn();
    answerPolls(server, nameless);
    await seconds(30);
    expect(page.state()).toMatchObject({
      name: 'filling',
      failure: { code: 'invalid_response', outcomeUnknown: true },
    });
    expect(page.heard.errors).toEqual([{ code: 'invalid_response', recoverable: true }]);
    expect(page.heard.successes).toEqual([]);
    expect(records()).toEqual([]);
  });

  it('is said to whoever cancelled, too, and stays to be found', async () => {
    const { server, page } = await connecting();
    await turn();
    answerPolls(server, nameless);
    page.control()?.cancel();
    await seconds(5);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { outcomeUnknown: true } });
    expect(records()).toHaveLength(1);
  });
});
