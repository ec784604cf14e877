import type { Authorizing, ConfirmingClose, Filling, Submitting, Succeeded } from '../flow/state.js';
import { addSentences } from '../text/text.js';
import { chunk } from './chunk.js';

/** The states whose screens come with the form's chunk. */
export type ChunkState = Filling | Submitting | ClosingForm | Authorizing | Succeeded;

/** Closing was asked for over a form. */
export type ClosingForm = ConfirmingClose & { readonly from: Filling };

/** The search with all that it forgives: nobody has typed yet when the picker comes. */
export const searchChunk = chunk(() => import('../search/search.js'));

/** The form library, validation and all screens behind the picker. */
export const formChunk = chunk(async () => {
  const screens = await import('./FormFlow.js');
  addSentences(screens.sentences);
  return screens;
});

/** The window at the provider: only for connectors that sign in there. */
export const authorizeChunk = chunk(() => import('./authorizing.js'));

/** Has the form here before it is wanted, and then the window: which of them is wanted, only the server knows. */
export function loadForm(): void {
  formChunk
    .load()
    .then(() => authorizeChunk.load())
    // The screen that needs it loads it again, and says what is wrong.
    .catch(() => undefined);
}
