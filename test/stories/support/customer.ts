/**
 * What a customer does in a story. The hub's own words are named by their keys, so that a story plays in every
 * language; a form's labels are the sandbox's, which are English in all of them.
 */
import type { StoryContext } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { SentenceKey, ValuesOf } from '../../../src/text/keys.js';
import { createText } from '../../../src/text/text.js';
import type { HubArgs } from './hub.js';
import type { Loaded } from './words.js';

/** A key that the sandbox accepts; its last four characters are kept to know it by. */
export const API_KEY = 'sandbox-only-0123456789-4f9a';

type Customer = ReturnType<typeof customerOf>;
type Scene = StoryContext<HubArgs>;

export type Play = (scene: Scene) => Promise<void>;

/** A story's `play`: what the customer does. */
export const played =
  (act: (customer: Customer, scene: Scene) => Promise<unknown>): Play =>
  async (scene) => {
    await act(customerOf(scene), scene);
  };

function customerOf({ canvasElement, loaded }: Scene) {
  const text = createText((loaded as Loaded).spoken);
  const place = canvasElement.querySelector('connect-hub')?.shadowRoot ?? canvasElement;
  const view = within(place as HTMLElement);
  const { keyboard, clear, click, type } = userEvent.setup({ delay: null });

  const field = (label: string): Promise<HTMLInputElement> => view.findByLabelText(label);
  const button = <Key extends SentenceKey>(key: Key, ...values: ValuesOf<Key>) =>
    view.findByRole('button', { name: text(key, ...values) });
  const fill = async (label: string, value: string) => {
    const input = await field(label);
    await clear(input);
    await type(input, value);
  };
  return {
    text,
    view,
    field,
    button,
    /** Types into whatever has the focus: `{Enter}`, `{ArrowDown}`. */
    keys: keyboard,
    click,
    fill,
    press: async <Key extends SentenceKey>(key: Key, ...values: ValuesOf<Key>) =>
      click(await button(key, ...values)),
    search: async (words: string) => type(await view.findByRole('combobox'), words),
    /** Looks at one category alone. */
    look: async (category: string) =>
      click(await view.findByRole('button', { name: new RegExp(`^${text.category(category)} `) })),
    /** Chooses a connector, once it is in the list. */
    pick: async (name: RegExp) => click(await view.findByRole('option', { name })),
    /** Waits for a screen's or a message's heading. */
    reads: <Key extends SentenceKey>(key: Key, ...values: ValuesOf<Key>) =>
      view.findByRole('heading', { name: text(key, ...values) }),
    /** Waits for words of the hub's, wherever they stand. */
    sees: <Key extends SentenceKey>(key: Key, ...values: ValuesOf<Key>) =>
      view.findByText(text(key, ...values)),
    alert: () => view.findByRole('alert'),
    /** Wants to enter another secret than the one that is stored. */
    replaceStored: async () => click(await view.findByText(text('action.replace'))),
    /** Opens what stands behind *Details*. */
    opensDetails: async () => click(await view.findByText(text('form.details'))),
    /** What BambooHR's form asks for. */
    fillBambooHr: async (values: { subdomain?: string; apiKey?: string } = {}) => {
      await fill('Subdomain', values.subdomain ?? 'acme');
      await fill('API key', values.apiKey ?? API_KEY);
    },
    /** Waits until the keyboard is where it should be. */
    hasFocus: (element: HTMLElement) =>
      waitFor(() => expect((element.getRootNode() as Document | ShadowRoot).activeElement).toBe(element)),
  };
}
