/** What a host writes with the custom element: every exported name of it, as it would be used. */
import 'connect-hub/element/react';
import type {
  ConnectedAccount,
  ConnectHubElement,
  ConnectHubEvents,
  ConnectHubListeners,
  ConnectHubProperties,
  ConnectHubTag,
  HubClosing,
  HubErrorCode,
  HubEvent,
  HubFailure,
  HubOptions,
  MessageKey,
  Messages,
  ReadySession,
  ScreenName,
} from 'connect-hub/element';
import type { ReactElement } from 'react';

const heard: (ConnectedAccount | HubFailure | HubClosing | HubEvent)[] = [];
const keep = ({ detail }: ConnectHubEvents[keyof ConnectHubEvents]): void => void heard.push(detail);

export function place(options: HubOptions, key: MessageKey): ConnectHubElement {
  const hub = document.createElement('connect-hub');
  const properties: Partial<ConnectHubProperties> = { theme: 'dark', height: '40rem' };
  const messages: Messages = { [key]: 'Hello' };
  Object.assign(hub, properties, options, { messages });
  hub.addEventListener('hub-success', ({ detail }) => heard.push(detail));
  hub.addEventListener('hub-error', keep);
  hub.closable = true;
  return hub;
}

export const page: ReactElement = <connect-hub base-url="https://api.example.com" onhub-success={keep} />;

/** For a framework's own markup, where the package brings none for it. */
export const tag: ConnectHubTag & ConnectHubListeners = {
  'base-url': 'https://api.example.com',
  closable: true,
  'onhub-close': keep,
};

export const codes: HubErrorCode[] = [];
export const screens: ScreenName[] = [];
export let session: ReadySession | null = null;
