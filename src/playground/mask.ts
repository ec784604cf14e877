/** What stands for a secret. Always as long, so that it does not tell how long the secret is. */
export const DOTS = '••••••••';

/** Keys whose value is not to be seen, wherever they stand and whatever they hold. */
const SECRET = /token|credential|secret|password|verifier|challenge|nonce|^confirm$|authorization|api_?key/i;

/** A copy of plain data in which everything under a secret key is dots; keys and shape stay. */
export function masked(value: unknown, isSecret = false): unknown {
  if (Array.isArray(value)) return value.map((item) => masked(item, isSecret));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, masked(item, isSecret || SECRET.test(key))]),
    );
  }
  return isSecret && value !== null && value !== undefined ? DOTS : value;
}

/** A request's body as the log may show it; what is not JSON could be anything, so none of it is shown. */
export function maskedBody(body: unknown): unknown {
  if (body === undefined || body === null) return undefined;
  if (typeof body !== 'string') return DOTS;
  try {
    return masked(JSON.parse(body));
  } catch {
    return DOTS;
  }
}

/** An address as the log may show it: path and query, secret parameters as dots. */
export function maskedPath(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const query = [...searchParams].map(
    ([key, value]) => `${encodeURIComponent(key)}=${SECRET.test(key) ? DOTS : encodeURIComponent(value)}`,
  );
  return query.length > 0 ? `${pathname}?${query.join('&')}` : pathname;
}
