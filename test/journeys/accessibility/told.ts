/** What a screen reader says by itself, in its order: what has come into a live region, and where the focus went. */
import { onTestFinished } from 'vitest';
import { descriptionOf, nameOf } from './names.js';

const LIVE = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';

/** Hears everything from now on. A region says what it says in one go, however many changes it takes. */
export function listening(place: Node = document): readonly string[] {
  const told: string[] = [];
  const regions = new Map<Element, readonly string[]>();
  const hear = () => {
    for (const [region] of regions) if (!region.isConnected) regions.delete(region);
    for (const region of (place as ParentNode).querySelectorAll<HTMLElement>(LIVE)) {
      const words = isKept(region) ? [] : wordsIn(region);
      const before = regions.get(region);
      // One that is not atomic says what is new in it alone.
      const isWhole = region.getAttribute('aria-atomic') !== 'false';
      const news =
        isWhole && words.join() !== before?.join() ? words : words.filter((one) => !before?.includes(one));
      if (news.length > 0) told.push(`${urgency(region)}: ${news.join(' ')}`);
      regions.set(region, words);
    }
  };
  const observer = new MutationObserver(hear);
  observer.observe(place, { subtree: true, childList: true, characterData: true, attributes: true });
  // With what is wrong with it, once that is drawn.
  const focused = ({ target }: Event) => {
    const index = told.push(`focus: ${nameOf(target as Element)}`) - 1;
    setTimeout(() => {
      const problem = isInvalid(target) && descriptionOf(target).split('.', 1)[0];
      if (problem) told[index] += `. ${problem}`;
    });
  };
  place.addEventListener('focusin', focused);
  onTestFinished(() => {
    observer.disconnect();
    place.removeEventListener('focusin', focused);
  });
  return told;
}

const isInvalid = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.getAttribute('aria-invalid') === 'true';

const urgency = (region: Element): string =>
  region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'at once' : 'politely');

/** Nothing is said of what is busy, hidden, or behind a dialog. */
function isKept(region: Element): boolean {
  const modal = document.querySelector(':modal');
  return (
    region.closest('[aria-busy=true], [aria-hidden=true], [inert], [hidden]') !== null ||
    (modal !== null && !modal.contains(region))
  );
}

/** The words without what is hidden from everybody, and without what stands in a closed `details`. */
function wordsIn(region: HTMLElement): readonly string[] {
  const copy = region.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll(
    '[aria-hidden=true], [hidden], details:not([open]) > :not(summary)',
  )) {
    hidden.remove();
  }
  const pieces: string[] = [];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue?.trim() ?? '');
  return pieces.filter(Boolean);
}
