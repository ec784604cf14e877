import { useEffect, useState } from 'react';

/** A part of the hub that is loaded when it is needed, or just before. */
export interface Chunk<Module> {
  /** Starts loading; later calls share what the first began, unless that failed. */
  load(): Promise<Module>;
  /** The module, once it is there. */
  readonly loaded: Module | undefined;
}

/** @param loaded what is there from the start */
export function chunk<Module>(importModule: () => Promise<Module>, loaded?: Module): Chunk<Module> {
  let loading: Promise<Module> | undefined;
  const self = {
    loaded,
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
  const [failure, setFailure] = useState<Chunk<Module>>();
  const [, setArrived] = useState(0);
  const missing = part.loaded === undefined;
  const failed = failure === part;
  useEffect(() => {
    if (!missing || failed) return undefined;
    let current = true;
    part.load().then(
      () => current && setArrived((count) => count + 1),
      () => current && setFailure(part),
    );
    return () => {
      current = false;
    };
  }, [part, missing, failed]);
  if (part.loaded) return { name: 'ready', module: part.loaded };
  return failed ? { name: 'failed', retry: () => setFailure(undefined) } : { name: 'loading' };
}
