/** A small seeded hash: the same text gives the same 32 bits in every JavaScript engine. Not for secrets. */
export function hash(text: string, seed = 0): number {
  let state = 0x811c9dc5 ^ seed;
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
    state ^= state >>> 15;
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/**
 * A UUID that depends on the parts alone, laid out as a name-based one (version 5).
 *
 * @example uuidOf('bamboohr', 'hris', 'api_key', '2.0.0') // always the same
 */
export function uuidOf(...parts: readonly string[]): string {
  const name = parts.join('\n');
  const digits = [1, 2, 3, 4].map((seed) => hash(name, seed).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}
