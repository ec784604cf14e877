import { describe, expect, it } from 'vitest';
import { ConnectSession } from '../../src/api/schemas.js';
import { session, without } from './wire.js';

describe('a session', () => {
  it('comes out as it went in', () => {
    expect(ConnectSession.parse(session())).toEqual(session());
  });

  it.each([
    ['a number', 42],
    ['a text', 'org-42'],
  ])('belongs to an organization named by %s', (_, organization_id) => {
    expect(ConnectSession.parse(session({ organization_id })).organization_id).toBe(organization_id);
  });

  const OPTIONAL = [
    'organization_id',
    'project_id',
    'categories',
    'provider',
    'origin_username',
    'account_id',
    'label',
    'created_at',
    'metadata',
    'external_trigger_token',
    'type',
    'integration_id',
    'expires_at',
  ] as const;

  it.each(OPTIONAL)('may have null for %s', (key) => {
    expect(ConnectSession.parse(session({ [key]: null }))[key] ?? undefined).toBeUndefined();
  });

  it.each(OPTIONAL)('may come without %s', (key) => {
    const parsed = ConnectSession.parse(without(session(), key));
    expect(parsed[key]).toBeUndefined();
    expect(parsed.origin_owner_name).toBe('Umbrella Bakery');
  });

  it.each(OPTIONAL)('loses %s alone where that is of the wrong kind', (key) => {
    const wrong = key === 'metadata' ? ['tag'] : { not: 'expected' };
    const parsed = ConnectSession.parse(session({ [key]: wrong }));
    expect(parsed).toEqual({ ...session(), [key]: undefined });
  });

  it.each(['id', 'origin_owner_id', 'origin_owner_name'])('is none without %s', (key) => {
    expect(ConnectSession.safeParse(without(session(), key)).success).toBe(false);
    expect(ConnectSession.safeParse(session({ [key]: null })).success).toBe(false);
  });

  it.each(['production', 'test', 'TEST', 'Production', 'staging'])('keeps the type %j', (type) => {
    expect(ConnectSession.parse(session({ type })).type).toBe(type);
  });

  it('keeps both spellings of a category, and one that nobody has heard of', () => {
    const categories = ['hris-legacy', 'hrisLegacy', 'stackone', 'stackOne', 'scheduling', 'time-travel'];
    expect(ConnectSession.parse(session({ categories })).categories).toEqual(categories);
  });

  it('loses a category that is no text, and keeps the others', () => {
    const categories = ['hris', 5, null, { name: 'ats' }, 'ats'];
    expect(ConnectSession.parse(session({ categories })).categories).toEqual(['hris', 'ats']);
  });

  it('takes over no key that it does not know', () => {
    expect(ConnectSession.parse(session({ token: 'secret', next_field: 1 }))).toEqual(session());
  });
});
