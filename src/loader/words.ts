/** What the loader itself can say, until the hosted page speaks: the hub's own sentences, by their keys. */
export const WORDS = {
  'title.create': 'Connect an account',
  'chunk.failed': 'We could not load this form.',
  'action.tryAgain': 'Try again',
  'action.close': 'Close',
} as const;

/** The sentence with that key: the host's, where it has its own. */
export type Word = (key: keyof typeof WORDS) => string;
