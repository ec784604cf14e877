import { CATEGORIES } from '../categories.js';
import type { Connector } from './definition.js';

/** Ten thousand connectors in all categories, the same on every run. */

const COUNT = 10_000;
const FIRST = [
  'Amber',
  'Basalt',
  'Cedar',
  'Delta',
  'Ember',
  'Fjord',
  'Granite',
  'Harbour',
  'Indigo',
  'Juniper',
];
const SECOND = ['Base', 'Cloud', 'Desk', 'Flow', 'Grid', 'Hire', 'Ledger', 'People', 'Talent', 'Works'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

function connector(index: number): Connector {
  const number = String(index + 1).padStart(5, '0');
  const name = `${pick(FIRST, index)} ${pick(SECOND, Math.floor(index / FIRST.length))} ${number}`;
  const provider = `huge-${number}`;
  return {
    integrationId: `0badcafe-0000-4000-8000-${number.padStart(12, '0')}`,
    active: true,
    name,
    provider,
    category: pick(CATEGORIES, index),
    version: '1',
    configKey: `${provider}_v1`,
    environment: 'production',
    logoUrl: '',
    config: {
      key: provider,
      name,
      type: 'custom',
      configFields: [{ key: 'api_key', label: 'API key', type: 'password', required: true }],
    },
  };
}

let made: readonly Connector[] | undefined;

/** Made when somebody asks for it. */
export function hugeCatalog(): readonly Connector[] {
  made ??= Array.from({ length: COUNT }, (_, index) => connector(index));
  return made;
}
