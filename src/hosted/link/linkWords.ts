import { createContext, useContext } from 'react';
import { loadWords } from '../../hub/useWords.js';
import { linkEnglish } from '../../text/link/en.js';
import { createLinkText, type LinkText, linkTextFor } from '../../text/link/linkText.js';
import type { Spoken } from '../../text/text.js';

/** What the page behind a link says, in the reader's language. */
export interface LinkWords {
  /** Of the hub; `undefined` is English. */
  readonly spoken: Spoken | undefined;
  readonly text: LinkText;
}

export const ENGLISH: LinkWords = { spoken: undefined, text: createLinkText(linkEnglish) };

/** The reader's language, by what their browser says; English where its words do not come. */
export async function loadLinkWords(): Promise<LinkWords> {
  try {
    const spoken = await loadWords();
    return { spoken, text: await linkTextFor(spoken) };
  } catch {
    return ENGLISH;
  }
}

export const LinkTextContext = createContext<LinkText>(ENGLISH.text);

export const useLinkText = (): LinkText => useContext(LinkTextContext);
