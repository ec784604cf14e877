import type { Connector } from '../api/model.js';
import type { Search } from './search.js';

/**
 * The search until the real one is there, or where it does not come: what is typed stands in the name as it is, the
 * sooner the better.
 */
export const plainSearch = (connectors: readonly Connector[]): Search => {
  const search = (query: string): readonly Connector[] => {
    const words = query.trim().toLowerCase();
    const place = ({ name }: Connector): number => name.toLowerCase().indexOf(words);
    return connectors
      .filter((connector) => place(connector) >= 0)
      .toSorted((one, other) => place(one) - place(other));
  };
  return Object.assign(search, { prepare: () => true });
};
