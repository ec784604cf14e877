/** The sentences of the page behind a sign-in link, beside the hub's own. Names in braces are filled in. */
export const linkEnglish = {
  title: 'Connect an account for {owner}',
  asks: '{product} asks you to connect an account of yours.',
  for: 'It will be used for {owner}.',
  forUser: 'It will be used for {owner} ({user}).',
  caution: 'Continue only if you expected this.',
  continue: 'Continue',
  decline: 'Not now',

  missingTitle: 'Please open your link again',
  missingText:
    'This page works only from the link that you were given. For your security it does not remember the link, so it cannot be reloaded.',
  back: 'Back to {product}',
  over: 'You can close this page.',

  expiredTitle: 'This link has expired',
  expiredText: 'A link lasts only a short while. Please ask for a new one where you got it.',
  expiredKept: 'What you typed is still here. Ask for a new link and open it in this tab to continue.',
  rejectedTitle: 'This link does not work',
  rejectedText: 'Please check that you opened all of it, or ask for a new one where you got it.',
} as const;

export type LinkSentences = { readonly [key in keyof typeof linkEnglish]: string };
