/** The element on a page of a host that keeps what it is told. */
import { configure, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished } from 'vitest';
import type { ConnectHubElement, ConnectHubProperties } from '../../src/element.js';
import '../../src/element.js';
import { type Api, BASE_URL, openApi } from '../support/api.js';
import type { Heard } from '../support/hub.js';

configure({
  asyncUtilTimeout: 5_000,
  // The library's own words print the container, and a shadow root is none that it can print.
  getElementError: (message) => new Error(message ?? 'not found'),
});

export interface Placed {
  readonly hub: ConnectHubElement;
  readonly api: Api;
  readonly heard: Heard;
  /** Looks into its shadow root, where nothing on the page looks. */
  readonly inside: Inside;
}

export type Inside = ReturnType<typeof insideOf>;

/** The queries of Testing Library ask a shadow root what they ask an element. */
export const insideOf = (hub: Element) => within(hub.shadowRoot as unknown as HTMLElement);

interface Placing extends ConnectHubProperties {
  readonly api?: Api;
  readonly closable?: boolean;
  /** Where; the page itself where not said. */
  readonly place?: ParentNode;
}

/** Puts the element on the page, with a sandbox of its own. */
export function placeHub({ api = openApi(), place = document.body, ...options }: Placing): Placed {
  const hub = Object.assign(document.createElement('connect-hub'), {
    baseUrl: BASE_URL,
    fetch: api.fetch,
    ...options,
  });
  const heard = listenTo(hub);
  place.append(hub);
  onTestFinished(() => hub.remove());
  return { hub, api, heard, inside: insideOf(hub) };
}

/** Everything that the element tells from now on. */
export function listenTo(hub: ConnectHubElement): Heard {
  const heard: Heard = { successes: [], errors: [], closings: [], events: [] };
  hub.addEventListener('hub-success', ({ detail }) => heard.successes.push(detail));
  hub.addEventListener('hub-error', ({ detail }) => heard.errors.push(detail));
  hub.addEventListener('hub-close', ({ detail }) => heard.closings.push(detail));
  hub.addEventListener('hub-event', ({ detail }) => heard.events.push(detail));
  return heard;
}

/** Whatever was only waiting for its turn has had it. */
export const turnsTaken = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/** What has the focus in the element's own tree. */
export const focusedIn = (hub: Element): Element | null => hub.shadowRoot?.activeElement ?? null;

/** The focus comes to an element, in whatever tree that is. */
export const comesIntoFocus = (element: Element): Promise<void> =>
  waitFor(() => expect((element.getRootNode() as Document | ShadowRoot).activeElement).toBe(element));
