import { useEffect, useRef } from 'react';

/** In ms: longer than a pointer takes to pass over a row, shorter than a hand to press. */
const DWELL = 100;

interface Dwelling<Item> {
  readonly on?: Item | undefined;
  readonly timer?: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Tells what a user stays with from what they only come by.
 *
 * @param stayed hears of it after a moment
 * @returns to be told of each thing they come to, `undefined` for none
 */
export function useDwell<Item>(stayed: (item: Item) => void): (item: Item | undefined) => void {
  const now = useRef<Dwelling<Item>>({});
  useEffect(() => () => clearTimeout(now.current.timer), []);
  return (item) => {
    if (item === now.current.on) return;
    clearTimeout(now.current.timer);
    now.current = { on: item, timer: item && setTimeout(stayed, DWELL, item) };
  };
}
