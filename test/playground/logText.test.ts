import { expect, test } from 'vitest';
import type { EventEntry, RequestEntry } from '../../src/playground/log.js';
import { eventText, spokenText, statusText, toneOf } from '../../src/playground/logText.js';

const event = (callback: EventEntry['callback'], detail: EventEntry['detail']): EventEntry => ({
  kind: 'event',
  id: 1,
  at: 0,
  callback,
  detail,
});
const request = (outcome: Partial<RequestEntry>): RequestEntry => ({
  kind: 'request',
  id: 1,
  at: 0,
  from: 'hub',
  method: 'GET',
  path: '/hub/settings',
  state: 'answered',
  ...outcome,
});

test.each([
  [event('onEvent', { type: 'screen', screen: 'form', integrationId: 'i' }), 'screen', 'form'],
  [event('onEvent', { type: 'search', query: 'bam', results: 3 }), 'search', 'bam'],
  [event('onEvent', { type: 'submit', integrationId: 'i', mode: 'create' }), 'submit', 'create'],
  [event('onEvent', { type: 'ready', session: null }), 'ready', ''],
  [event('onSuccess', { id: 'a', provider: 'bamboohr', mode: 'created' }), 'onSuccess', 'bamboohr'],
  [event('onError', { code: 'timeout', recoverable: true }), 'onError', 'timeout'],
  [event('onClose', { reason: 'done', accounts: [] }), 'onClose', 'done'],
])('an event is named, with what is most telling about it: %#', (entry, name, detail) => {
  expect(eventText(entry)).toEqual({ name, detail });
});

test('a request shows its status, or what came in its place', () => {
  expect(statusText(request({ status: 201 }))).toBe('201');
  expect(statusText(request({ state: 'failed' }))).toBe('failed');
  expect(statusText(request({ state: 'running' }))).toBe('…');
});

test.each([
  [request({ status: 200 }), 'good'],
  [request({ status: 422 }), 'warning'],
  [request({ status: 502 }), 'danger'],
  [request({ state: 'failed' }), 'danger'],
  [request({ state: 'aborted' }), 'neutral'],
  [request({ state: 'running' }), 'neutral'],
  [event('onError', {}), 'danger'],
  [event('onSuccess', {}), 'good'],
  [event('onClose', {}), 'neutral'],
])('how it went can be told from its colour: %#', (entry, tone) => {
  expect(toneOf(entry)).toBe(tone);
});

test('an entry can be heard as one sentence', () => {
  expect(spokenText(request({ status: 200 }))).toBe('GET /hub/settings: 200');
  expect(spokenText(event('onError', { code: 'timeout' }))).toBe('onError: timeout');
  expect(spokenText(event('onEvent', { type: 'ready' }))).toBe('ready');
});
