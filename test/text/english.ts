/** All sentences in English, those of the form's chunk among them. */
import { en as first } from '../../src/text/en.js';
import { enLater } from '../../src/text/en.later.js';
import { addSentences } from '../../src/text/text.js';

addSentences(enLater);

export const en = { ...first, ...enLater } as const;
