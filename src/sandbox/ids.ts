/** Ids and tokens in the spellings that the real service uses, from any source of random bytes. */
type Random = (size: number) => Uint8Array;

export const secureRandom: Random = (size) => crypto.getRandomValues(new Uint8Array(size));

export function uuid(random: Random): string {
  const bytes = random(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An account's id: 20 digits, too many for a number. */
export const accountId = (random: Random): string =>
  `4${[...random(19)].map((byte) => String(byte % 10)).join('')}`;

/** A session's id: a number on the wire. */
export const sessionNumber = (random: Random): number =>
  random(5).reduce((number, byte) => number * 256 + byte, 0) + 1;

/** 32 bytes make base64 that ends with `=`, as real tokens do: what does not survive that shall not survive here. */
export const sessionToken = (random: Random): string => btoa(String.fromCharCode(...random(32)));

/** 32 bytes that nobody guesses, in letters that no address has to write otherwise. */
export const secret = (random: Random): string => base64Url(random(32));

/** The SHA-256 of a secret: PKCE's S256. */
export async function s256(text: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
