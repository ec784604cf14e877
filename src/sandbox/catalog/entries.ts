import { uuidOf } from './ids.js';
import type { CatalogEntry, CurrentWireConfig, LegacyWireConfig, WireField, WireNotice } from './types.js';

/** What a product asks for, in one place, whichever of the wire's two shapes it is answered in. */
export interface Form {
  readonly configKey: string;
  readonly type: 'oauth2' | 'oidc' | 'custom';
  readonly grantType?: 'authorization_code' | 'client_credentials';
  readonly fields: readonly WireField[];
  /** The legacy shape has none. */
  readonly notices?: readonly WireNotice[];
  /** The product's own page about these credentials. */
  readonly link?: string;
  /** How to get at them, in the few marks a guide may have: `**bold**`, `` `code` `` and lists. */
  readonly guide?: string;
}

type More = Pick<Form, 'notices' | 'link' | 'guide'>;

/** A form of the current shape's `custom` type; `configKey` names the kind of credential. */
export const custom = (configKey: string, fields: readonly WireField[], more: More = {}): Form => ({
  configKey,
  type: 'custom',
  fields,
  ...more,
});

/** The provider's own sign-in window, after any fields. */
export const signIn = (fields: readonly WireField[], more: More = {}): Form => ({
  configKey: 'oauth2',
  type: 'oauth2',
  grantType: 'authorization_code',
  fields,
  ...more,
});

export const clientCredentials = (fields: readonly WireField[], more: More = {}): Form => ({
  configKey: 'oauth2_client_credentials',
  type: 'oauth2',
  grantType: 'client_credentials',
  fields,
  ...more,
});

export const warning = (key: string, description: string, place: Partial<WireNotice> = {}): WireNotice => ({
  key,
  type: 'warning',
  description,
  ...place,
});

export const info = (key: string, description: string, place: Partial<WireNotice> = {}): WireNotice => ({
  key,
  type: 'info',
  description,
  ...place,
});

interface Listed {
  readonly name: string;
  readonly provider: string;
  /** Default `2.0.0`; legacy connectors `1.0.0`. */
  readonly version?: string;
  /** Default `true`. */
  readonly active?: boolean;
}

/** A connector in the current shape, or one in the legacy shape with a form per environment. */
export type Listing = Listed &
  ({ readonly form: Form } | { readonly legacy: { readonly [environment: string]: Form } });

/** The catalogue's entries for a listing: one, or one per environment of a legacy connector. */
export function entriesOf(category: string, listing: Listing): CatalogEntry[] {
  const { name, provider, active = true } = listing;
  const entry = (form: Form, config: CatalogEntry['config'], environment: string, version: string) => ({
    integrationId: uuidOf(provider, category, form.configKey, version, environment),
    active,
    name,
    provider,
    category,
    version,
    configKey: form.configKey,
    environment,
    config,
  });

  if ('form' in listing) {
    const { form, version = '2.0.0' } = listing;
    return [entry(form, currentConfig(listing, form), 'production', version)];
  }
  const { legacy, version = '1.0.0' } = listing;
  const config = legacyConfig(listing, legacy);
  return Object.entries(legacy).map(([environment, form]) => entry(form, config, environment, version));
}

function currentConfig({ name, provider }: Listed, form: Form): CurrentWireConfig {
  const { type, grantType, fields, notices, link, guide } = form;
  return {
    key: provider,
    name,
    type: type === 'oidc' ? 'custom' : type,
    ...(grantType && { grantType }),
    configFields: fields,
    ...(notices && { configNotices: notices }),
    support: link || guide ? { link: link ?? null, description: guide ?? null } : null,
  };
}

function legacyConfig(
  { name, provider }: Listed,
  forms: { readonly [environment: string]: Form },
): LegacyWireConfig {
  const authentication: Record<string, LegacyWireConfig['authentication'][string]> = {};
  for (const [environment, form] of Object.entries(forms)) {
    const { configKey, type, fields, link, guide } = form;
    authentication[configKey] = {
      ...authentication[configKey],
      [environment]: {
        type,
        fields,
        ...(guide && { guide: { ...(link && { supportLink: link }), description: guide } }),
      },
    };
  }
  return { key: provider, name, authentication };
}
