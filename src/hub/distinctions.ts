import type { Connector } from '../api/model.js';
import { shown } from '../api/shown.js';

/**
 * What tells connectors of one name and one category apart, by id: the version, else the kind of sign-in, else the
 * provider's key, else a number. Those that nobody can mix up are not in it.
 */
export function distinctions(connectors: readonly Connector[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Connector[]>();
  for (const connector of connectors) {
    const look = `${connector.category}\n${connector.name}`;
    const group = groups.get(look);
    if (group) group.push(connector);
    else groups.set(look, [connector]);
  }
  const found = new Map<string, string>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const tell = TELLS.find(
      (candidate) => new Set(group.map(candidate).filter(Boolean)).size === group.length,
    );
    group.forEach((connector, index) =>
      found.set(connector.id, shown(tell?.(connector) ?? String(index + 1), MAX_TELL)),
    );
  }
  return found;
}

const MAX_TELL = 60;

const TELLS: readonly ((connector: Connector) => string | undefined)[] = [
  ({ version }) => version && (/^v/i.test(version) ? version : `v${version}`),
  ({ configKey }) => configKey?.replace(/[_-]+/g, ' '),
  ({ environment }) => environment,
  ({ provider }) => provider,
];
