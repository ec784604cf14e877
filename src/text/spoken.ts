/** The languages that there are words in: known at once, so that nothing is asked for where there are none. */
const SPOKEN = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'] as const;

/** One whose words come as a part of their own. */
export type OtherLanguage = Exclude<(typeof SPOKEN)[number], 'en'>;

/** Whether there are words for a reader who wants this language, by its BCP 47 tag; old names count (`iw`). */
export const isSpoken = (tag: string): boolean =>
  (SPOKEN as readonly string[]).includes(new Intl.Locale(tag).language);
