/**
 * What the API's schemas are made of. Where zod has the same, in unions, arrays, records, literals and fallbacks, it is the
 * heavier: all of zod that any part of the hub uses stands in the script of the first screen.
 */
import * as z from 'zod/mini';

/** A plain JSON object whose keys the server chose: read it with {@link own}, never with `in` or `[]` alone. */
export type JsonRecord = { readonly [key: string]: unknown };

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value under `key` when the record itself has it: `__proto__` and `constructor` are keys like any other. */
export function own(source: JsonRecord | null | undefined, key: string): unknown {
  return source && Object.hasOwn(source, key) ? source[key] : undefined;
}

export const record = z.custom<JsonRecord>(isRecord);

export const number = z.custom<number>(Number.isFinite);
export const boolean = z.custom<boolean>((value) => typeof value === 'boolean');

/** A value of this shape; one that is not, or is not there, is as good as `otherwise`. */
export const or = <T extends z.ZodMiniType>(schema: T, otherwise: z.output<T>) =>
  z.transform((value: unknown): z.output<T> => schema.safeParse(value).data ?? otherwise);

/** What zod's own optional shapes say of themselves: an object's type may lack them. */
type Optional<Output> = z.ZodMiniType<Output | null | undefined> & {
  readonly _zod: { readonly optin: 'optional'; readonly optout: 'optional' };
};

const optional = <Output>(read: (value: unknown) => Output | null | undefined) =>
  z.transform((value: unknown) => (value === null ? null : read(value))) as z.ZodMiniType as Optional<Output>;

/** An optional value; one of the wrong kind is as good as absent. */
export const lenient = <T extends z.ZodMiniType>(schema: T) =>
  optional((value) => (value === undefined ? value : schema.safeParse(value).data));
export const text = () => optional((value) => (typeof value === 'string' ? value : undefined));
export const flag = () => lenient(boolean);

/** A string, or a number where some servers write one. */
export const textOrNumber = z.custom<string | number>(
  (value) => typeof value === 'string' || typeof value === 'number',
);
export const idLike = z.pipe(textOrNumber, z.transform(String));

/** More than any answer has good use for; to look through the millions that fit into one would stop the page. */
const MAX_ITEMS = 50_000;

/** A list, without the items that do not parse. */
export const listOf = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(
    z.custom<unknown[]>(Array.isArray),
    z.transform((items: unknown[]): z.output<T>[] =>
      items.slice(0, MAX_ITEMS).flatMap((candidate) => {
        const parsed = item.safeParse(candidate);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );

/** The first of two shapes that fits. */
export const either = <One extends z.ZodMiniType, Other extends z.ZodMiniType>(one: One, other: Other) =>
  z.transform((value: unknown, { issues }): z.output<One> | z.output<Other> => {
    const parsed = [one, other].map((schema) => schema.safeParse(value)).find(({ success }) => success);
    if (parsed) return parsed.data as z.output<One> | z.output<Other>;
    issues.push({ code: 'custom', input: value });
    return z.NEVER;
  });

/** This value alone. */
export const exactly = <const T>(value: T) => z.custom<T>((candidate) => candidate === value);
