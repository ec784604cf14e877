/**
 * The token of a sign-in link comes in the fragment, which no server sees, and is taken out of the address before
 * anything else runs: whatever reads addresses, the history first of all, finds none.
 */

/** Where the token waits while the whole tab is at the provider; nowhere else and at no other time. */
const KEPT = 'connect-hub.link';

export interface LinkToken {
  readonly token: string;
  /** The tab comes back from a sign-in that it left for. */
  readonly cameBack: boolean;
}

/** A page in a frame is no link, whatever its address says. */
export const isFramed = (): boolean => window.parent !== window;

/** The token that the address has, taken out of it; else the one that was kept. */
export function takeLinkToken(): LinkToken | undefined {
  const kept = takeKept();
  const [, encoded] = /[#&]token=([^&]+)/.exec(location.hash) ?? [];
  if (encoded === undefined) return kept === null ? undefined : { token: kept, cameBack: true };
  // Whole: a path of two slashes, alone, would be another host.
  history.replaceState(history.state, '', location.href.split('#')[0]);
  return { token: decoded(encoded), cameBack: false };
}

/** Keeps the token for the way back from a sign-in in this tab: the page that comes back is a new one. */
export function keepLinkToken(token: string): void {
  try {
    sessionStorage.setItem(KEPT, token);
  } catch {
    // The page then asks for the link again.
  }
}

function takeKept(): string | null {
  try {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    return kept;
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What this page was opened with. */
export const firstLinkToken: LinkToken | undefined = isFramed() ? undefined : takeLinkToken();
