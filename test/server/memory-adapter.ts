import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

const alive = ({ expiresAt }: Entry): boolean => Date.now() < expiresAt;

/** Where a provider keeps what it has given out: in this process, and for each provider apart. */
export function memoryAdapter(): (model: string) => Adapter {
  const entries = new Map<string, Entry>();

  return (model) => {
    const keyOf = (id: string): string => `${model} ${id}`;
    const own = (): Entry[] =>
      [...entries].flatMap(([key, entry]) => (key.startsWith(`${model} `) && alive(entry) ? [entry] : []));
    const found = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      own().find(({ payload }) => matches(payload))?.payload;

    return {
      async upsert(id, payload, expiresIn) {
        const expiresAt = expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY;
        entries.set(keyOf(id), { payload, expiresAt });
      },
      async find(id) {
        const entry = entries.get(keyOf(id));
        return entry && alive(entry) ? entry.payload : undefined;
      },
      async findByUid(uid) {
        return found((payload) => payload.uid === uid);
      },
      async findByUserCode(userCode) {
        return found((payload) => payload.userCode === userCode);
      },
      async consume(id) {
        const entry = entries.get(keyOf(id));
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) {
          if (payload.grantId === grantId) entries.delete(key);
        }
      },
    };
  };
}
