/** A part of a page that has React and the component inside, as one team of several ships it. */
import { createRoot } from 'react-dom/client';
import { ConnectHub, type HubOptions } from '../../../src/index.js';
import '../../../src/styles/index.css';

export function mount(place: HTMLElement, options: HubOptions): () => void {
  // As React asks of pages with several of it: each would count its ids from the same number.
  const root = createRoot(place, { identifierPrefix: place.id });
  root.render(<ConnectHub {...options} />);
  return () => root.unmount();
}
