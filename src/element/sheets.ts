import css from '../styles/element.css?inline';

const shared = new WeakMap<Window, CSSStyleSheet>();

/** The hub's stylesheet: one for all elements of a page, for a sheet belongs to the document that it was made in. */
function sharedSheet(page: Window & typeof globalThis): CSSStyleSheet {
  const sheet = shared.get(page) ?? new page.CSSStyleSheet();
  if (!shared.has(page)) sheet.replaceSync(css);
  shared.set(page, sheet);
  return sheet;
}

/**
 * Dresses a shadow root in constructed sheets, which a strict style-src lets pass.
 *
 * @returns the declarations of its host, in a sheet of its own; `undefined` where sheets cannot be made, as in jsdom.
 */
export function dress(root: ShadowRoot): CSSStyleDeclaration | undefined {
  const page = root.ownerDocument.defaultView;
  if (!page || !('adoptedStyleSheets' in root)) return undefined;
  const own = new page.CSSStyleSheet();
  own.replaceSync(':host{}');
  root.adoptedStyleSheets = [sharedSheet(page), own];
  return (own.cssRules[0] as CSSStyleRule).style;
}
