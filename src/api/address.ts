import { HubError } from './errors.js';

const ID = /^[A-Za-z0-9_.:-]{1,128}$/;

/** A path segment from an id; an id outside the grammar (`..`, `a/b`) never becomes a request. */
export function idSegment(id: string): string {
  if (!ID.test(id) || id === '.' || id === '..') throw new HubError({ code: 'not_found' });
  return encodeURIComponent(id);
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d{1,3}){3}$/.test(hostname);

/**
 * The base URL without its trailing slash, or `undefined` where no request may go: anything but https, and http
 * beyond this machine; user names, queries and fragments.
 */
export function parseBaseUrl(text: string): string | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!secure || url.username || url.password || url.search || url.hash) return undefined;
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** An absolute https URL (http on this machine) that a link or an image may carry; anything else is no URL. */
export function safeUrl(text: string | null | undefined): string | undefined {
  // The parser would drop tabs and line breaks: what is shown would not be where it leads.
  if (!text || text.length > 2048 || text !== text.trim() || /\p{Cc}/u.test(text)) return undefined;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return secure && !url.username && !url.password ? url.href : undefined;
}
