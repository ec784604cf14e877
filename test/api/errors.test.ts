import { describe, expect, it } from 'vitest';
import { asHubError, HubError } from '../../src/api/errors.js';
import { HUB_ERROR_CODES } from '../../src/contract/errors.js';

const PARTS = {
  code: 'rate_limited',
  retryable: true,
  status: 429,
  requestId: 'req-1',
  retryAfter: 7,
  fields: new Map([['apiKey', 'Too short']]),
  details: 'Slow down.',
  outcomeUnknown: true,
} as const;
const CAUSE = new Error('cause');
const whole = new HubError({ ...PARTS, cause: CAUSE });

describe('a failure', () => {
  it('is an error named by its code, and says no more by itself', () => {
    const failure = new HubError({ code: 'timeout' });
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).toBe('HubError: timeout');
    expect(failure).toMatchObject({ retryable: false, outcomeUnknown: false, fields: new Map() });
    expect('cause' in failure).toBe(false);
  });

  it('can be had with some of it changed, and keeps the rest', () => {
    const changed = whole.with({ code: 'forbidden', details: undefined });
    expect(changed).toMatchObject({ ...PARTS, code: 'forbidden', details: undefined });
    expect(changed.message).toBe('forbidden');
    expect(changed.cause).toBe(CAUSE);
    expect(whole).toMatchObject(PARTS);
  });

  it('ends the session only where the token is no good', () => {
    const ending = HUB_ERROR_CODES.filter((code) => new HubError({ code }).endsSession);
    expect(ending).toEqual(['session_expired', 'session_invalid']);
  });
});

describe('anything thrown', () => {
  it('stays what it is as a failure', () => {
    expect(asHubError(whole)).toBe(whole);
  });

  it('is a failure of ours even where it is nothing', () => {
    expect(asHubError(undefined)).toMatchObject({ code: 'invalid_response' });
  });

  it.each([[new TypeError('defect')], ['text'], [null]])('is a failure of ours: %s', (thrown) => {
    expect(asHubError(thrown)).toMatchObject({ code: 'invalid_response', retryable: false, cause: thrown });
  });
});
