import axe, { type RunOptions } from 'axe-core';

/** The rules that look at what is drawn. All others read the tree alone, which is one in every theme and width. */
export const RULES_OF_LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];

/** What axe leaves out unless it is asked: WCAG 2.2's size of targets, and names that lack the words on the button. */
const ASKED_FOR = ['target-size', 'label-content-name-mismatch'];

/** What is around the hub is the host's: landmarks, and the first heading of a page. */
const RULES = {
  ...Object.fromEntries(ASKED_FOR.map((rule) => [rule, { enabled: true }])),
  region: { enabled: false },
};

/**
 * What axe finds wrong in it, open shadow roots included: WCAG 2.0 to 2.2, A and AA, and its best practices, or what
 * these rules say.
 */
export async function violations(place: Element, only?: readonly string[]): Promise<readonly string[]> {
  await transitionsEnded();
  const options: RunOptions = only ? { runOnly: [...only] } : { rules: RULES };
  const { violations: all } = await axe.run(place, { resultTypes: ['violations'], ...options });
  return all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Colours that are still on their way are nobody's. */
async function transitionsEnded(): Promise<void> {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.all(transitions.map(({ finished }) => finished));
}
