/** What the toolbar says, as a hub's options say it. */
import type { HubOptions } from '../../../src/index.js';

export interface Surroundings {
  readonly theme: 'light' | 'dark' | 'system';
  readonly locale: string;
  readonly direction: 'auto' | 'ltr' | 'rtl';
  readonly door: 'component' | 'element';
}

export const surroundingsOf = ({ globals }: { readonly globals: object }): Surroundings =>
  globals as Surroundings;

/** A direction follows from the language that the words say they are in. */
const LANGUAGE_THAT_RUNS = { ltr: 'en', rtl: 'he' } as const;

export function optionsOf({ theme, locale, direction }: Surroundings): HubOptions {
  const messages = direction === 'auto' ? undefined : { language: LANGUAGE_THAT_RUNS[direction] };
  return { theme, locale, messages };
}

export const isRightToLeft = ({ locale, direction }: Surroundings): boolean =>
  direction === 'auto' ? /^(?:ar|he)\b/.test(locale) : direction === 'rtl';
