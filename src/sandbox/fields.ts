import type { CatalogEntry, CurrentWireConfig, LegacyWireConfig, WireField } from './catalog/types.js';

const isLegacy = (config: CatalogEntry['config']): config is LegacyWireConfig =>
  typeof config === 'object' && config !== null && 'authentication' in config;

/** Which entry of a configuration of old is meant; `null` for the current shape, which has but one. */
export const legacyEntryOf = ({ config, configKey, environment }: CatalogEntry) =>
  isLegacy(config) ? { configKey, environment } : null;

const isObject = (value: unknown): value is WireField => typeof value === 'object' && value !== null;

interface Setup {
  readonly type: string;
  readonly fields: readonly WireField[];
}

/** A connector's kind of sign-in and its fields, from either shape of configuration. */
export function setupOf({ config, configKey, environment }: CatalogEntry): Setup {
  if (isLegacy(config))
    return config.authentication?.[configKey]?.[environment] ?? { type: 'custom', fields: [] };
  const current: Partial<CurrentWireConfig> | null = config;
  const fields = (Array.isArray(current?.configFields) ? current.configFields : []).filter(isObject);
  const signsIn = current?.type === 'oauth2' && current.grantType !== 'client_credentials';
  return { type: signsIn ? 'oauth2' : 'custom', fields };
}

/** Secret unless it says otherwise; a password always. */
export const isSecret = (field: WireField): boolean => field.secret !== false || field.type === 'password';

/** Whether the user can see and change it whatever else was typed. */
export const isAsked = (field: WireField): boolean =>
  field.display !== false && field.readOnly !== true && field.condition === undefined;
