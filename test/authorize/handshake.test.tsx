import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerStartPage, hearReturnPage } from '../../src/authorize/handshake.js';

const ORIGIN = 'https://hosted.example.test';
const ASKED = { ns: 'hub', t: 'start-ready', id: 'attempt-1' };
const RETURNED = { ns: 'hub', t: 'returned', id: 'attempt-1', confirm: 'word-1' };

/** Nothing that a page could send and that means something here. */
const junk = (message: object): readonly unknown[] => [
  null,
  undefined,
  true,
  0,
  Number.NaN,
  7n,
  'start-ready',
  JSON.stringify(message),
  [],
  [message],
  Object.entries(message),
  new Map(Object.entries(message)),
  new Set([message]),
  new Date(),
  new ArrayBuffer(8),
  /hub/,
  {},
  { ...message, ns: 'other' },
  { ...message, ns: undefined },
  { ...message, ns: ['hub'] },
  { ...message, id: 'attempt-2' },
  { ...message, id: 'ATTEMPT-1' },
  { ...message, id: ['attempt-1'] },
  { ...message, id: null },
  { ...message, t: 'verifier' },
  { ...message, t: '__proto__' },
  { ...message, t: ['start-ready'] },
  { ns: 'hub' },
  { __proto__: message },
  Object.create(message),
  JSON.parse(`{"__proto__":${JSON.stringify(message)}}`),
];

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const startPage = { postMessage: vi.fn() };

/** A message as the browser hands it over. */
const arrive = (data: unknown, { origin, source }: { origin?: string; source?: unknown } = {}): void => {
  const event = new MessageEvent('message', { data, origin: origin ?? ORIGIN });
  // jsdom takes nothing but its own windows for a source.
  Object.defineProperty(event, 'source', { value: source === undefined ? startPage : source });
  window.dispatchEvent(event);
};

const answer = (): (() => void) => {
  const stop = answerStartPage({ attemptId: 'attempt-1', origin: ORIGIN, verifier: 'verifier-1' });
  stops.push(stop);
  return stop;
};

describe('the start page’s question', () => {
  beforeEach(() => {
    startPage.postMessage.mockReset();
  });

  it('is answered with the verifier, to that page’s origin alone', () => {
    answer();
    arrive(ASKED);
    expect(startPage.postMessage.mock.calls).toEqual([
      [{ ns: 'hub', t: 'verifier', id: 'attempt-1', verifier: 'verifier-1' }, ORIGIN],
    ]);
  });

  it('is answered in whichever window it is asked: a link may have opened another', () => {
    const other = { postMessage: vi.fn() };
    answer();
    arrive(ASKED, { source: other });
    expect(other.postMessage).toHaveBeenCalledOnce();
    expect(startPage.postMessage).not.toHaveBeenCalled();
  });

  it.each([
    'https://evil.test',
    'https://hosted.example.test.evil.test',
    'https://hosted.example.test:444',
    'https://hosted.example.test.',
    'http://hosted.example.test',
    'https://HOSTED.example.test',
    'https://hosted.example.test/',
    'https://a.hosted.example.test',
    'https://hоsted.example.test',
    'null',
    '',
    '*',
  ])('is not answered to %j', (origin) => {
    answer();
    arrive(ASKED, { origin });
    expect(startPage.postMessage).not.toHaveBeenCalled();
  });

  it('is told from junk', () => {
    answer();
    for (const data of junk(ASKED)) arrive(data);
    expect(startPage.postMessage).not.toHaveBeenCalled();
  });

  it('is not looked at where it comes from elsewhere', () => {
    const read = vi.fn(() => 'hub');
    answer();
    arrive(Object.defineProperty({ ...ASKED }, 'ns', { get: read }), { origin: 'https://evil.test' });
    expect(read).not.toHaveBeenCalled();
  });

  it('is heard among 10,000 messages that are none', () => {
    answer();
    const messages = junk(ASKED);
    for (let count = 0; count < 10_000; count += 1) arrive(messages[count % messages.length]);
    expect(startPage.postMessage).not.toHaveBeenCalled();
    arrive(ASKED);
    expect(startPage.postMessage).toHaveBeenCalledOnce();
  });

  it('is asked by nobody where there is no window to answer to', () => {
    answer();
    expect(() => arrive(ASKED, { source: null })).not.toThrow();
  });

  it('of one attempt is not answered with the verifier of another', () => {
    answer();
    stops.push(answerStartPage({ attemptId: 'attempt-2', origin: ORIGIN, verifier: 'verifier-2' }));
    arrive({ ...ASKED, id: 'attempt-2' });
    expect(startPage.postMessage.mock.calls.map(([{ verifier }]) => verifier)).toEqual(['verifier-2']);
  });

  it('is not answered any more once that is stopped', () => {
    const remove = vi.spyOn(window, 'removeEventListener');
    const stop = answer();
    stop();
    arrive(ASKED);
    expect(startPage.postMessage).not.toHaveBeenCalled();
    expect(remove).toHaveBeenCalledWith('message', expect.any(Function));
    remove.mockRestore();
  });
});

/** The return page: its channel, and what it hears. */
const returnPage = (attemptId = 'attempt-1') => {
  const channel = new BroadcastChannel(`hub:${attemptId}`);
  const heard: unknown[] = [];
  channel.addEventListener('message', ({ data }) => heard.push(data));
  stops.push(() => channel.close());
  return { say: (data: unknown) => channel.postMessage(data), heard };
};

const hear = (attemptId = 'attempt-1') => {
  const confirm = vi.fn();
  const stop = hearReturnPage(attemptId, confirm);
  stops.push(stop);
  return { confirm, stop };
};

/** Everything said so far has arrived: a word said after it has. */
const allArrived = async (): Promise<void> => {
  const { confirm, stop } = hear('last');
  returnPage('last').say({ ...RETURNED, id: 'last' });
  await vi.waitFor(() => expect(confirm).toHaveBeenCalled());
  stop();
};

describe('the return page’s word', () => {
  it('is passed on, and its arrival told', async () => {
    const { confirm } = hear();
    const page = returnPage();
    page.say(RETURNED);
    await vi.waitFor(() => expect(page.heard).toEqual([{ ns: 'hub', t: 'received', id: 'attempt-1' }]));
    expect(confirm.mock.calls).toEqual([['word-1']]);
  });

  it('is passed on once, though the page says it until it is told', async () => {
    const { confirm } = hear();
    const page = returnPage();
    for (let times = 0; times < 3; times += 1) page.say(RETURNED);
    page.say({ ...RETURNED, confirm: 'word-2' });
    await vi.waitFor(() => expect(page.heard).toHaveLength(4));
    expect(confirm.mock.calls).toEqual([['word-1']]);
  });

  it('is told from junk', async () => {
    const { confirm } = hear();
    const page = returnPage();
    const sendable = [
      ...junk(RETURNED),
      { ...RETURNED, confirm: undefined },
      { ...RETURNED, confirm: ['word-1'] },
    ];
    for (let round = 0; round < 20; round += 1) for (const data of sendable) page.say(data);
    await allArrived();
    expect(confirm).not.toHaveBeenCalled();
    expect(page.heard).toEqual([]);
  });

  it('of one attempt is nothing to another', async () => {
    const { confirm } = hear();
    returnPage('attempt-2').say(RETURNED);
    returnPage('attempt-2').say({ ...RETURNED, id: 'attempt-2' });
    await allArrived();
    expect(confirm).not.toHaveBeenCalled();
  });

  it('is not heard any more once that is stopped', async () => {
    const { confirm, stop } = hear();
    const page = returnPage();
    stop();
    page.say(RETURNED);
    await allArrived();
    expect(confirm).not.toHaveBeenCalled();
    expect(page.heard).toEqual([]);
  });

  it('cannot come where browsers know no such channel', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const confirm = vi.fn();
    expect(() => hearReturnPage('attempt-1', confirm)()).not.toThrow();
    vi.unstubAllGlobals();
  });
});
