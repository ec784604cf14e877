/** All sentences, those of the chunks among them. */
import { en as first } from '../../src/text/en.js';
import { enLater } from '../../src/text/en.later.js';
import '../../src/text/later.js';

export const en = { ...first, ...enLater } as const;
