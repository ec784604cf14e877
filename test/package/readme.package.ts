import { test } from 'vitest';
import { published } from './contents.js';
import { tryApp, writeApp } from './app.js';

test.each([
  ['18', published.hosts.oldest],
  ['19', published.hosts.newest],
])('an account is connected in a fresh app with React %s that follows the README', async (_, host) => {
  writeApp(host);
  await tryApp(host);
});
