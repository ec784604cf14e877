/** A place for a value that is made of others. */
export interface Kept<Value> {
  last?: { readonly parts: readonly unknown[]; readonly value: Value };
}

/** The value as it was made last, unless a part has changed: as `useMemo` has it, for longer than a screen. */
export function keptIn<Value>(place: Kept<Value>, parts: readonly unknown[], make: () => Value): Value {
  if (!place.last?.parts.every((part, index) => part === parts[index])) {
    place.last = { parts, value: make() };
  }
  return place.last.value;
}
