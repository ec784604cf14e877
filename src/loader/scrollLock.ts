/**
 * Keeps the page behind a dialog from scrolling, with a sheet of its own: whatever the page has written on its
 * elements stays as it is, and several dialogs can go in any order. A page that throws its body away, the dialog in
 * it, is not locked any more.
 *
 * @returns how to give the page back.
 */
export function lockScroll(): () => void {
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  // Where the scrollbar takes room, the page must not grow wider without it.
  const gutter = window.innerWidth > root.clientWidth ? 'scrollbar-gutter:stable!important;' : '';
  sheet.replaceSync(`:root:has([slot=hub]){overflow:hidden!important;${gutter}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
