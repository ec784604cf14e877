/** Copies text; where a page may not use the clipboard, by selecting the element that shows it. */
export async function copyText(text: string, shownIn: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (!shownIn) return false;
    shownIn.focus();
    shownIn.select();
    // The one way left on plain http and in frames without the permission; it needs the selection.
    return document.execCommand('copy');
  }
}
