import { afterEach, describe, expect, test } from 'vitest';
import { notRun } from './browser.js';
import { openStage, type Stage } from './harness.js';
import type { HostWindow } from './host/main.js';

/** That the browser of the sign-in tests is what users have, and that nothing on its stage goes unheard. */

let stage: Stage;
afterEach(() => stage.close());

const html =
  (body: string, headers: Record<string, string> = {}) =>
  async () =>
    new Response(`<!doctype html><title>Page</title>${body}`, {
      headers: { 'content-type': 'text/html', ...headers },
    });

describe.skipIf(notRun)(`a real browser${notRun}`, () => {
  test('keeps a window shut that nobody asked for by a click', async () => {
    stage = await openStage({ realBrowser: true });
    const { page } = stage;
    const button = '<button onclick="window.open(\'/window\')">Open</button>';
    const url = await stage.site(
      'shop',
      html(`${button}<script>var result = window.open('/window')</script>`),
    );
    await page.goto(url);
    expect(await page.evaluate('result')).toBeNull();
    const opened = stage.context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open' }).click();
    await opened;
  });

  test('keeps what a frame of another site stores and hears apart from that site’s own pages', async () => {
    stage = await openStage({ realBrowser: true });
    const { page, context } = stage;
    const listening = `<script>
      var heard = [];
      var channel = new BroadcastChannel('test');
      channel.onmessage = ({ data }) => heard.push(data);
    </script>`;
    const shop = await stage.site('shop', html(listening));
    const frames = [1, 2].map((number) => `<iframe src="${shop}/${number}"></iframe>`);
    await page.goto(await stage.site('portal', html(frames.join(''))));
    const own = await context.newPage();
    await own.goto(shop);
    await own.evaluate('localStorage.setItem("kept", "by a page"), channel.postMessage("from a page")');
    await page.frame({ url: `${shop}/2` })?.evaluate('channel.postMessage("from a frame")');
    const frame = page.frame({ url: `${shop}/1` });
    await expect.poll(() => frame?.evaluate('heard')).toEqual(['from a frame']);
    expect(await frame?.evaluate('localStorage.getItem("kept")')).toBeNull();
  });

  test('brings a page without an opener back as it was left', async () => {
    stage = await openStage({ realBrowser: true });
    const { page } = stage;
    const watching = `<a href="/next">Next</a><script>
      var persisted = [];
      addEventListener('pageshow', (event) => persisted.push(event.persisted));
    </script>`;
    await page.goto(await stage.site('shop', html(watching)));
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL('**/next');
    await page.evaluate(() => history.back());
    await expect.poll(() => page.evaluate('persisted')).toEqual([false, true]);
  });
});

test('whatever holds a token or the secret is heard, also where it is taken away again', async () => {
  stage = await openStage();
  const { page, secret } = stage;
  await page.goto(stage.host({ provider: 'workday-wql' }));
  await page.getByRole('heading', { name: 'Connect Workday WQL (OAuth)' }).waitFor();
  expect(await stage.leaks()).toEqual([]);
  await page.evaluate(async (text) => {
    sessionStorage.setItem('kept', text);
    sessionStorage.removeItem('kept');
    console.debug({ said: { as: text } });
    new BroadcastChannel('test').postMessage(btoa(text));
    window.postMessage({ said: encodeURIComponent(text) }, '*');
    history.replaceState({ kept: text }, '');
    document.cookie = `kept=${text}`;
    await fetch(`/nowhere?kept=${text}`, { headers: { 'x-kept': text }, method: 'POST', body: text });
    (window as unknown as HostWindow).hubTold?.('onEvent', { type: text });
  }, secret);
  const leaks = await stage.leaks();
  expect(leaks.filter((where) => !where.startsWith('what a page of')).toSorted()).toEqual([
    'a broadcast',
    'a header of POST /nowhere',
    'a message',
    'a storage',
    'cookies or a storage',
    'the address of POST /nowhere',
    'the body of POST /nowhere',
    'the console',
    'the history',
    'what onEvent told',
  ]);
});
