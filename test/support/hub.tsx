/** The hub on a page of a host that keeps what it is told. */
import { configure, render, type RenderResult } from '@testing-library/react';
import { StrictMode } from 'react';
import {
  type ConnectedAccount,
  ConnectHub,
  type HubClosing,
  type HubEvent,
  type HubFailure,
  type HubOptions,
} from '../../src/index.js';
import { type Api, BASE_URL, openApi } from './api.js';

// On a busy machine the form's own chunk takes its time.
configure({ asyncUtilTimeout: 5_000 });

/** What the host heard, each list in its order. */
export interface Heard {
  readonly successes: ConnectedAccount[];
  readonly errors: HubFailure[];
  readonly closings: HubClosing[];
  readonly events: HubEvent[];
}

export interface MountedHub extends Pick<RenderResult, 'container' | 'unmount'> {
  readonly api: Api;
  readonly heard: Heard;
  /** Renders again with some options changed. */
  readonly update: (options: Partial<HubOptions>) => void;
}

interface Mount extends Partial<HubOptions> {
  readonly api?: Api;
  /** Where, when not in a place of its own. */
  readonly container?: HTMLElement;
}

/** Mounts the hub with a sandbox of its own, in StrictMode, as a host would that listens to everything. */
export function mountHub(mount: Mount): MountedHub {
  const { api = openApi(), container, ...given } = mount;
  const heard: Heard = { successes: [], errors: [], closings: [], events: [] };
  let options: HubOptions = {
    baseUrl: BASE_URL,
    fetch: api.fetch,
    onSuccess: (account) => heard.successes.push(account),
    onError: (failure) => heard.errors.push(failure),
    onClose: (closing) => heard.closings.push(closing),
    onEvent: (event) => heard.events.push(event),
    ...given,
  };
  const page = () => (
    <StrictMode>
      <ConnectHub {...options} />
    </StrictMode>
  );
  const view = render(page(), container && { container });
  return {
    api,
    heard,
    container: view.container,
    unmount: view.unmount,
    update(changed) {
      options = { ...options, ...changed };
      view.rerender(page());
    },
  };
}
