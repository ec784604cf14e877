/** What a user does, by role and name, with real keys and a real mouse. */
import { type BoundFunctions, type queries, screen, within } from '@testing-library/react';
import { userEvent } from 'vitest/browser';

type Name = string | RegExp;

/** A key that the sandbox accepts; its last four characters are kept to know it by. */
export const API_KEY = 'sandbox-only-0123456789-4f9a';

/** The user of what `view` finds: of everything on the page, or of what is in one shadow root. */
export function userIn(view: BoundFunctions<typeof queries>) {
  const button = (name: Name): Promise<HTMLElement> => view.findByRole('button', { name });
  const heading = (name: Name): Promise<HTMLElement> => view.findByRole('heading', { name });
  const field = (label: Name): Promise<HTMLInputElement> => view.findByLabelText(label);
  const press = async (name: Name): Promise<void> => userEvent.click(await button(name));
  const fill = async (label: Name, text: string): Promise<void> => userEvent.fill(await field(label), text);
  return {
    button,
    heading,
    field,
    press,
    fill,
    /** Whether there is such a field. */
    isShown: (label: string): boolean => view.queryByLabelText(label) !== null,
    /** Chooses a connector with the mouse, once it is in the list. */
    pick: async (name: Name): Promise<void> => userEvent.click(await view.findByRole('option', { name })),
    /** Types into whatever has the focus. */
    keys: (sequence: string): Promise<void> => userEvent.keyboard(sequence),
    /** The names of the rows that are drawn, as a screen reader says them. */
    rows: (): string[] =>
      within(view.getByRole('listbox'))
        .getAllByRole('option')
        .map((row) => row.textContent),
    /** What BambooHR's form asks for, filled in. */
    fillBambooHr: async (values: { subdomain?: string; apiKey?: string } = {}): Promise<void> => {
      await fill('Subdomain', values.subdomain ?? 'acme');
      await fill('API key', values.apiKey ?? API_KEY);
    },
  };
}

export const { button, heading, field, press, fill, isShown, pick, keys, rows, fillBambooHr } =
  userIn(screen);
