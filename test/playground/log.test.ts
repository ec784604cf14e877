import { expect, test } from 'vitest';
import { createLog } from '../../src/playground/log.js';

const request = { from: 'hub', method: 'GET', path: '/x' } as const;

test('the newest stands first', () => {
  const log = createLog();
  log.event('onEvent', { type: 'ready' });
  log.event('onClose', { reason: 'done' });
  expect(log.entries().map((entry) => entry.kind === 'event' && entry.callback)).toEqual([
    'onClose',
    'onEvent',
  ]);
});

test('listeners hear of every change until they leave', () => {
  const log = createLog();
  let heard = 0;
  const leave = log.subscribe(() => (heard += 1));
  const finish = log.request(request);
  finish({ state: 'answered', status: 200 });
  log.clear();
  leave();
  log.event('onEvent', {});
  expect(heard).toBe(3);
});

test('entries are the same list while nothing changes', () => {
  const log = createLog();
  log.event('onEvent', {});
  expect(log.entries()).toBe(log.entries());
});

test('an answer that comes after the log was cleared adds nothing', () => {
  const log = createLog();
  const finish = log.request(request);
  log.clear();
  finish({ state: 'answered', status: 200 });
  expect(log.entries()).toEqual([]);
});

test('the oldest fall out, so that a long visit does not grow without end', () => {
  const log = createLog();
  for (let number = 0; number < 1000; number += 1) log.event('onEvent', { number });
  expect(log.entries()).toHaveLength(300);
  expect(log.entries()[0]).toMatchObject({ detail: { number: 999 } });
});

test('what is logged does not change when the one who told it changes it', () => {
  const log = createLog();
  const detail = { type: 'ready' };
  log.event('onEvent', detail);
  detail.type = 'changed';
  expect(log.entries()[0]).toMatchObject({ detail: { type: 'ready' } });
});

test('an event that carried a secret would not show it', () => {
  const log = createLog();
  log.event('onEvent', { type: 'ready', session: { external_trigger_token: 'CANARY' } });
  expect(JSON.stringify(log.entries())).not.toContain('CANARY');
});
