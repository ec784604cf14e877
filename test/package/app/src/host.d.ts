/** What the page takes for granted: the host's own. */
declare function saveAccount(id: string, provider: string, mode: 'created' | 'updated'): void;
