/** What a user does, by role and name, with real keys and a real mouse. */
import { screen, within } from '@testing-library/react';
import { userEvent } from 'vitest/browser';

type Name = string | RegExp;

export const button = (name: Name): Promise<HTMLElement> => screen.findByRole('button', { name });

export const heading = (name: Name): Promise<HTMLElement> => screen.findByRole('heading', { name });

export const field = (label: Name): Promise<HTMLInputElement> =>
  screen.findByLabelText<HTMLInputElement>(label);

export const press = async (name: Name): Promise<void> => userEvent.click(await button(name));

export const fill = async (label: Name, text: string): Promise<void> =>
  userEvent.fill(await field(label), text);

/** Whether there is such a field. */
export const isShown = (label: string): boolean => screen.queryByLabelText(label) !== null;

/** Chooses a connector with the mouse, once it is in the list. */
export const pick = async (name: Name): Promise<void> =>
  userEvent.click(await screen.findByRole('option', { name }));

/** Types into whatever has the focus. */
export const keys = (sequence: string): Promise<void> => userEvent.keyboard(sequence);

/** The names of the rows that are drawn, as a screen reader says them. */
export const rows = (): string[] =>
  within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map((row) => row.textContent);

/** What BambooHR's form asks for, filled in. */
export async function fillBambooHr(values: { subdomain?: string; apiKey?: string } = {}): Promise<void> {
  await fill('Subdomain', values.subdomain ?? 'acme');
  await fill('API key', values.apiKey ?? API_KEY);
}

/** A key that the sandbox accepts; its last four characters are kept to know it by. */
export const API_KEY = 'sandbox-only-0123456789-4f9a';
