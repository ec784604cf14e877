import * as z from 'zod/mini';

/** What only the host's backend hears: stricter than the hub's own schemas, as the published clients are. */

const dateTime = z.iso.datetime({ offset: true });
const record = z.record(z.string(), z.unknown());
const orNull = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);

const session = {
  id: z.number(),
  organization_id: z.number(),
  project_id: z.string(),
  categories: orNull(z.array(z.string())),
  provider: orNull(z.string()),
  origin_owner_id: z.string(),
  origin_owner_name: z.string(),
  origin_username: orNull(z.string()),
  account_id: orNull(z.string()),
  integration_id: orNull(z.string()),
  label: orNull(z.string()),
  metadata: orNull(record),
  external_trigger_token: z.string(),
  type: z.enum(['production', 'test']),
  created_at: dateTime,
  expires_at: z.optional(dateTime),
};

/** ConnectSession, nothing missing and nothing besides. */
export const StrictSession = z.strictObject(session);

/** The answer to `POST /connect_sessions`. */
export const SessionMade = z.strictObject({
  ...session,
  token: z.string(),
  auth_link_url: z.url(),
});

export const LinkedAccount = z.strictObject({
  id: z.string(),
  provider: z.string(),
  provider_name: z.string(),
  origin_owner_id: z.string(),
  origin_owner_name: z.string(),
  origin_username: orNull(z.string()),
  label: orNull(z.string()),
  type: z.enum(['production', 'test']),
  status: z.enum(['active', 'inactive', 'error']),
  status_reasons: z.array(z.strictObject({ description: z.string(), timestamp: dateTime })),
  setup_information: z.record(z.string(), z.string()),
  metadata: orNull(record),
  created_at: dateTime,
  updated_at: dateTime,
});

/** A refusal in the API's own shape. */
export const Refusal = z.strictObject({
  statusCode: z.number(),
  message: z.string(),
  timestamp: dateTime,
  provider_response: z.optional(z.unknown()),
  data: z.optional(z.unknown()),
});
