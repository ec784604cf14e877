/**
 * What the API says, as schemas: the wire's own names, and no stricter than they have to be.
 *
 * Three rules hold everywhere. `null` and absent mean the same. An optional value of the wrong kind is as good
 * as absent: it must not cost the user the whole answer. An item of a list that does not parse drops out of its
 * list. Only what the hub cannot do without makes an answer invalid.
 */
import * as z from 'zod/mini';
import {
  boolean,
  either,
  flag,
  idLike,
  lenient,
  listOf,
  number,
  or,
  record,
  text,
  textOrNumber,
} from './shapes.js';
import { shown } from './shown.js';

/** What is shown as it came, within what a line has room for. */
const words = z.pipe(
  z.string(),
  z.transform((value) => shown(value, 200)),
);

export const ConnectSession = z.object({
  id: number,
  organization_id: lenient(textOrNumber),
  project_id: text(),
  categories: lenient(listOf(z.string())),
  provider: text(),
  origin_owner_id: z.string(),
  origin_owner_name: words,
  origin_username: lenient(words),
  account_id: text(),
  label: text(),
  created_at: text(),
  metadata: lenient(record),
  external_trigger_token: text(),
  type: text(),
  integration_id: text(),
  /** Extension `session_expiry`. */
  expires_at: text(),
});
/** The session as `POST /connect_sessions/authenticate` answers it, in the wire's names. */
export type ConnectSession = z.infer<typeof ConnectSession>;

export const Settings = z.object({
  enabled_features: or(listOf(z.string()), []),
  existing_account_id: text(),
  /** Extension `attempt_start_url`: the only origin of the sign-in pages, and the page to open in the click. */
  sign_in_origin: text(),
  opening_url: text(),
});
export type Settings = z.infer<typeof Settings>;

export const Integration = z.object({
  active: or(boolean, true),
  name: text(),
  provider: words,
  type: or(z.string(), ''),
  version: lenient(idLike),
  authentication_config_key: text(),
  environment: text(),
  integration_id: z.string(),
  logo_url: text(),
  /** Extension `connected`. */
  connected: lenient(listOf(z.object({ account_id: z.string() }))),
});
export type Integration = z.infer<typeof Integration>;

export const ConnectorList = z.object({
  integrations: listOf(Integration),
  external_trigger_token: text(),
  webhooks_url: text(),
  events_encoded_context: text(),
});
export type ConnectorList = z.infer<typeof ConnectorList>;

const Option = z.object({ label: lenient(idLike), value: idLike, description: text() });

export const WireField = z.object({
  key: z.string(),
  label: text(),
  type: text(),
  required: flag(),
  readOnly: flag(),
  secret: flag(),
  placeholder: text(),
  options: lenient(listOf(Option)),
  delimiter: text(),
  description: text(),
  tooltip: text(),
  guide: lenient(z.object({ description: text(), tooltip: text() })),
  value: lenient(idLike),
  condition: text(),
  display: flag(),
  validation: lenient(
    z.object({ type: text(), pattern: text(), format: text(), error: text(), errorMessage: text() }),
  ),
});
export type WireField = z.infer<typeof WireField>;

export const WireNotice = z.object({
  key: text(),
  type: text(),
  description: z.string(),
  position: text(),
  anchor: text(),
});
export type WireNotice = z.infer<typeof WireNotice>;

export const CurrentConfig = z.object({
  key: text(),
  name: text(),
  type: z.string(),
  grantType: text(),
  configFields: or(listOf(WireField), []),
  configNotices: or(listOf(WireNotice), []),
  assets: lenient(z.object({ icon: text() })),
  support: lenient(z.object({ link: text(), description: text() })),
});
export type CurrentConfig = z.infer<typeof CurrentConfig>;

export const LegacyEntry = z.object({
  type: z.string(),
  fields: or(listOf(WireField), []),
  guide: lenient(z.object({ supportLink: text(), description: text() })),
});
export type LegacyEntry = z.infer<typeof LegacyEntry>;

export const LegacyConfig = z.object({
  key: text(),
  name: text(),
  assets: lenient(z.object({ icon: text() })),
  /** `authentication_config_key` → `environment` → entry; read through {@link own}. */
  authentication: record,
});
export type LegacyConfig = z.infer<typeof LegacyConfig>;

export const ConnectorDetails = z.object({
  config: either(LegacyConfig, CurrentConfig),
  hub_settings: lenient(record),
});
export type ConnectorDetails = z.infer<typeof ConnectorDetails>;

export const AccountCreated = z.object({
  id: z.string(),
  provider: or(words, ''),
  /** Extension `account_names`. */
  display_name: lenient(words),
});
export type AccountCreated = z.infer<typeof AccountCreated>;

/** Account lists give a reason as an object with a time; only its words are shown. */
const Reason = either(
  words,
  z.pipe(
    z.object({ description: words }),
    z.transform(({ description }) => description),
  ),
);

export const AccountData = z.object({
  secureId: text(),
  provider: or(words, ''),
  setupInformation: lenient(record),
  secrets: lenient(record),
  version: lenient(idLike),
  authConfigKey: text(),
  environment: text(),
  integrationId: z.string(),
  /** Extension `account_names`. */
  display_name: lenient(words),
  status: text(),
  status_reasons: lenient(listOf(Reason)),
});
export type AccountData = z.infer<typeof AccountData>;

export const AttemptCreated = z.object({
  id: z.string(),
  /** Extension `attempt_start_url`. */
  start_url: text(),
  /** Seconds. */
  expires_in: lenient(number),
});
export type AttemptCreated = z.infer<typeof AttemptCreated>;

export const Attempt = z.object({
  status: z.string(),
  account: lenient(z.object({ id: z.string() })),
  error: lenient(z.object({ code: text(), description: text() })),
  /** Extension `attempt_phases`: how far the window has come, and the seconds until the next question. */
  phase: text(),
  poll_after: lenient(number),
  /** Extension `account_names`: another account signed in than the one to be reconnected; a word is waited for. */
  another_account: lenient(z.object({ display_name: words, instead_of: words })),
});
export type Attempt = z.infer<typeof Attempt>;
