/** In ms. Half of the time is left to everything else. */
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
  let timer = setTimeout(slice, SLICE);
  return () => clearTimeout(timer);
}
