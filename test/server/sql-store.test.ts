import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryStore, type Store } from '../../src/sandbox/store.js';
import { sqlStore } from './sql-store.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connect-hub-store-'));
  path = join(folder, 'not', 'there', 'yet', 'sandbox.db');
});
afterEach(() => rm(folder, { recursive: true }));

async function told(store: Store): Promise<unknown[]> {
  await store.put('account', 'b', { name: 'first' });
  await store.put('account', 'a', { name: 'second' });
  await store.put('session', 'a', { name: 'of another kind' });
  await store.put('account', 'gone', {});
  await store.put('account', 'b', { name: 'first, changed', nested: ['__proto__', null, 1.5] });
  await store.delete('account', 'gone');
  await store.delete('account', 'never there');
  return [
    await store.list('account'),
    await store.get('account', 'b'),
    await store.get('account', 'gone'),
    await store.get('session', 'a'),
    await store.list('visit'),
  ];
}

test('a database file answers what the memory answers', async () => {
  const store = sqlStore(path);
  expect(await told(store)).toEqual(await told(memoryStore()));
  store.close();
});

test('what was put is there when the file is opened again, in the order in which it came', async () => {
  const before = sqlStore(path);
  await told(before);
  before.close();

  const after = sqlStore(path);
  await after.put('account', 'c', { name: 'third' });
  const names = (await after.list<{ name: string }>('account')).map(({ name }) => name);
  expect(names).toEqual(['first, changed', 'second', 'third']);
  after.close();
});

test('two processes can hold the same file', async () => {
  const one = sqlStore(path);
  const other = sqlStore(path);
  await one.put('session', 's', { from: 'one' });
  expect(await other.get('session', 's')).toEqual({ from: 'one' });
  one.close();
  other.close();
});

test('text that looks like SQL is text', async () => {
  const store = sqlStore(path);
  const id = `'); DROP TABLE documents; --`;
  await store.put('account', id, { id });
  expect(await store.list('account')).toEqual([{ id }]);
  store.close();
});
