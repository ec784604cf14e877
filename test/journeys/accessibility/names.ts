/** What something is called, near enough to tell it from everything else on a screen. */
export function nameOf(element: Element): string {
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
  const words =
    element.getAttribute('aria-label') ??
    byIds(element, 'aria-labelledby') ??
    labels?.[0]?.textContent ??
    element.textContent ??
    '';
  return words.trim() || element.outerHTML;
}

/** What is said of it after its name. */
export const descriptionOf = (element: Element): string => byIds(element, 'aria-describedby') ?? '';

function byIds(element: Element, attribute: string): string | undefined {
  const ids = element.getAttribute(attribute)?.split(/\s+/).filter(Boolean);
  const root = element.getRootNode() as Document | ShadowRoot;
  return ids?.map((id) => root.getElementById(id)?.textContent ?? `(no #${id})`).join(' ');
}
