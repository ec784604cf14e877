import type { Field } from '../api/model.js';

/** What an input is told about its value, in React's names for the attributes. */
export interface InputHints {
  readonly type: 'text' | 'password' | 'date';
  /** Not the hub's own direction: most of it is Latin, and no key is ever read from the right. */
  readonly dir: 'ltr' | 'auto';
  readonly inputMode?: 'decimal' | 'email' | 'url' | undefined;
  readonly autoComplete: 'off' | 'new-password';
  readonly autoCapitalize: 'none';
  readonly autoCorrect: 'off';
  readonly spellCheck: false;
  /** To be spread onto the element: password managers and recorders of sessions listen to one of their own each. */
  readonly attributes: { readonly [name: `data-${string}`]: string };
}

/** On whatever holds something of a user's. */
export const LEAVE_ALONE: InputHints['attributes'] = {
  'data-1p-ignore': 'true',
  'data-bwignore': 'true',
  'data-lpignore': 'true',
  'data-protonpass-ignore': 'true',
  'data-form-type': 'other',
  'data-clarity-mask': 'true',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': 'true',
  'data-private': 'true',
  'data-sentry-mask': 'true',
};

/** The same for recorders that listen to classes: FullStory, PostHog, and rrweb, which is in many of the others. */
export const NOT_RECORDED = 'fs-mask ph-no-capture rr-ignore';

/**
 * How a field's input is to behave. These are credentials of another product, so nothing may be filled in from
 * what is kept for this page, nor corrected or capitalised.
 *
 * A secret says `new-password`, as browsers ignore `off` on a password: they would put the user's password for
 * the host's own site into it, unseen. That they may offer to make one up is the lesser evil.
 */
export function inputHints({ type, secret, validation }: Field): InputHints {
  const format = validation?.kind === 'format' ? validation.format : undefined;
  return {
    type: secret ? 'password' : format === 'date' ? 'date' : 'text',
    dir: secret ? 'ltr' : 'auto',
    inputMode: type === 'number' ? 'decimal' : INPUT_MODES[format ?? ''],
    autoComplete: secret ? 'new-password' : 'off',
    autoCapitalize: 'none',
    autoCorrect: 'off',
    spellCheck: false,
    attributes: LEAVE_ALONE,
  };
}

const INPUT_MODES: { readonly [format: string]: InputHints['inputMode'] } = {
  email: 'email',
  url: 'url',
  uri: 'url',
};
