import type { Spoken } from '../text/text.js';

/**
 * In place of text/languages.ts where everything is one file: English alone, for the others would be loaded by all
 * and read by few. A host has `messages` for the rest.
 */
export async function spokenFor(wanted: readonly string[]): Promise<Spoken> {
  const english = wanted.find((tag) => new Intl.Locale(tag).language === 'en');
  return { words: {}, locale: english ?? 'en' };
}
