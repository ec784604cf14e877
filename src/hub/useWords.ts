import { useState } from 'react';
import { isLocale } from '../contract/options.js';
import { isSpoken } from '../text/spoken.js';
import type { Spoken } from '../text/text.js';
import { useLayout } from '../ui/useLayout.js';
import { type Chunk, chunk, useChunk } from './chunk.js';
import { useOnline } from './useOnline.js';

/** The host's choice, or what the reader told the browser. */
type Locale = string | null | undefined;

interface Words {
  /** What to speak; English where there is nothing better, or not yet. */
  readonly spoken: Spoken | undefined;
  /** The tags of the languages whose words are on their way; `''` where nobody knows yet who reads. */
  readonly awaited: string | undefined;
}

/** The words of the best language that the reader has: English is here, any other comes with a chunk of its own. */
export function useWords(locale: Locale): Words {
  // A server has no words but English, and seldom knows who reads: it shows none, and so does what takes it over.
  const [tags, setTags] = useState('');
  useLayout(() => setTags(wantedTags(locale)), [locale]);
  const part = partFor(tags);
  const state = useChunk(part);
  const failed = state.name === 'failed';
  useOnline(failed, () => failed && state.retry());
  const [kept, keep] = useState(part.loaded);
  if (part.loaded && part.loaded !== kept) keep(part.loaded);
  return { spoken: kept, awaited: tags && state.name !== 'loading' ? undefined : tags };
}

/** Resolves when the words are there, rejects when they do not come. */
export const loadWords = (locale?: Locale): Promise<Spoken> => partFor(wantedTags(locale)).load();

const wantedTags = (locale: Locale): string =>
  (locale ? [locale] : navigator.languages).filter((tag) => isLocale(tag) && isSpoken(tag)).join() || 'en';

const parts: { [wanted: string]: Chunk<Spoken> } = {};

function partFor(wanted: string): Chunk<Spoken> {
  const tags = wanted.split(',');
  const english = /^(?:en\b|$)/i.test(wanted) ? { words: {}, locale: tags[0] || 'en' } : undefined;
  return (parts[wanted] ??= chunk(
    async () => english ?? (await import('../text/languages.js')).spokenFor(tags),
    english,
  ));
}
