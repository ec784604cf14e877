import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { DocumentKind, Store } from '../../src/sandbox/store.js';

/** `created` counts up and stays when a document is replaced, so a list keeps the order in which things came. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS documents (
    created INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT;
`;

interface Row {
  readonly body: string;
}

/**
 * A store on a SQLite database file: what it holds survives a restart. The folder and the file are made where
 * they are missing; `close()` must be called before another process may delete the file.
 */
export function sqlStore(path: string): Store & { close(): void } {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  database.exec(SCHEMA);

  const one = database.prepare<[DocumentKind, string]>(
    'SELECT body FROM documents WHERE kind = ? AND id = ?',
  );
  const all = database.prepare<[DocumentKind]>('SELECT body FROM documents WHERE kind = ? ORDER BY created');
  const write = database.prepare<[DocumentKind, string, string]>(
    'INSERT INTO documents (kind, id, body) VALUES (?, ?, ?) ' +
      'ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  );
  const remove = database.prepare<[DocumentKind, string]>('DELETE FROM documents WHERE kind = ? AND id = ?');

  return {
    async get<T>(kind: DocumentKind, id: string) {
      const row = one.get(kind, id) as Row | undefined;
      return row && (JSON.parse(row.body) as T);
    },
    async put(kind, id, document) {
      write.run(kind, id, JSON.stringify(document));
    },
    async delete(kind, id) {
      remove.run(kind, id);
    },
    async list<T>(kind: DocumentKind) {
      return (all.all(kind) as Row[]).map((row) => JSON.parse(row.body) as T);
    },
    close: () => void database.close(),
  };
}
