/** A callback that throws is its author's affair: the page hears of it, the hub goes on. */
export function callSafely(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
