/** What a reader loses who has more room between letters, larger ones, or less room for all of it. */

/** The least that WCAG 1.4.12 wants to be borne. */
const SPACED = new CSSStyleSheet();
SPACED.replaceSync(`
  [data-spaced] * {
    letter-spacing: 0.12em !important;
    line-height: 1.5 !important;
    word-spacing: 0.16em !important;
  }
  [data-spaced] p {
    margin-block-end: 2em !important;
  }
`);

/** What does not fit 320 px wide, which is 400 % zoom, with the text spaced; or 640 px wide with text of twice the size. */
export function losses(place: HTMLElement): readonly string[] {
  const { style } = place;
  const before = style.cssText;
  document.adoptedStyleSheets.push(SPACED);
  style.inlineSize = '320px';
  place.toggleAttribute('data-spaced', true);
  const spaced = cutOff(place).map((what) => `320 px, spaced: ${what}`);
  place.toggleAttribute('data-spaced', false);
  style.inlineSize = '640px';
  style.setProperty('--hub-font-size', '1.875rem');
  const large = cutOff(place).map((what) => `text of 200 %: ${what}`);
  style.cssText = before;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== SPACED);
  return [...spaced, ...large];
}

/** Of what loads there are as many rows as there is room for. */
const cutOff = (place: HTMLElement): readonly string[] =>
  [...place.querySelectorAll<HTMLElement>('.hub')].flatMap((hub) =>
    [
      hub,
      ...hub.querySelectorAll<HTMLElement>('*:not(svg, svg *, option, .hub-loading, .hub-visually-hidden)'),
    ]
      .filter((element) => !element.closest('[aria-hidden=true]'))
      .filter((element) => isCut(element) || stands(element, hub))
      .map((element) => (element.cloneNode(false) as Element).outerHTML),
  );

/** Holds more than it shows, and cannot be scrolled. Lines that end in dots say so. */
function isCut(element: HTMLElement): boolean {
  const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
  if (webkitLineClamp !== 'none') return false;
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  const wide = isClipping(overflowX) && textOverflow !== 'ellipsis' && scrollWidth > clientWidth + 1;
  return wide || (isClipping(overflowY) && scrollHeight > clientHeight + 1);
}

const isClipping = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';

/** Stands out of the hub at a side, and not in what scrolls there. */
function stands(element: HTMLElement, hub: HTMLElement): boolean {
  if (element === hub || element.closest('.hub-categories, dialog') || endsInDots(element)) return false;
  const { left, right, width } = element.getBoundingClientRect();
  const edge = hub.getBoundingClientRect();
  return width > 0 && (left < edge.left - 1 || right > edge.right + 1);
}

/** Its line ends in dots before it does. */
const endsInDots = ({ parentElement }: HTMLElement): boolean =>
  parentElement !== null && getComputedStyle(parentElement).textOverflow === 'ellipsis';
