/**
 * Where the sandbox keeps what it was told: JSON documents by kind and id. In memory for tests and browsers; the
 * server that `npm start` runs brings one on a SQL database file.
 */
export type DocumentKind =
  | 'session'
  | 'account'
  | 'attempt'
  | 'authorization'
  | 'code'
  | 'grant'
  | 'opening'
  | 'submission'
  | 'visit';

export interface Store {
  /** The document, or `undefined`. A caller may change what it gets: the store hands out copies. */
  get<T>(kind: DocumentKind, id: string): Promise<T | undefined>;
  /** Writes the document whole; one of the same kind and id is replaced. */
  put(kind: DocumentKind, id: string, document: unknown): Promise<void>;
  /** Removes the document; one that is not there is no error. */
  delete(kind: DocumentKind, id: string): Promise<void>;
  /** All documents of a kind, the oldest first. */
  list<T>(kind: DocumentKind): Promise<T[]>;
}

/** A store that lives as long as the page or the process. */
export function memoryStore(): Store {
  const kinds = new Map<DocumentKind, Map<string, string>>();
  const documents = (kind: DocumentKind): Map<string, string> => {
    const known = kinds.get(kind) ?? new Map<string, string>();
    kinds.set(kind, known);
    return known;
  };
  return {
    async get<T>(kind: DocumentKind, id: string) {
      const text = documents(kind).get(id);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    async put(kind, id, document) {
      documents(kind).set(id, JSON.stringify(document));
    },
    async delete(kind, id) {
      documents(kind).delete(id);
    },
    async list<T>(kind: DocumentKind) {
      return [...documents(kind).values()].map((text) => JSON.parse(text) as T);
    },
  };
}
