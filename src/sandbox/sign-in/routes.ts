import type { Hono } from 'hono/tiny';
import doneScript from '../pages/done.js?raw';
import openingScript from '../pages/opening.js?raw';
import startScript from '../pages/start.js?raw';
import type { World } from '../world.js';
import { comeBack } from './callback.js';
import { consentPage, decide } from './consent.js';
import { donePage } from './pages.js';
import { openPlainWindow } from './plain-window.js';
import { STYLE } from './style.js';
import { beginSignIn, findOpening, openingPage, redeem, startPage } from './start.js';

const FILES = {
  'page.css': { type: 'text/css', text: STYLE },
  'done.js': { type: 'text/javascript', text: doneScript },
  'opening.js': { type: 'text/javascript', text: openingScript },
  'start.js': { type: 'text/javascript', text: startScript },
};

/** What the window loads. No page of another origin may read any of it. */
export function signInRoutes(app: Hono, world: World): void {
  for (const [name, { type, text }] of Object.entries(FILES)) {
    app.get(`/pages/${name}`, () => file(type, text));
  }
  app.get('/connect/oauth2/:id', ({ req }) => openPlainWindow(world, req.raw, req.param('id')));
  app.get('/consent', ({ req }) => consentPage(world, new URL(req.url)));
  app.post('/consent', ({ req }) => decide(world, req.raw));
  app.get('/callback/:id', ({ req }) => comeBack(world, req.raw, req.param('id')));
  app.get('/done', () => donePage(world));
  // Where the plain contract's window ends: the app's page, for hubs whose `appUrl` is the sandbox.
  app.get('/embedded/accounts/callback', () => donePage(world));

  if (!world.extensions.has('attempt_start_url')) return;
  app.get('/opening', () => openingPage(world));
  app.get('/opening/:nonce', ({ req }) => findOpening(world, new URL(req.url), req.param('nonce')));
  app.get('/start', ({ req }) => startPage(world, new URL(req.url)));
  app.post('/start/:id', ({ req }) => beginSignIn(world, req.raw, req.param('id')));
  app.post('/start/:id/redeem', ({ req }) => redeem(world, req.raw, req.param('id')));
}

const file = (type: string, text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
