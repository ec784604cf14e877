/**
 * The tiles that stand in for logos: our own drawing, one or two letters on a calm colour. No product's artwork.
 */
import { hash } from './ids.js';
import type { CatalogEntry } from './types.js';

/** Dark enough for white letters (4.5:1 and better), light enough to stand off a dark page. */
const TONES = [
  '#4f6bb0',
  '#5b62b8',
  '#7a5bb0',
  '#9a5199',
  '#ab4f78',
  '#b0524f',
  '#a05c30',
  '#82692a',
  '#5f7430',
  '#3a7a4c',
  '#2c7a74',
  '#3a7492',
] as const;

/** Where a provider's tile lies under the address the assets are served from. */
export const logoPath = (provider: string): string => `/logos/${provider}.svg`;

const productOf = (name: string): string => name.replace(/ *\(.*\)/, '');

/** `BambooHR (OAuth)` is `BH`, `Slack` is `Sl`; the same letter twice says no more than once. */
export function monogram(name: string): string {
  const parts = productOf(name).match(/[0-9]+|[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? ['?'];
  const [first = '?', second] = parts;
  if (second === undefined) return first.slice(0, 2);
  const initials = [first, second].map((part) => part.charAt(0).toUpperCase());
  return initials[0] === initials[1] ? first.charAt(0) : initials.join('');
}

/**
 * The tile as an SVG document, the same bytes for the same product whatever the kind of sign-in in brackets.
 *
 * @example logoSvg('Greenhouse')
 */
export function logoSvg(name: string): string {
  const letters = monogram(name);
  const tone = TONES[hash(productOf(name)) % TONES.length];
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40">',
    `<rect width="40" height="40" rx="9" fill="${tone}"/>`,
    '<text x="20" y="26" font-family="system-ui,sans-serif" font-size="17" font-weight="600"',
    ` fill="#fff" text-anchor="middle">${letters}</text></svg>\n`,
  ].join('');
}

/** Every provider's tile by provider. A provider with several names gets the shortest one's letters. */
export function logosOf(entries: readonly CatalogEntry[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { provider, name } of entries) {
    const known = names.get(provider);
    if (known === undefined || name.length < known.length) names.set(provider, name);
  }
  return new Map([...names].map(([provider, name]) => [provider, logoSvg(name)]));
}
