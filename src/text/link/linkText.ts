import type { Spoken } from '../text.js';
import { linkEnglish, type LinkSentences } from './en.js';

/** The words of the page behind a sign-in link. */
export type LinkText = (key: keyof LinkSentences, values?: { readonly [name: string]: string }) => string;

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** In the language that the hub speaks; the sentences of languages that are not English are in a part of their own. */
export async function linkTextFor({ words }: Spoken): Promise<LinkText> {
  const { language = 'en' } = words;
  if (language === 'en') return createLinkText(linkEnglish);
  const { LINK_LANGUAGES } = await import('./languages.js');
  return createLinkText(LINK_LANGUAGES[language] ?? linkEnglish);
}

/** What is filled in keeps its own direction wherever it may differ from that of the sentence. */
export const createLinkText =
  (sentences: LinkSentences): LinkText =>
  (key, values = {}) =>
    sentences[key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return RIGHT_TO_LEFT.test(sentences[key] + value) ? `\u2068${value}\u2069` : value;
    });
