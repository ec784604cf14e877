import { isConfined, type Permission, framing } from '../authorize/frame.js';
import { hint } from './hint.js';

const FRAME = 'the frame around this page';

const lacks = (permission: Permission): string => `the sandbox of ${FRAME} lacks "${permission}".`;
const mayLack = (permission: Permission): string =>
  `${FRAME} cannot be looked at: if it has a sandbox, that needs "${permission}".`;

/** No window opened, and the server has seen none. */
export function hintAtBlockedWindow(): void {
  const around = framing();
  if (around === 'allow-popups') hint(`The sign-in window cannot open: ${lacks(around)}`);
  if (around === 'unknown') hint(`The sign-in window did not open, and ${mayLack('allow-popups')}`);
}

/** A window opened that may be held in this page's sandbox. */
export function hintAtConfinedWindow(): void {
  const around = framing();
  if (around === 'allow-popups-to-escape-sandbox') {
    hint(`A provider’s sign-in may not work in a window of this page: ${lacks(around)}`);
  }
}

/** A window opened and has not got on for long. */
export function hintAtStalledWindow(): void {
  if (framing() === 'unknown' && isConfined()) {
    hint(`The sign-in does not go on, and ${mayLack('allow-popups-to-escape-sandbox')}`);
  }
}

/** The server waits for the word of the return page, and this page has not heard it. */
export function hintAtUnheardReturn(): void {
  const framed = framing() === 'unknown' ? ', in a frame of a page of the site that frames this one' : '';
  hint(
    `A sign-in came back unheard: the session’s return_url must show a page of ${location.origin}${framed}.`,
  );
}
