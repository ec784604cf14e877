import { useCallback, useEffect, useRef, useState } from 'react';
import type { Backend, LinkedAccount } from './backend.js';
import { useRested } from './useRested.js';

/** The accounts of one owner; a list that is there stays while a newer one is asked for. */
export interface Accounts {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly list: readonly LinkedAccount[];
  /** Why there is no list. */
  readonly problem?: string;
  readonly refresh: () => void;
}

const LOADING = { status: 'loading', list: [] } as const;

/** Whoever types an owner's id is not done with every letter. */
const TYPING_REST = 300;

export function useAccounts(backend: Backend, ownerId: string): Accounts {
  const owner = useRested(ownerId, TYPING_REST);
  const [state, setState] = useState<Omit<Accounts, 'refresh'>>(LOADING);
  const running = useRef<AbortController>(undefined);

  const load = useCallback(() => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    const settle = (next: Omit<Accounts, 'refresh'>) => {
      if (!signal.aborted) setState(next);
    };
    backend.accounts(owner, signal).then(
      (list) => settle({ status: 'ready', list }),
      (error: Error) => settle({ status: 'failed', list: [], problem: error.message }),
    );
  }, [backend, owner]);

  useEffect(() => {
    // Not at once: StrictMode runs every effect twice, and nobody needs to see that in the log.
    const timer = setTimeout(load);
    return () => {
      clearTimeout(timer);
      running.current?.abort();
    };
  }, [load]);

  const refresh = () => {
    setState((before) => (before.status === 'failed' ? LOADING : before));
    load();
  };
  return { ...state, refresh };
}
