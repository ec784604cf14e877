/** What the sandbox of a frame has to allow for a sign-in in a window of its own. */
export type Permission = 'allow-popups' | 'allow-popups-to-escape-sandbox';

/**
 * What is around the page: nothing (`top`), frames that let windows open (`open`), one that lacks a permission, or
 * the page of another site, which says nothing of its frames (`unknown`).
 */
export type Framing = 'top' | 'open' | Permission | 'unknown';

export function framing(page: Window = window): Framing {
  if (page === page.parent) return 'top';
  let lacking: Permission | undefined;
  for (let view = page; view !== view.parent; view = view.parent) {
    const frame = frameOf(view);
    if (!frame) return lacking ?? 'unknown';
    const sandbox = frame.getAttribute('sandbox')?.toLowerCase().split(/\s+/);
    if (sandbox && !sandbox.includes('allow-popups')) return 'allow-popups';
    if (sandbox && !sandbox.includes('allow-popups-to-escape-sandbox')) {
      lacking = 'allow-popups-to-escape-sandbox';
    }
  }
  return lacking ?? 'open';
}

/** The element that shows this page, where its own page may be looked at. */
function frameOf(view: Window): Element | null {
  try {
    return view.frameElement;
  } catch {
    return null;
  }
}

/**
 * Whether a provider's sign-in could not work in this page's own sandbox, where a window that may not escape stays:
 * without an origin it has no cookies, and what is typed into its forms goes nowhere. No browser tells a page its
 * sandbox, so a form of nobody's is sent, and goes nowhere in either case.
 */
export function isConfined(): boolean {
  if (window.origin === 'null') return true;
  const form = document.createElement('form');
  let sent = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopPropagation();
    sent = true;
  });
  document.body.append(form);
  form.requestSubmit();
  form.remove();
  return !sent;
}
