import { useEffect, useState } from 'react';

/** A part of the hub that is loaded when it is needed, or just before. */
export interface Chunk<Module> {
  /** Starts loading; later calls share what the first began, unless that failed. */
  load(): Promise<Module>;
  /** The module, once it is there. */
  readonly loaded: Module | undefined;
}

export function chunk<Module>(importModule: () => Promise<Module>): Chunk<Module> {
  let loading: Promise<Module> | undefined;
  const self = {
    loaded: undefined as Module | undefined,
    load() {
      loading ??= importModule().then(
        (module) => {
          self.loaded = module;
          return module;
        },
        (error: unknown) => {
          // A chunk that did not come may come the next time.
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
  return self;
}

export type ChunkState<Module> =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly retry: () => void }
  | { readonly name: 'ready'; readonly module: Module };

/** The chunk as the screen sees it. */
export function useChunk<Module>(part: Chunk<Module>): ChunkState<Module> {
  const [failed, setFailed] = useState(false);
  const [, setArrived] = useState(0);
  const missing = part.loaded === undefined;
  useEffect(() => {
    if (!missing || failed) return undefined;
    let current = true;
    part.load().then(
      () => current && setArrived((count) => count + 1),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [part, missing, failed]);
  if (part.loaded) return { name: 'ready', module: part.loaded };
  return failed ? { name: 'failed', retry: () => setFailed(false) } : { name: 'loading' };
}
