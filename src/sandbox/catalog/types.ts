/** What the catalogue holds, in the wire's own spelling: the sandbox answers it as it stands. */

export interface WireField {
  readonly key: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'number' | 'select' | 'text_area' | 'multi-select';
  readonly required?: boolean;
  readonly readOnly?: boolean;
  /** Secret unless it says `false`. */
  readonly secret?: boolean;
  readonly placeholder?: string;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
  readonly delimiter?: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly guide?: { readonly description: string; readonly tooltip: string };
  readonly value?: string | number;
  readonly condition?: string;
  readonly display?: boolean;
  readonly validation?:
    | { readonly type: 'html-pattern' | 'domain'; readonly pattern: string; readonly error?: string }
    | { readonly pattern: string; readonly errorMessage?: string }
    | {
        readonly format: 'email' | 'url' | 'uri' | 'uuid' | 'date' | 'datetime';
        readonly errorMessage?: string;
      };
}

export interface WireNotice {
  readonly key: string;
  readonly type: 'warning' | 'info';
  readonly description: string;
  readonly position?: 'top' | 'bottom';
  readonly anchor?: string;
}

/** The configuration shape current servers answer. */
export interface CurrentWireConfig {
  readonly key: string;
  readonly name: string;
  readonly type: 'oauth2' | 'custom';
  readonly grantType?: 'authorization_code' | 'client_credentials';
  readonly configFields?: readonly WireField[];
  readonly configNotices?: readonly WireNotice[];
  readonly assets?: { readonly icon: string };
  readonly support?: { readonly link?: string | null; readonly description?: string | null } | null;
}

/** The shape deployed servers still answer for older connectors. */
export interface LegacyWireConfig {
  readonly key: string;
  readonly name: string;
  readonly assets?: { readonly icon: string };
  readonly authentication: {
    readonly [configKey: string]: {
      readonly [environment: string]: {
        readonly type: 'oauth2' | 'oidc' | 'custom';
        readonly fields: readonly WireField[];
        readonly guide?: { readonly supportLink?: string; readonly description: string };
      };
    };
  };
}

/** One configured integration, as a customer of the API would have it in their project. */
export interface CatalogEntry {
  /** A UUID, the same on every run. */
  readonly integrationId: string;
  readonly active: boolean;
  readonly name: string;
  readonly provider: string;
  readonly category: string;
  readonly version: string;
  readonly configKey: string;
  readonly environment: string;
  readonly config: CurrentWireConfig | LegacyWireConfig;
}
