import type { Messages } from './keys.js';
import type { OtherLanguage } from './spoken.js';
import type { Spoken } from './text.js';

/** The languages beside English, by the language that a reader asks for: Portuguese is that of Brazil. */
export const LANGUAGES: { readonly [language: string]: () => Promise<Messages> } = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  he: async () => (await import('./he.js')).he,
  it: async () => (await import('./it.js')).it,
  ja: async () => (await import('./ja.js')).ja,
  nl: async () => (await import('./nl.js')).nl,
  pl: async () => (await import('./pl.js')).pl,
  pt: async () => (await import('./pt-BR.js')).ptBR,
  zh: async () => (await import('./zh-CN.js')).zhCN,
} satisfies { readonly [language in OtherLanguage]: unknown };

/** Written from right to left. */
const RIGHT_TO_LEFT = /^(?:ar|he)$/;

/**
 * The words for a reader who wants one of these languages, by BCP 47 tags, the best first. English where
 * nothing else comes nearer; rejects where the words could not be loaded.
 */
export async function spokenFor(wanted: readonly string[]): Promise<Spoken> {
  // A browser lists `zh` behind `zh-TW` by itself: only the longer of the two is what its user chose.
  const tags = wanted.filter((tag) => !wanted.some((other) => other.startsWith(`${tag}-`)));
  for (const tag of tags) {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'en') return { words: {}, locale: tag };
    // Our Chinese is in the simplified script. Who reads the traditional one is better served by English.
    const load = script === 'Hant' ? undefined : LANGUAGES[language];
    if (!load) continue;
    const words = await load();
    return { words: RIGHT_TO_LEFT.test(language) ? isolated(words) : words, locale: tag };
  }
  return { words: {}, locale: 'en' };
}

/** What is filled in keeps its own direction, and the sentence around it its order. */
const isolated = (words: Messages): Messages =>
  Object.fromEntries(
    Object.entries(words).map(([key, sentence]) => [key, sentence?.replace(/\{\w+\}/g, '\u2068$&\u2069')]),
  );
