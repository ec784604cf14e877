import type { ReactNode } from 'react';
import { useText } from '../ui/text.js';

const ID = '{id}';

/** What the support desk asks for: one word, chosen whole with a click. */
export function Reference({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  const [before, after] = text('form.reference', { id: ID }).split(ID);
  return (
    <>
      {before}
      <bdi className="hub-reference">{id}</bdi>
      {after}
    </>
  );
}
