import type { Connector } from './definition.js';
import { fixedId } from './few.js';

/** Connectors whose configuration is none: each for another reason, told by its name. */
const configs: readonly (readonly [string, unknown])[] = [
  ['Nothing', null],
  ['Text', 'not a configuration'],
  ['A list', []],
  ['An empty object', {}],
  ['Fields that are none', { key: 'x', name: 'x', type: 'custom', configFields: 'none' }],
  ['An unknown kind of sign-in', { key: 'x', name: 'x', type: 'telepathy', configFields: [] }],
  ['No entry for its kind of sign-in', { key: 'x', name: 'x', authentication: { other: {} } }],
  ['Authentication that is none', { key: 'x', name: 'x', authentication: null }],
];

export const brokenCatalog: readonly Connector[] = configs.map(([name, config], index) => ({
  integrationId: fixedId(0x40 + index),
  active: true,
  name,
  provider: `broken-${index}`,
  category: 'documents',
  version: '1',
  configKey: 'broken_v1',
  environment: 'production',
  logoUrl: '',
  config: config as Connector['config'],
}));
