/**
 * Brings a notice into view. As an alert it is read out where it appears, so the focus stays with the user, and comes
 * here only when what had it is gone.
 */
export function showNotice(box: HTMLElement | null): void {
  if (document.activeElement === document.body) box?.focus();
  box?.scrollIntoView?.({ block: 'nearest' });
}
