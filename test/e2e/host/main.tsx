/**
 * A product's page with nothing but the hub in it. Its backend says with which options (see `host.ts`); what the hub
 * tells goes to the test, which can take the hub away, put it back, and render it again.
 */
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ConnectHub, type HubOptions } from '../../../src/index.js';
import '../../../src/styles/index.css';

export interface HostWindow {
  /** The stage's ear. */
  readonly hubTold?: (callback: string, detail: unknown) => void;
  host: {
    readonly show: () => void;
    /** With new functions and the same options, as hosts do that write them into their markup. */
    readonly renderAgain: () => void;
    readonly takeAway: () => void;
  };
}

const page = window as unknown as HostWindow;
const element = document.querySelector('#hub') as HTMLElement;

const tell = (callback: string) => (detail: unknown) => page.hubTold?.(callback, detail);

const answer = await fetch(`/host/options${location.search}`, { method: 'POST' });
const options = (await answer.json()) as HubOptions;

let root: Root | undefined;
const render = () =>
  root?.render(
    <StrictMode>
      <ConnectHub
        {...options}
        onSuccess={tell('onSuccess')}
        onError={tell('onError')}
        onClose={tell('onClose')}
        onEvent={tell('onEvent')}
      />
    </StrictMode>,
  );

page.host = {
  show() {
    root ??= createRoot(element);
    render();
  },
  renderAgain: render,
  takeAway() {
    root?.unmount();
    root = undefined;
  },
};
page.host.show();
