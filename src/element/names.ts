import type { HubOptions } from '../contract/options.js';
import type { ConnectHubEvents } from './types.js';

type Option = keyof HubOptions;

/** Every option is a property of the element; those that are strings are attributes too, by these names. */
const ATTRIBUTES: { readonly [option in Option]-?: string | undefined } = {
  token: 'token',
  getToken: undefined,
  baseUrl: 'base-url',
  appUrl: 'app-url',
  accountId: 'account-id',
  fetch: undefined,
  theme: 'theme',
  locale: 'locale',
  messages: undefined,
  height: 'height',
  onSuccess: undefined,
  onError: undefined,
  onClose: undefined,
  onEvent: undefined,
};

export const OPTIONS = Object.keys(ATTRIBUTES) as readonly Option[];

/** The option that an attribute stands for. */
export const OPTION_OF: ReadonlyMap<string, Option> = new Map(
  Object.entries(ATTRIBUTES).flatMap(([option, name]) => (name ? [[name, option as Option]] : [])),
);

export type Callback = Extract<Option, `on${string}`>;

/** The event beside each callback. */
export const EVENTS: { readonly [callback in Callback]-?: keyof ConnectHubEvents } = {
  onSuccess: 'hub-success',
  onError: 'hub-error',
  onClose: 'hub-close',
  onEvent: 'hub-event',
};

export const CALLBACKS = Object.keys(EVENTS) as readonly Callback[];
