/** What a compiler must refuse. */
import { ConnectHub, HUB_ERROR_CODES, type HubErrorCode, type HubEvent, type HubOptions } from 'connect-hub';
import { createSandbox, type Extension } from 'connect-hub/sandbox';
import type { ReactElement } from 'react';

// @ts-expect-error An option that there is not.
export const unknown: ReactElement = <ConnectHub token="token" colour="red" />;

// @ts-expect-error A theme that there is not.
export const theme: ReactElement = <ConnectHub token="token" theme="blue" />;

// @ts-expect-error A number where a CSS length is wanted.
export const height: ReactElement = <ConnectHub token="token" height={600} />;

// @ts-expect-error A token that is no promise.
export const token: ReactElement = <ConnectHub getToken={() => 'token'} />;

// @ts-expect-error A sentence that there is not.
export const sentence: ReactElement = <ConnectHub token="token" messages={{ 'no.such.sentence': 'Hello' }} />;

// @ts-expect-error A number where a sentence is wanted.
export const noSentence: ReactElement = <ConnectHub token="token" messages={{ 'action.back': 1 }} />;

// @ts-expect-error A sentence without plural forms has none.
export const form: ReactElement = <ConnectHub token="token" messages={{ 'action.back_few': 'Back' }} />;

// @ts-expect-error A success says more than a string.
export const success: ReactElement = <ConnectHub token="token" onSuccess={(account: string) => account} />;

// @ts-expect-error The component has no children.
export const children: ReactElement = <ConnectHub token="token">Hello</ConnectHub>;

// @ts-expect-error The list of codes is closed.
export const code: HubErrorCode = 'no_such_code';

// @ts-expect-error Nobody adds to it.
HUB_ERROR_CODES.push('timeout');

export function everyCode(given: HubErrorCode): string {
  switch (given) {
    case 'timeout':
      return 'slow';
    default: {
      // @ts-expect-error There are more codes than one.
      const none: never = given;
      return none;
    }
  }
}

export function trigger(event: HubEvent): unknown {
  // @ts-expect-error A ready event never carries this.
  return event.type === 'ready' ? event.session?.external_trigger_token : undefined;
}

export function change(options: HubOptions): void {
  // @ts-expect-error Options are not written to.
  options.token = 'another';
}

// @ts-expect-error An extension that there is not.
export const extension: Extension = 'no_such_extension';

// @ts-expect-error An answer is waited for.
export const { status } = createSandbox().fetch(new Request('http://sandbox.localhost/hub/settings'));

// @ts-expect-error What is inside the package is not to be imported.
export type Inside = typeof import('connect-hub/dist/index.js');
