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

const ask = async (path: string): Promise<unknown> =>
  (await fetch(path + location.search, { method: 'POST' })).json();
const options = (await ask('/host/options')) as HubOptions;
const getToken = () => ask('/host/token') as Promise<string>;

let root: Root | undefined;
const render = () =>
  root?.render(
    <StrictMode>
      <ConnectHub
        {...options}
        getToken={getToken}
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
