/** Around it in what is seen: through slots, and out of shadow roots. */
const around = (element: Element): Element | undefined =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;

/** Whether an element stands in something that Escape closes, in whomever's shadow root that is. */
export function isInDialog(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = around(at)) {
    if (at.matches('dialog, [role=dialog], [popover]')) return true;
  }
  return false;
}
