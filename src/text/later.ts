import { enLater } from './en.later.js';
import { addSentences } from './text.js';

/** To be imported by whatever shows a sentence from the form on. */
addSentences(enLater);
