/**
 * What the design promises of every screen: a few sizes of type, a grid of 4 px, one primary action, lines that can be
 * read, and nothing wider than its place. Each story is held to it in each of its looks.
 */

/** In px beside a text of 15: notes, text, what is typed, titles. */
const TYPE = [13, 15, 16, 18];
const GRID = 4;
/** What hairlines and the eye need beside the grid. */
const FINE = 2;
const LONGEST_LINE = 75;
/** A server's own words may be as long as they like: the first lines say enough. */
const READ = 600;

const SPACES = [
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [`padding-${side}`, `margin-${side}`]),
  'row-gap',
  'column-gap',
];
const PROSE =
  '.hub-prose > p, li, .hub-hint, .hub-help, .hub-message-text, .hub-notice p, .hub-problem > span';

interface Leave {
  /** The words are an attacker's: letters as narrow as no sentence has them. */
  readonly anyLine: boolean;
}

/** Every breach, in words. */
export function breaches(canvas: HTMLElement, { anyLine }: Leave): readonly string[] {
  return hubs(canvas).flatMap((hub) => {
    const base = Number.parseFloat(getComputedStyle(hub).fontSize) / 15;
    const elements = [...hub.querySelectorAll<HTMLElement>('*')].filter(isSeen);
    return [
      ...elements.flatMap((element) => sizeOfType(element, base)),
      ...elements.flatMap(offGrid),
      ...(anyLine ? [] : elements.filter((element) => element.matches(PROSE)).flatMap(longLine)),
      ...elements.flatMap(tooWide),
      ...severalPrimaries(hub),
    ];
  });
}

const hubs = (canvas: HTMLElement): readonly HTMLElement[] =>
  [
    canvas,
    ...[...canvas.querySelectorAll('connect-hub')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ].flatMap((root) => [...root.querySelectorAll<HTMLElement>('.hub')]);

const isSeen = (element: HTMLElement): boolean =>
  !element.matches('.hub-visually-hidden, option') && element.getClientRects().length > 0;

const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;

function sizeOfType(element: HTMLElement, base: number): readonly string[] {
  const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
  const size = Number.parseFloat(getComputedStyle(element).fontSize) / base;
  const fits = TYPE.some((one) => Math.abs(one - size) < 0.05);
  return hasText && !fits ? [`${named(element)} has type of ${size} px`] : [];
}

/** Lengths alone: what is `auto`, or what is left over, is nobody's choice. */
function offGrid(element: HTMLElement): readonly string[] {
  const styles = element.computedStyleMap();
  return SPACES.flatMap((name) => {
    const space = styles.get(name);
    if (!(space instanceof CSSUnitValue) || space.unit !== 'px') return [];
    const size = Math.abs(space.value);
    return size <= FINE || size % GRID === 0 ? [] : [`${named(element)} has ${name} of ${size} px`];
  });
}

function longLine(element: HTMLElement): readonly string[] {
  const longest = Math.max(0, ...lines(element).map((line) => line.trim().length));
  return longest > LONGEST_LINE ? [`${named(element)} has a line of ${longest} characters`] : [];
}

/** The text as it is broken into lines. */
function lines(element: HTMLElement): readonly string[] {
  const broken: string[] = [];
  const range = document.createRange();
  let bottom = Number.NEGATIVE_INFINITY;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
    for (const [index, letter] of node.data.slice(0, READ).split('').entries()) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const place = range.getBoundingClientRect();
      if (place.top > bottom) {
        broken.push('');
        bottom = place.top + place.height / 2;
      }
      broken.push((broken.pop() ?? '') + letter);
    }
  }
  return broken;
}

/** The categories alone go on at the side. */
const tooWide = (element: HTMLElement): readonly string[] =>
  element.matches('.hub-body, .hub-list, .hub-picker, .hub-footer, .hub-header, .hub-dialog') &&
  element.scrollWidth > element.clientWidth
    ? [`${named(element)} is wider than its place by ${element.scrollWidth - element.clientWidth} px`]
    : [];

/** In a dialog that lies over the screen it is the dialog's. */
function severalPrimaries(hub: HTMLElement): readonly string[] {
  const scope = hub.querySelector('dialog[open]') ?? hub;
  const primaries = [...scope.querySelectorAll<HTMLElement>('[data-kind=primary]')].filter(isSeen);
  return primaries.length > 1 ? [`${primaries.length} actions are primary`] : [];
}
