import { useSyncExternalStore } from 'react';
import type { SignInControl } from './signIn.js';

const EVERY = 1_000;

/** How the window is brought to the front, as long as it can be: nothing tells when that changes, so it is looked at. */
export function useShow(control: SignInControl | null): (() => void) | undefined {
  const canShow = useSyncExternalStore(look, () => control?.show !== undefined);
  return canShow ? () => control?.show?.() : undefined;
}

function look(changed: () => void): () => void {
  const timer = setInterval(changed, EVERY);
  return () => clearInterval(timer);
}
