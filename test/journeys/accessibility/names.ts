/** What something is called, near enough to tell it from everything else on a screen. Whole in itself, for other tabs. */
export function nameOf(element: Element): string {
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
  const page = element.getRootNode() as Document | ShadowRoot;
  const labelledBy = element.getAttribute('aria-labelledby')?.split(/\s+/);
  const words =
    element.getAttribute('aria-label') ??
    labelledBy?.map((id) => page.getElementById(id)?.textContent ?? `(no #${id})`).join(' ') ??
    labels?.[0]?.textContent ??
    element.textContent ??
    '';
  return words.trim() || element.getAttribute('title') || element.outerHTML;
}

/** What is said of it after its name. */
export function descriptionOf(element: Element): string {
  const page = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-describedby')?.split(/\s+/).filter(Boolean) ?? [];
  return ids.map((id) => page.getElementById(id)?.textContent ?? `(no #${id})`).join(' ');
}
