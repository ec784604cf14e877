import { element } from './elements.js';
import css from './loader.css?inline';
import type { MountOptions } from './options.js';

/** Where a hub lies on the host's page: in a dialog over it, or in an element of it. */
export interface Place {
  /** In the page. */
  readonly host: HTMLElement;
  /** Holds the frame, and what covers it until there is something to see. */
  readonly box: HTMLElement;
  /** The hub in the frame can be seen. */
  readonly enter?: (frame: HTMLElement) => void;
  /** Gives the page back as it was. */
  readonly remove: () => void;
}

/**
 * An element of ours with the box in a shadow of its own: the page's styles do not reach in, nor ours out. The sheet is
 * made by script, as a strict `style-src` allows it.
 */
export function putInto(parent: Element, box: HTMLElement): HTMLElement {
  // By this scrollLock.ts knows that the dialog is still there.
  const host = element('div', { slot: 'hub' });
  host.style.cssText = 'all:initial;display:block';
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(box);
  parent.append(host);
  return host;
}

export function inlinePlace(container: Element): Place {
  const box = element('div', { className: 'box' });
  const host = putInto(container, box);
  return { host, box, remove: () => host.remove() };
}

/** The theme of the place, and in the page its height. */
export function dress({ host, box, enter }: Place, { theme = 'system', height = '' }: MountOptions): void {
  box.style.colorScheme = theme === 'system' ? 'light dark' : theme;
  if (!enter) host.style.height = box.style.height = height;
}
