import { LEAST_HIGH, MOST_HIGH } from '../../frame/protocol.js';

/**
 * Tells how high an element is, at most once a frame: a whole number of CSS pixels within what a frame may be high. A
 * pixel more or less is no news, for rounding alone would make some.
 *
 * @returns how to stop.
 */
export function watchHeight(element: HTMLElement, tell: (height: number) => void): () => void {
  let told = 0;
  let due = 0;
  const measure = (): void => {
    due = 0;
    const height = Math.ceil(element.getBoundingClientRect().height);
    const wanted = Math.min(Math.max(height, LEAST_HIGH), MOST_HIGH);
    if (Math.abs(wanted - told) <= 1) return;
    told = wanted;
    tell(wanted);
  };
  const observer = new ResizeObserver(() => {
    due ||= requestAnimationFrame(measure);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(due);
  };
}
