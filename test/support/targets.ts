/** What a finger is to hit: WCAG 2.5.8, without the leave for what is small and stands far from everything else. */
const LEAST = 24;

const PRESSED = 'a[href], button, input, select, textarea, summary, [role=option]';

/** What is less than 24 px high or wide, links in a line of text aside. */
export const smallTargets = (place: HTMLElement): readonly string[] =>
  [...place.querySelectorAll<HTMLElement>(`.hub :is(${PRESSED})`)]
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .flatMap((element) => {
      // A check box is pressed wherever its label is.
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      const isSmall = Math.min(width, height) < LEAST && width > 0;
      return isSmall ? [`${width} × ${height} px: ${element.outerHTML.slice(0, 120)}`] : [];
    });
