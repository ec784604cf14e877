/**
 * What every hint begins with. Hints are for whoever builds the page around the hub: all that the hub ever writes to
 * the console, each once, from here alone.
 */
export const HINT = '[connect-hub]';

const given = new Set<string>();

export function hint(words: string): void {
  if (given.has(words)) return;
  given.add(words);
  console.warn(`${HINT} ${words}`);
}
