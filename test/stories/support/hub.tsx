/** The hub of a story, on a sandbox of its own in the same page. */
import type { StoryContext } from '@storybook/react-vite';
import { type ReactElement, type ReactNode, StrictMode, useLayoutEffect, useRef, useState } from 'react';
import { fn } from 'storybook/test';
import '../../../src/element.js';
import { ConnectHub, type HubOptions } from '../../../src/index.js';
import type { SandboxOptions } from '../../../src/sandbox.js';
import { BASE_URL, type Middleman, openApi } from '../../support/api.js';
import { optionsOf, surroundingsOf } from './surroundings.js';

/** The options, and what the server is like. */
export interface HubArgs extends HubOptions {
  readonly sandbox?: SandboxOptions;
  /** Answers in the sandbox's place, or passes on. */
  readonly between?: Middleman;
}

/** Where this Storybook's files are: logos, and the page that plays a provider's sign-in. */
export const FILES = new URL('.', document.baseURI).href;

/** What every story of the hub begins with: a host that listens to everything. */
export const HUB_ARGS = {
  token: 'sandbox:create',
  height: '680px',
  onSuccess: fn(),
  onError: fn(),
  onClose: fn(),
  onEvent: fn(),
} satisfies HubArgs;

/** A story's `render`. */
export const renderHub = (args: HubArgs, context: StoryContext<HubArgs>): ReactElement => (
  <HubOnSandbox {...optionsOf(surroundingsOf(context))} {...args} door={surroundingsOf(context).door} />
);

export function HubOnSandbox({
  sandbox,
  between,
  door,
  ...options
}: HubArgs & { readonly door: 'component' | 'element' }): ReactNode {
  const [api] = useState(() => {
    const opened = openApi({
      assetsUrl: FILES.replace(/\/$/, ''),
      consentPage: `${FILES}sandbox-consent.html`,
      ...sandbox,
    });
    if (between) opened.between(between);
    return opened;
  });
  const hub = { baseUrl: BASE_URL, fetch: api.fetch, ...options };
  return <StrictMode>{door === 'element' ? <HubElement {...hub} /> : <ConnectHub {...hub} />}</StrictMode>;
}

/** The same as the custom element, whose options are properties. */
function HubElement(options: HubOptions): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [element] = useState(() => document.createElement('connect-hub'));
  useLayoutEffect(() => {
    Object.assign(element, options);
    element.toggleAttribute('closable', options.onClose !== undefined);
  });
  useLayoutEffect(() => {
    place.current?.append(element);
    return () => element.remove();
  }, [element]);
  return <div ref={place} />;
}
