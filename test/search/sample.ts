import type { Connector } from '../../src/api/model.js';

/** A connector with no more to it than what the search looks at. */
export const connector = (name: string, category = 'hris', provider = name.toLowerCase()): Connector => ({
  id: `${category}/${provider}/${name}`,
  name,
  provider,
  category,
  accountIds: [],
});
