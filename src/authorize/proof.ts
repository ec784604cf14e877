/** What ties an attempt to the page that began it: only this page knows the verifier, the server its digest. */
export interface Proof {
  readonly verifier: string;
  /** The SHA-256 of the verifier (PKCE's S256). */
  readonly challenge: string;
}

/** A fresh proof; `undefined` on pages that browsers do not trust with cryptography: plain http beyond this machine. */
export async function createProof(): Promise<Proof | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64Url(new Uint8Array(digest)) };
}

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
