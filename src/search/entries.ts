import type { Connector } from '../api/model.js';
import { ALIASES } from './aliases.js';
import { type Words, wordsOf } from './words.js';

/** A connector made ready to be looked for. */
export interface Entry {
  readonly connector: Connector;
  readonly name: Words;
  readonly provider: Words;
  readonly initials: string;
  /** The letters of its name and its provider's key, and the first ones of their words, as bits. */
  readonly letters: number;
  readonly firsts: number;
  /** Its category's place among all. */
  readonly category: number;
}

/** Everything that can be looked for. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** The key and the label of each category. */
  readonly categories: readonly Words[];
  /** Each alias and the part of a name or provider key that it stands for. */
  readonly aliases: readonly (readonly [alias: Words, target: string])[];
}

/** How many connectors are made ready between two looks at the clock. */
const AT_ONCE = 50;

/** Makes connectors ready in their order, as long as there is time. */
export const createEntries = (
  connectors: readonly Connector[],
  categoryLabel: (category: string) => string,
): { readonly entries: Entries; readonly fill: (hasTime: () => boolean) => boolean } => {
  const entries: Entry[] = [];
  const categories: Words[] = [];
  const aliases: [Words, string][] = [];
  const places = new Map<string, number>();

  const placeOf = (category: string): number => {
    const known = places.get(category);
    if (known !== undefined) return known;
    places.set(category, categories.length);
    return categories.push(wordsOf(`${category} ${categoryLabel(category)}`)) - 1;
  };
  const add = (connector: Connector): void => {
    const name = wordsOf(connector.name);
    const provider = wordsOf(connector.provider);
    const initials = name.starts.map((start) => name.text[start]).join('');
    entries.push({
      connector,
      name,
      provider,
      initials,
      letters: name.letters | provider.letters,
      firsts: name.firsts | provider.firsts,
      category: placeOf(connector.category),
    });
  };
  const fill = (hasTime: () => boolean): boolean => {
    if (aliases.length === 0) {
      for (const [target, names] of Object.entries(ALIASES)) {
        for (const alias of names.split(' ')) aliases.push([wordsOf(alias), target]);
      }
    }
    while (entries.length < connectors.length && hasTime()) {
      for (const connector of connectors.slice(entries.length, entries.length + AT_ONCE)) add(connector);
    }
    return entries.length === connectors.length;
  };
  return { entries: { entries, categories, aliases }, fill };
};
