import { afterEach, describe, expect, test } from 'vitest';
import fromHost from '../frame/v1/from-host.json' with { type: 'json' };
import fromPage from '../frame/v1/from-page.json' with { type: 'json' };
import {
  closeFrameStage,
  type FrameStage,
  inFrame,
  openFrameStage,
  openInline,
  visit,
} from './frame-stage.js';
import { toldBy } from './steps.js';

/**
 * A loader and a hosted page of version 1, played from the messages that were written down when it was new. Whatever
 * becomes of the protocol, the newest page speaks with the oldest loader, and the other way round.
 */

let stage: FrameStage;
afterEach(() => closeFrameStage(stage));

interface Message {
  readonly t: string;
  readonly p: unknown;
}

/** What an old loader does with its host's page: nothing but what the data says. */
interface OldLoader {
  readonly heard: Message[];
  readonly send: (message: Message) => void;
}

const withType = (body: string) => async () =>
  new Response(`<!doctype html><title>Page</title>${body}`, { headers: { 'content-type': 'text/html' } });

/** The kinds and the names that a message has, and of which types they are. */
const shapeOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? 'list'
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]))
      : typeof value;

/** An old loader’s page, which answers today’s hosted page with this. */
async function playLoader(init: object): Promise<void> {
  stage = await openFrameStage();
  const script = `<script>
    const heard = [];
    let port;
    addEventListener('message', ({ origin, data }) => {
      if (JSON.stringify(data) !== ${JSON.stringify(JSON.stringify(fromPage.window.ready))}) return;
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }) => heard.push(data);
      frames[0].postMessage(${JSON.stringify(init)}, origin, [channel.port2]);
      port.postMessage(${JSON.stringify(fromHost.port[0])});
    });
    window.old = { heard, send: (message) => port.postMessage(message) };
  </script>
  <iframe src="${stage.hosted}/" width="700" height="700"></iframe>`;
  const host = await stage.site('old', withType(script));
  stage.config.allowedOrigins = [host];
  await stage.page.goto(host);
}

const heard = () => stage.page.evaluate(() => (window as unknown as { old: OldLoader }).old.heard);
const send = (message: object | undefined) =>
  stage.page.evaluate((sent) => (window as unknown as { old: OldLoader }).old.send(sent as Message), message);

describe('an old loader', () => {
  test('shows today’s page, gives it a token, and hears of an account and the end', async () => {
    await playLoader(fromHost.window.init);
    await expect.poll(heard).toContainEqual({ t: 'need-token', p: 1 });
    await send(fromHost.port[1]);
    const hub = inFrame(stage.page);
    await hub.getByLabel('Subdomain').fill('acme');
    await hub.locator('input[type=password]').fill(stage.secret);
    await stage.page.keyboard.press('Enter');
    await hub.getByRole('button', { name: 'Done' }).waitFor();
    await send({ t: 'news-of-another-version', p: {} });
    await send(fromHost.port[4]);
    await expect.poll(async () => (await heard()).map(({ t }) => t)).toContain('close');

    const messages = await heard();
    const known = fromPage.port.filter(({ t }) => t !== 'event').map(shapeOf);
    const others = messages.filter(({ t }) => t !== 'event');
    expect(known).toEqual(expect.arrayContaining(others.map(shapeOf)));
    expect(others.map(({ t }) => t)).toEqual(
      expect.arrayContaining(['need-token', 'shown', 'resize', 'success', 'close']),
    );
    const events = messages.filter(({ t }) => t === 'event').map(({ p }) => (p as { type: string }).type);
    expect(new Set(events)).toEqual(new Set(['screen', 'ready', 'submit']));
  });

  test('is told to stay where something is typed', async () => {
    await playLoader(fromHost.window.init);
    await expect.poll(heard).toContainEqual({ t: 'need-token', p: 1 });
    await send(fromHost.port[1]);
    await inFrame(stage.page).getByLabel('Subdomain').fill('acme');
    await send(fromHost.port[4]);
    await expect.poll(heard).toContainEqual({ t: 'stay', p: true });
  });

  test('that has no token says so, and the page with it', async () => {
    await playLoader(fromHost.window.init);
    await expect.poll(heard).toContainEqual({ t: 'need-token', p: 1 });
    await send({ t: 'token', p: { ...(fromHost.port[2]?.p as object), seq: 1 } });
    await expect
      .poll(heard)
      .toContainEqual({ t: 'error', p: { code: 'session_invalid', recoverable: true } });
  });

  test('of a version that today’s page does not know gets no word but that', async () => {
    await playLoader({ ...fromHost.window.init, v: 9 });
    await inFrame(stage.page)
      .getByText('The loader speaks version 9 of the protocol, which this page does not know.')
      .waitFor();
    expect(await heard()).toEqual([]);
  });
});

/** Says what an old page says, once its loader has answered. */
async function playPage(ready: object = fromPage.window.ready): Promise<void> {
  stage = await openFrameStage();
  const script = `<script>
    window.heard = [];
    window.inits = [];
    addEventListener('message', ({ data, ports: [port] }) => {
      inits.push([data, Boolean(port)]);
      if (!port) return;
      window.port = port;
      port.onmessage = ({ data }) => heard.push(data);
    });
    parent.postMessage(${JSON.stringify(ready)}, '*');
  </script>An old page`;
  const page = await withType(script)();
  const body = await page.text();
  await stage.context.route(`${stage.hosted}/`, (route) => route.fulfill({ body, contentType: 'text/html' }));
  await visit(stage);
  await openInline(stage);
  await expect.poll(() => oldPage()?.evaluate('inits.length')).toBe(1);
}

const oldPage = () => stage.page.frames().find((frame) => frame.url().startsWith(stage.hosted));
/** What it was told so far. */
const told = async (): Promise<readonly Message[]> => (await oldPage()?.evaluate<Message[]>('heard')) ?? [];
const say = (messages: readonly object[]) =>
  oldPage()?.evaluate((said) => {
    for (const message of said) (window as unknown as { port: MessagePort }).port.postMessage(message);
  }, messages);

describe('an old page', () => {
  test('is understood by today’s loader, word by word', async () => {
    await playPage();
    const [options] = await told();
    expect(shapeOf(options)).toMatchObject({
      t: 'string',
      p: { layout: 'string', values: {}, functions: 'list' },
    });
    const known = fromHost.port[0]?.p as { layout: string; functions: string[] };
    expect(options).toMatchObject({ t: 'options', p: { layout: known.layout } });
    expect(new Set((options as { p: typeof known }).p.functions)).toEqual(new Set(known.functions));

    await say([{ t: 'news-of-another-version', p: {} }, { t: 'shown' }, ...fromPage.port.slice(0, -1)]);
    const frame = stage.page.locator('iframe');
    await expect.poll(() => frame.getAttribute('title')).toBe('Connect an account');
    await expect.poll(async () => (await frame.boundingBox())?.height).toBe(512);
    await expect.poll(async () => shapeOf((await told()).at(-1))).toEqual(shapeOf(fromHost.port[1]));
    expect(toldBy(stage, 'onEvent')).toEqual(
      fromPage.port.filter(({ t }) => t === 'event').map(({ p }) => p),
    );
    const account = fromPage.port.find(({ t }) => t === 'success')?.p;
    expect(toldBy(stage, 'onSuccess')).toEqual([account]);
    expect(toldBy(stage, 'onError')).toEqual(
      fromPage.port.filter(({ t }) => t === 'error').map(({ p }) => p),
    );
    // The page goes with its last word.
    await say(fromPage.port.slice(-1))?.catch(() => undefined);
    await expect
      .poll(() => stage.page.evaluate(() => shop.results))
      .toEqual([{ reason: 'done', accounts: [account] }]);
  });

  test('that has a problem is shown: it says what', async () => {
    stage = await openFrameStage();
    const body = `An old page that is not set up <script>
      parent.postMessage(${JSON.stringify(fromPage.window.problem)}, '*');
    </script>`;
    await stage.context.route(`${stage.hosted}/`, (route) =>
      route.fulfill({ body, contentType: 'text/html' }),
    );
    await visit(stage);
    await openInline(stage);
    await expect.poll(() => toldBy(stage, 'onError')).toEqual([{ code: 'config_error', recoverable: false }]);
    expect(await inFrame(stage.page).getByText('An old page that is not set up').isVisible()).toBe(true);
  });

  test('of a version that today’s loader does not know is told so, and gets no channel', async () => {
    await playPage({ ...fromPage.window.ready, v: [9] });
    expect(await oldPage()?.evaluate('inits')).toEqual([[fromHost.window.init, false]]);
    await expect.poll(() => toldBy(stage, 'onError')).toEqual([{ code: 'config_error', recoverable: false }]);
    expect(await inFrame(stage.page).getByText('An old page').isVisible()).toBe(true);
  });

  test('of another version and this one is spoken to in this one', async () => {
    await playPage({ ...fromPage.window.ready, v: [9, 1, 'x'] });
    expect(await oldPage()?.evaluate('inits')).toEqual([[fromHost.window.init, true]]);
  });
});
