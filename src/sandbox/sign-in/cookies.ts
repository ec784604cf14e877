/**
 * The cookie by which a browser shows at the callback that the sign-in began in it. Each attempt has its own, for
 * two may be under way. Over https its name makes browsers see to it that no other host has set it.
 */
const nameOf = (url: URL, attemptId: string): string =>
  `${url.protocol === 'https:' ? '__Host-' : ''}hub_${attemptId}`;

export function giveCookie(
  url: URL,
  attemptId: string,
  value: string,
  maxAge: number,
): Record<string, string> {
  const secure = url.protocol === 'https:' ? '; Secure' : '';
  const attributes = `HttpOnly; SameSite=Lax; Path=/; Max-Age=${maxAge}${secure}`;
  return { 'set-cookie': `${nameOf(url, attemptId)}=${value}; ${attributes}` };
}

export const dropCookie = (url: URL, attemptId: string): Record<string, string> =>
  giveCookie(url, attemptId, '', 0);

export function readCookie(request: Request, attemptId: string): string | undefined {
  const name = nameOf(new URL(request.url), attemptId);
  const cookies = (request.headers.get('cookie') ?? '').split('; ');
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
