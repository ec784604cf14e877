import { describe, expect, test } from 'vitest';
import { beside } from './beside.js';
import {
  API_KEY,
  COMPANY,
  everyKind,
  NOTE,
  odd,
  older,
  REGION,
  RETRIES,
  signIn,
  TIER,
} from './connectors.js';
import { notRun } from './hubs.js';
import type { Done } from './server.js';

/**
 * The hub that others publish for the same API, and ours, used in the same way: what the server gets is the same. Only
 * ours turns its token into a session (`POST /connect_sessions/authenticate`); that call is left out.
 */

const STORED = { company: 'Acme Corp', region: 'eu', api_key: 'key-0123456789', tier: 'gold' };

const sent = ({ writes }: Done): unknown =>
  (JSON.parse(writes.at(-1)?.body ?? '{}') as { readonly credentials?: unknown }).credentials;

describe.skipIf(notRun)(`our hub writes what StackOne Hub 1.11.4 writes${notRun}`, () => {
  test('for a new account with every kind of field', async () => {
    const [ours, theirs] = await beside(everyKind, async (user) => {
      await user.open();
      await user.type(COMPANY, 'Acme Corp');
      await user.type(RETRIES, '3');
      await user.choose(REGION, 'Europe');
      await user.type(NOTE, 'two\nlines');
      await user.type(API_KEY, ' a key ');
      await user.connect();
    });
    expect(ours).toEqual(theirs);
    expect(ours.writes).toMatchObject([{ line: 'POST /hub/accounts' }]);
  });

  test('for a new account of a connector with the older shape of configuration', async () => {
    const [ours, theirs] = await beside(older, async (user) => {
      await user.open();
      await user.type(COMPANY, 'Acme Corp');
      await user.type(API_KEY, 'a-key');
      await user.connect();
    });
    expect(ours).toEqual(theirs);
    expect(ours.writes).toMatchObject([{ line: 'POST /hub/accounts' }]);
  });

  test('for an account of which one plain value is changed', async () => {
    const [ours, theirs] = await beside(everyKind, async (user, existing) => {
      await user.open({ account_id: await existing(STORED) });
      await user.type(COMPANY, 'Acme North');
      await user.connect();
    });
    expect(ours).toEqual(theirs);
    expect(ours.writes).toMatchObject([{ line: 'PATCH /hub/accounts/{account}' }]);
  });

  test('for an account that is connected already, where the settings say so', async () => {
    const [ours, theirs] = await beside(everyKind, async (user, existing) => {
      await existing(STORED);
      await user.open({ provider: everyKind.provider });
      await user.type(COMPANY, 'Acme North');
      await user.connect();
    });
    expect(ours).toEqual(theirs);
    expect(ours.writes).toMatchObject([{ line: 'PATCH /hub/accounts/{account}' }]);
  });

  test('for an account of which the secret is replaced', async () => {
    const [ours, theirs] = await beside(everyKind, async (user, existing) => {
      await user.open({ account_id: await existing(STORED) });
      await user.replaceSecret();
      await user.type(API_KEY, 'another-key');
      await user.connect();
    });
    expect(ours).toEqual(theirs);
    expect(ours.writes).toMatchObject([{ line: 'PATCH /hub/accounts/{account}' }]);
  });

  test('for a sign-in, and opens the same window', async () => {
    const [ours, theirs] = await beside(signIn, async (user) => {
      await user.open();
      await user.type(COMPANY, 'Ärger & Söhne #1');
      await user.signIn();
    });
    expect(ours).toEqual(theirs);
    expect(ours.writes).toMatchObject([{ line: 'POST /hub/connection_attempts' }]);
    expect(ours.windows).toEqual([
      expect.stringContaining('&token={token}&connection_attempt_id={connection_attempt}'),
    ]);
  });
});

describe.skipIf(notRun)(`our hub differs from StackOne Hub 1.11.4, on purpose${notRun}`, () => {
  test('where a stored value is emptied: it is cleared', async () => {
    const [ours, theirs] = await beside(everyKind, async (user, existing) => {
      await user.open({ account_id: await existing(STORED) });
      await user.type(TIER, '');
      await user.connect();
    });
    expect(sent(ours)).toEqual({ ...(sent(theirs) as object), tier: '' });
  });

  test('where there is space around a line: it is not sent', async () => {
    const [ours, theirs] = await beside(older, async (user) => {
      await user.open();
      await user.type(COMPANY, ' Acme Corp ');
      await user.type(API_KEY, 'a-key');
      await user.connect();
    });
    expect([sent(ours), sent(theirs)]).toMatchObject([{ company: 'Acme Corp' }, { company: ' Acme Corp ' }]);
  });

  const DOTTED = { key: 'a.b', label: 'Dotted' };
  const BRACKETED = { key: 'list[0]', label: 'Bracketed' };

  test('where a key looks like a path, it is a key; where a condition does not hold, its field is not sent', async () => {
    const [ours, theirs] = await beside(odd, async (user) => {
      await user.open();
      await user.type(DOTTED, 'dotted');
      await user.type(BRACKETED, 'bracketed');
      await user.connect();
    });
    expect(sent(ours)).toEqual({ 'a.b': 'dotted', 'list[0]': 'bracketed' });
    expect(sent(theirs)).toEqual({ a: { b: 'dotted' }, list: ['bracketed'], never: 'never' });
  });
});
