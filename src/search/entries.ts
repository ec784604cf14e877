import type { Connector } from '../api/model.js';
import { ALIASES } from './aliases.js';
import { type Words, wordsOf } from './words.js';

/** A connector made ready to be looked for. */
export interface Entry {
  readonly connector: Connector;
  readonly name: Words;
  readonly provider: Words;
  readonly initials: string;
}

/** Everything that can be looked for. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** From each category to its key and label. */
  readonly categories: ReadonlyMap<string, Words>;
  /** Each alias and the part of a name or provider key that it stands for. */
  readonly aliases: readonly (readonly [alias: Words, target: string])[];
}

export const entriesOf = (
  connectors: readonly Connector[],
  categoryLabel: (category: string) => string,
): Entries => {
  const categories = new Map<string, Words>();
  const entries = connectors.map((connector): Entry => {
    const { category } = connector;
    if (!categories.has(category))
      categories.set(category, wordsOf(`${category} ${categoryLabel(category)}`));
    const name = wordsOf(connector.name);
    const initials = name.starts.map((start) => name.text[start]).join('');
    return { connector, name, provider: wordsOf(connector.provider), initials };
  });
  const aliases = Object.entries(ALIASES).flatMap(([target, names]) =>
    names.split(' ').map((alias) => [wordsOf(alias), target] as const),
  );
  return { entries, categories, aliases };
};
