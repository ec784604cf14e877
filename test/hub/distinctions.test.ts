import { describe, expect, it } from 'vitest';
import type { Connector } from '../../src/api/model.js';
import { distinctions } from '../../src/hub/distinctions.js';

/** BambooHR, several times: they differ in what the test says. */
const bamboos = (...list: readonly Partial<Connector>[]): readonly Connector[] =>
  list.map((parts, index) => ({
    id: `id-${index}`,
    name: 'BambooHR',
    provider: 'bamboohr',
    category: 'hris',
    accountIds: [],
    ...parts,
  }));

const told = (...list: readonly Partial<Connector>[]) =>
  bamboos(...list).map(({ id }) => distinctions(bamboos(...list)).get(id));

describe('connectors that nobody can mix up', () => {
  it('need nothing to be told apart by', () => {
    expect(distinctions([]).size).toBe(0);
    expect(told({ version: '1' })).toEqual([undefined]);
  });

  it('have another name or another category', () => {
    expect(
      told({ version: '1' }, { version: '2', name: 'Personio' }, { version: '3', category: 'ats' }),
    ).toEqual([undefined, undefined, undefined]);
  });
});

describe('connectors of one name and one category', () => {
  it('are told apart by their version', () => {
    expect(told({ version: '1.0' }, { version: '2.0' })).toEqual(['v1.0', 'v2.0']);
  });

  it('are told apart by their kind of sign-in, where the version is the same', () => {
    const same = { version: '1.0' };
    expect(told({ ...same, configKey: 'api_key' }, { ...same, configKey: 'oauth2-app' })).toEqual([
      'api key',
      'oauth2 app',
    ]);
  });

  it('are told apart by their environment, where that is all', () => {
    expect(told({ environment: 'production' }, { environment: 'sandbox' })).toEqual([
      'production',
      'sandbox',
    ]);
  });

  it('are told apart by their provider, where that is all', () => {
    expect(told({}, { provider: 'bamboohr-eu' })).toEqual(['bamboohr', 'bamboohr-eu']);
  });

  it('are numbered where everything is the same', () => {
    expect(told({}, {}, {})).toEqual(['1', '2', '3']);
  });

  it('are numbered where no one thing tells all of them apart', () => {
    const list = [
      { version: '1', configKey: 'api_key' },
      { version: '1', configKey: 'oauth2' },
      { version: '2', configKey: 'oauth2' },
    ];
    expect(told(...list)).toEqual(['1', '2', '3']);
  });

  it('all take a number where what would tell them apart is missing from one: "1" beside "v1" says nothing', () => {
    expect(told({ version: '1' }, {}, { version: '2' })).toEqual(['1', '2', '3']);
  });

  it('have no second v before a version that has one', () => {
    expect(told({ version: 'v1' }, { version: 'v2' })).toEqual(['v1', 'v2']);
  });

  it('are told apart by one and the same thing', () => {
    const list = [
      { version: '1', environment: 'production' },
      { version: '2', environment: 'sandbox' },
    ];
    expect(told(...list)).toEqual(['v1', 'v2']);
  });

  it('all get one of their own, in groups of their own', () => {
    const list = [{ version: '1' }, { name: 'Lever' }, { version: '2' }, { name: 'Lever' }, { name: 'Okta' }];
    expect(told(...list)).toEqual(['v1', '1', 'v2', '2', undefined]);
  });
});
