/**
 * `connect-hub/element/react`: `connect-hub/element`, and its tag in JSX.
 *
 * React 19 sets the properties and listens: `<connect-hub getToken={…} onhub-success={({ detail }) => …} />`. React 18
 * writes what it is given as attributes and does not listen: use the component `ConnectHub`, or a ref.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ConnectHubElement } from '../element.js';
import type { ConnectHubListeners, ConnectHubTag, NoCallbacks } from './tag.js';

export * from '../element.js';

type Html = Omit<DetailedHTMLProps<HTMLAttributes<ConnectHubElement>, ConnectHubElement>, keyof NoCallbacks>;
type Tag = Html & ConnectHubTag & ConnectHubListeners & NoCallbacks;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'connect-hub': Tag;
    }
  }
}

// Where React's types are older than React.JSX.
declare global {
  namespace JSX {
    interface IntrinsicElements {
      'connect-hub': Tag;
    }
  }
}
