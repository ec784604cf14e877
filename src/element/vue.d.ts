/**
 * `connect-hub/element/vue`: `connect-hub/element`, and its tag in templates. Vue has to be told that it is an element:
 * `compilerOptions: { isCustomElement: (tag) => tag === 'connect-hub' }`.
 *
 * @example
 * <connect-hub :getToken="getToken" @hub-success="({ detail }) => save(detail.id)" />
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { ConnectHubElement, ConnectHubEvents } from '../element.js';
import type { ConnectHubTag } from './tag.js';

export * from '../element.js';

/** `hub-success` is heard by the prop `onHubSuccess`. */
type Listener<Type> = Type extends `${infer First}-${infer Second}`
  ? `on${Capitalize<First>}${Capitalize<Second>}`
  : never;

type Listeners = {
  [type in keyof ConnectHubEvents as Listener<type>]?: (event: ConnectHubEvents[type]) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'connect-hub': new () => ConnectHubElement & {
      $props: HTMLAttributes & ConnectHubTag & Listeners & PublicProps;
    };
  }
}
