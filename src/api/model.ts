/**
 * A connector's configuration as the hub works with it: one shape for both of the wire's, every default applied,
 * so that nothing behind this line asks whether a value was left out.
 */

export type FieldType = 'text' | 'password' | 'number' | 'select' | 'text_area' | 'multi-select';

export type FieldFormat = 'email' | 'url' | 'uri' | 'uuid' | 'date' | 'datetime';

/** What a typed value must look like; `error` is the server's own sentence for it. */
export type Validation =
  | { readonly kind: 'pattern'; readonly pattern: string; readonly error?: string | undefined }
  | { readonly kind: 'domain'; readonly pattern: string; readonly error?: string | undefined }
  | { readonly kind: 'format'; readonly format: FieldFormat; readonly error?: string | undefined };

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
}

export interface Field {
  /** The hub's own name for the field (`f0`, `f1`, …): safe as a form path and a DOM id, whatever the key is. */
  readonly id: string;
  /** The wire's name: any string, `a.b`, `__proto__`, or the same twice. */
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly secret: boolean;
  /** Not shown, its value still sent. */
  readonly hidden: boolean;
  readonly placeholder?: string | undefined;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly options: readonly FieldOption[];
  /** Joins the choices of a multi-select. */
  readonly delimiter: string;
  /** The configured value, already the external trigger token's for the field of that name. */
  readonly value?: string | undefined;
  readonly condition?: string | undefined;
  readonly validation?: Validation | undefined;
}

export interface Notice {
  readonly id: string;
  readonly tone: 'info' | 'warning';
  readonly description: string;
  readonly position: 'top' | 'bottom';
  /** The key of the field it stands before; without one it stands at its position. */
  readonly anchor?: string | undefined;
}

export interface ConnectorConfig {
  readonly name: string;
  /** `form`: credentials are typed here. `window`: the provider's own sign-in, after any fields. */
  readonly signIn: 'form' | 'window';
  readonly fields: readonly Field[];
  readonly notices: readonly Notice[];
  readonly guide?: { readonly link?: string | undefined; readonly description?: string | undefined };
  readonly iconUrl?: string | undefined;
  /** The BCP 47 tag of the language that its texts are in, where the server says. */
  readonly language?: string | undefined;
}

/** What can be connected: the wire's Integration, under the field's word for it. */
export interface Connector {
  /** The wire's `integration_id`, the only thing that tells connectors apart. */
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly category: string;
  readonly version?: string | undefined;
  readonly configKey?: string | undefined;
  readonly environment?: string | undefined;
  readonly logoUrl?: string | undefined;
  /** Accounts of this owner that are connected already (extension `connected`). */
  readonly accountIds: readonly string[];
}
