import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { askAsStartPage, type Connecting, connectingByPages } from '../authorize/support/connecting.js';
import { loadSignIn } from '../authorize/support/page.js';
import { lost, refusal, type Server, SIGN_IN_ORIGIN } from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';

/** What the server's sign-in pages ask and tell, and the words that an attempt waits for. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

/** What the return page says, and whether it was heard. */
function comeBack(id: string, confirm: string) {
  const channel = new BroadcastChannel(`hub:${id}`);
  onTestFinished(() => channel.close());
  const heard = new Promise((resolve) => {
    channel.addEventListener('message', resolve, { once: true });
  });
  channel.postMessage({ ns: 'hub', t: 'returned', id, confirm });
  return heard;
}

const confirmations = (server: Server): readonly unknown[] =>
  server.calls.filter(({ path }) => path.endsWith('/confirm')).map(({ body }) => body);

describe('the start page', () => {
  it('gets the verifier that the challenge was made from', async () => {
    const { server } = await connectingByPages();
    await turn();
    const [[message, origin] = []] = askAsStartPage('attempt-1');
    expect(origin).toBe(SIGN_IN_ORIGIN);
    const { verifier } = message as { verifier: string };
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    expect(challenge).toBe(server.attempts[0]?.made['challenge']);
  });

  it('gets it in a window that the link opened, too', async () => {
    await connectingByPages({}, { blocked: true });
    await seconds(3);
    expect(askAsStartPage('attempt-1')).toHaveLength(1);
  });

  it('gets none of another attempt, none elsewhere, and none before there is an attempt', async () => {
    await connectingByPages();
    expect(askAsStartPage('attempt-1')).toEqual([]);
    await turn();
    expect(askAsStartPage('attempt-2')).toEqual([]);
    expect(askAsStartPage('attempt-1', 'https://evil.test')).toEqual([]);
  });

  it.each<[string, (connected: Connecting) => void]>([
    ['worked', ({ server }) => void server.allow('attempt-1')],
    ['failed', ({ server }) => void server.refuse('attempt-1', 'access_denied')],
    ['was cancelled', ({ page }) => page.control()?.cancel()],
    ['was left', ({ page }) => void page.leave()],
  ])('gets none once the sign-in %s', async (_, end) => {
    const connected = await connectingByPages();
    await turn();
    end(connected);
    await seconds(3);
    expect(askAsStartPage('attempt-1')).toEqual([]);
  });

  it('gets none of the attempt that another took the place of', async () => {
    const { page } = await connectingByPages();
    await turn();
    page.control()?.reopen?.();
    await seconds(1);
    expect(askAsStartPage('attempt-1')).toEqual([]);
    expect(askAsStartPage('attempt-2')).toHaveLength(1);
  });
});

describe('the return page', () => {
  it('brings a word that is passed on with the verifier, and the server is asked at once', async () => {
    const { server, page } = await connectingByPages();
    await turn();
    const [[message] = []] = askAsStartPage('attempt-1');
    const { verifier } = message as { verifier: string };
    await comeBack('attempt-1', 'word-1');
    await turn();
    expect(confirmations(server)).toEqual([{ confirm: 'word-1', verifier }]);
    expect(server.lines().at(-1)).toBe('GET /hub/connection_attempts/attempt-1');
    server.allow('attempt-1');
    await seconds(2);
    expect(page.heard.successes).toHaveLength(1);
  });

  it.each([
    ['was lost on the way', lost],
    ['met a server that failed', () => refusal(503, 'Try again')],
  ])('brings a word that is said again where it %s', async (_, fail) => {
    const { server } = await connectingByPages();
    await turn();
    let failures = 2;
    server.between(({ path }, pass) => {
      if (!path.endsWith('/confirm') || failures === 0) return pass();
      failures -= 1;
      return fail();
    });
    await comeBack('attempt-1', 'word-1');
    await seconds(30);
    expect(confirmations(server)).toHaveLength(3);
    expect(server.find('attempt-1')?.confirmed).toMatchObject({ confirm: 'word-1' });
  });

  it('brings a word that is said once where the server refuses it: its answer tells', async () => {
    const { server, page } = await connectingByPages();
    await turn();
    server.between(({ path }, pass) => {
      if (!path.endsWith('/confirm')) return pass();
      server.refuse('attempt-1', 'not_same_browser');
      return refusal(403, 'This sign-in was not started here');
    });
    await comeBack('attempt-1', 'word-1');
    await turn();
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'not_same_browser' } });
    await seconds(30);
    expect(confirmations(server)).toHaveLength(1);
  });
});

/** The user is done at the provider, and the server waits for a word. */
async function unheard(): Promise<Connecting> {
  const connected = await connectingByPages();
  await turn();
  Object.assign(connected.server.find('attempt-1') ?? {}, { phase: 'awaiting_confirmation' });
  return connected;
}

describe('a sign-in that came back where this page cannot hear it', () => {
  it('is taken back after a while, and said to be cut off; whoever built the page reads why', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    const { server, page } = await unheard();
    await seconds(15);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'finishing' });
    await seconds(15);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'opener_severed' } });
    expect(page.heard.errors).toMatchObject([{ code: 'opener_severed' }]);
    expect(server.find('attempt-1')?.status).toBe('cancelled');
    expect(sessionStorage).toHaveLength(0);
    expect(warned).toHaveBeenCalledWith(expect.stringContaining(`a page of ${location.origin}.`));
  });

  it('goes on where the word came at last, however long its answer takes', async () => {
    const { server, page } = await unheard();
    await seconds(15);
    server.between(({ path }, pass) => (path.endsWith('/confirm') ? lost() : pass()));
    await comeBack('attempt-1', 'word-1');
    await seconds(60);
    expect(page.state()).toMatchObject({ name: 'authorizing' });
    server.allow('attempt-1');
    await seconds(10);
    expect(page.heard.successes).toHaveLength(1);
  });

  it('is an account where it ended well in the same moment', async () => {
    const { server, page } = await unheard();
    server.between(({ method }, pass) => {
      if (method === 'DELETE') server.allow('attempt-1');
      return pass();
    });
    vi.spyOn(console, 'warn').mockReturnValue();
    await seconds(30);
    expect(page.heard.successes).toHaveLength(1);
    expect(page.heard.errors).toEqual([]);
  });

  it('is no failure where the user cancels first', async () => {
    const { page } = await unheard();
    await seconds(15);
    page.control()?.cancel();
    await seconds(15);
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    expect(page.heard.errors).toEqual([]);
  });
});

describe('another account than the one that is signed in to again', () => {
  const OTHER = { display_name: 'sam@acme.example', instead_of: 'ada@acme.example' };
  const QUESTION = { signedInAs: 'sam@acme.example', insteadOf: 'ada@acme.example' };

  async function asked(): Promise<Connecting> {
    const connected = await connectingByPages();
    await turn();
    Object.assign(connected.server.attempts[0] ?? {}, { other: OTHER });
    await seconds(2);
    return connected;
  }

  it('is asked about, and waited for however long it takes', async () => {
    const { page, server } = await asked();
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: QUESTION });
    await seconds(20);
    expect(page.state()).toMatchObject({ phase: QUESTION });
    expect(confirmations(server)).toEqual([]);
    expect(page.heard.errors).toEqual([]);
  });

  it('takes the place where the user agrees', async () => {
    const { page, server } = await asked();
    page.control()?.replace();
    expect(page.state()).toMatchObject({ phase: 'finishing' });
    await turn();
    expect(confirmations(server)).toEqual([{ replace: true, verifier: expect.any(String) }]);
    server.allow('attempt-1', 'account-9');
    await seconds(2);
    expect(page.heard.successes).toMatchObject([{ id: 'account-9' }]);
  });

  it('takes the place though the word for it is lost on the way', async () => {
    const { page, server } = await asked();
    let failures = 1;
    server.between(({ path }, pass) => {
      if (!path.endsWith('/confirm') || failures === 0) return pass();
      failures -= 1;
      return lost();
    });
    page.control()?.replace();
    await seconds(10);
    expect(page.state()).toMatchObject({ phase: 'finishing' });
    expect(server.find('attempt-1')?.confirmed).toMatchObject({ replace: true });
  });

  it('takes no place where the user keeps the one that is there', async () => {
    const { page, server } = await asked();
    page.control()?.cancel();
    await seconds(2);
    expect(server.find('attempt-1')).toMatchObject({ status: 'cancelled', confirmed: null });
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
  });
});
