import type { CatalogEntry } from '../../src/sandbox/catalog/index.js';

export const isLegacy = ({ config }: CatalogEntry): boolean => 'authentication' in config;

/** The form an integration of the entry shows, as the wire has it, whichever of the two shapes it comes in. */
export function formOf({ config, configKey, environment }: CatalogEntry) {
  if (!('authentication' in config)) {
    return {
      type: config.type,
      grantType: config.grantType,
      fields: config.configFields ?? [],
      notices: config.configNotices ?? [],
      link: config.support?.link ?? undefined,
      guide: config.support?.description ?? undefined,
    };
  }
  const form = config.authentication[configKey]?.[environment];
  return {
    type: form?.type,
    grantType: undefined,
    fields: form?.fields ?? [],
    notices: [],
    link: form?.guide?.supportLink,
    guide: form?.guide?.description,
  };
}

/** How a failing test names an entry. */
export const titleOf = (entry: CatalogEntry): string =>
  `${entry.category}/${entry.provider}@${entry.version}/${entry.environment}`;
