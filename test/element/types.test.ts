import type { JSX } from 'react';
import { describe, expectTypeOf, test } from 'vitest';
import type {
  ConnectedAccount,
  ConnectHubElement,
  ConnectHubEvents,
  HubClosing,
  HubEvent,
  HubFailure,
  HubOptions,
} from '../../src/element.js';
import type { ConnectHubElement as ElementForReact } from '../../src/element/react.js';
import type { ConnectHubListeners, ConnectHubTag } from '../../src/element/tag.js';

/** What an editor says of the element; the compiler is what runs these. */

const made = () => document.createElement('connect-hub');

function listen(hub: ConnectHubElement): void {
  hub.addEventListener('hub-success', (event) => expectTypeOf(event.detail.id).toEqualTypeOf<string>());
  hub.addEventListener('hub-close', function close({ detail }) {
    expectTypeOf(this).toEqualTypeOf<ConnectHubElement>();
    expectTypeOf(detail.reason).toEqualTypeOf<HubClosing['reason']>();
  });
  hub.addEventListener('click', (event) => expectTypeOf(event).toEqualTypeOf<PointerEvent>());
}

describe('the element', () => {
  test('is known to the page by its tag', () => {
    expectTypeOf<HTMLElementTagNameMap['connect-hub']>().toEqualTypeOf<ConnectHubElement>();
    expectTypeOf(made).returns.toEqualTypeOf<ConnectHubElement>();
  });

  test('has every option as a property that can be written, and nothing else of its own but closable', () => {
    type Own = Exclude<keyof ConnectHubElement, keyof HTMLElement>;
    expectTypeOf<Own>().toEqualTypeOf<keyof HubOptions | 'closable'>();
    type Written = { -readonly [option in keyof HubOptions]: HubOptions[option] };
    expectTypeOf<Pick<ConnectHubElement, keyof HubOptions>>().toEqualTypeOf<Written>();
  });

  test('tells a listener what it hears', () => {
    expectTypeOf<ConnectHubEvents['hub-success']['detail']>().toEqualTypeOf<ConnectedAccount>();
    expectTypeOf<ConnectHubEvents['hub-error']['detail']>().toEqualTypeOf<HubFailure>();
    expectTypeOf<ConnectHubEvents['hub-close']['detail']>().toEqualTypeOf<HubClosing>();
    expectTypeOf<ConnectHubEvents['hub-event']['detail']>().toEqualTypeOf<HubEvent>();
    expectTypeOf(listen).toBeFunction();
  });
});

describe('its tag in JSX', () => {
  type Tag = JSX.IntrinsicElements['connect-hub'];

  test('comes with the same element', () => {
    expectTypeOf<ElementForReact>().toEqualTypeOf<ConnectHubElement>();
  });

  test('takes the options, by the names of their attributes too', () => {
    expectTypeOf<Tag>().toExtend<ConnectHubTag>();
    expectTypeOf<Tag['theme']>().toEqualTypeOf<'light' | 'dark' | 'system' | undefined>();
    expectTypeOf<Tag['base-url']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Tag['closable']>().toEqualTypeOf<boolean | undefined>();
  });

  test('listens by the names of the events, for React calls no callback of an element', () => {
    expectTypeOf<Tag>().toExtend<ConnectHubListeners>();
    expectTypeOf<Tag['onhub-success']>().toEqualTypeOf<
      ((event: CustomEvent<ConnectedAccount>) => void) | undefined
    >();
    expectTypeOf<Tag['onSuccess']>().toEqualTypeOf<undefined>();
    expectTypeOf<Tag['onClose']>().toEqualTypeOf<undefined>();
  });

  test('takes nothing that there is not', () => {
    expectTypeOf<'sessionToken' extends keyof Tag ? true : false>().toEqualTypeOf<false>();
  });
});
