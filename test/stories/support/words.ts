/** The words of the toolbar's language, for what is drawn and for what is done in a story. */
import { enLater } from '../../../src/text/en.later.js';
import { spokenFor } from '../../../src/text/languages.js';
import { addSentences, type Spoken } from '../../../src/text/text.js';
import { surroundingsOf } from './surroundings.js';

// A step can be named before the part of the hub that brings its words is there.
addSentences(enLater);

export interface Loaded {
  readonly spoken: Spoken;
}

/** A loader of Storybook's. */
export const loadWords = async (context: { readonly globals: object }): Promise<Loaded> => ({
  spoken: await spokenFor([surroundingsOf(context).locale]),
});
