/** Chance that can be had again: the same seed, the same order of things. */
export interface Chance {
  /** Evenly between 0 and 1. */
  readonly next: () => number;
  readonly between: (least: number, most: number) => number;
  /** One of these, each as likely as its weight says. */
  readonly oneOf: <Name extends string>(weights: { readonly [name in Name]: number }) => Name;
}

/**
 * The seed of a run: what the variable says, `random` for a new one, and without it always the same. A run prints its
 * seed, to be had again.
 */
export function seedOf(variable: string): number {
  const given = process.env[variable];
  return given === 'random' ? 1 + Math.floor(Math.random() * 0x7ffffffd) : Number(given ?? 2026);
}

/** A linear congruential generator: its multiplier and modulus are those of the "minimal standard". */
export function chanceOf(seed: number): Chance {
  const modulus = 0x7fffffff;
  let state = seed % modulus;
  const next = () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    oneOf(weights) {
      const entries = Object.entries<number>(weights);
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0);
      return (found ?? entries[0])?.[0] as keyof typeof weights;
    },
  };
}
