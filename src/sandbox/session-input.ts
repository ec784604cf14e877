import * as z from 'zod/mini';
import type { JsonObject } from './body.js';
import { ApiError } from './errors.js';

const text = () => z.nullish(z.string({ error: 'must be a string' }));

const required = () =>
  z
    .string({
      error: ({ input }) => (input === undefined || input === null ? 'is required' : 'must be a string'),
    })
    .check(z.minLength(1, { error: 'is required' }));

const accountType = z.pipe(
  z.pipe(
    z.string({ error: 'must be a string' }),
    z.transform((type: string) => type.toLowerCase()),
  ),
  z.enum(['production', 'test'], { error: 'must be production or test' }),
);

const ORIGINS = 'must be a list of origins, such as https://app.example.com';
const RETURN_URL = 'must be an absolute http or https URL without a fragment';

const isWebUrl = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

/** As a browser writes it in `Origin`: it is compared exactly. */
const isOrigin = (value: string): boolean => isWebUrl(value) && new URL(value).origin === value;

const isReturnUrl = (value: string): boolean => isWebUrl(value) && !value.includes('#');

const SessionInput = z.object({
  origin_owner_id: required(),
  origin_owner_name: required(),
  origin_username: text(),
  categories: z.nullish(
    z.array(z.string({ error: 'must be a list of strings' }), { error: 'must be a list of strings' }),
  ),
  provider: text(),
  provider_version: text(),
  integration_id: text(),
  connector_profile_id: text(),
  account_id: text(),
  multiple: z.nullish(z.boolean({ error: 'must be true or false' })),
  expires_in: z.nullish(
    z
      .number({ error: 'must be a positive number' })
      .check(z.positive({ error: 'must be a positive number' })),
  ),
  metadata: z.nullish(
    z.custom<JsonObject>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      'must be an object',
    ),
  ),
  label: text(),
  type: z.nullish(accountType),
  allowed_origins: z.nullish(
    z.array(z.string({ error: ORIGINS }).check(z.refine(isOrigin, { error: ORIGINS })), { error: ORIGINS }),
  ),
  return_url: z.nullish(z.string({ error: RETURN_URL }).check(z.refine(isReturnUrl, { error: RETURN_URL }))),
});

/** The body of `POST /connect_sessions`, in the wire's names. */
export type SessionInput = z.infer<typeof SessionInput>;

/** The body as it should be; what is wrong with it is said for every field by its name. */
export function parseSessionInput(body: JsonObject): SessionInput {
  const parsed = SessionInput.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  throw new ApiError(400, [...new Set(problems)].join('; '));
}
