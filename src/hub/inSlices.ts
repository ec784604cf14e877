/** In ms: what has just come onto the screen is painted first, and then half of the time is left to everything else. */
const BEFORE = 100;
const SLICE = 8;

/**
 * Does work that nobody waits for, a little at a time.
 *
 * @param work goes on with it as long as there is time; whether it is done
 * @returns stops it
 */
export function inSlices(work: (hasTime: () => boolean) => boolean): () => void {
  const slice = () => {
    const end = performance.now() + SLICE;
    if (!work(() => performance.now() < end)) timer = setTimeout(slice, SLICE);
  };
  let timer = setTimeout(slice, BEFORE);
  return () => clearTimeout(timer);
}
