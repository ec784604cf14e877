/** What a user does in jsdom, by role and name. */
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

type Name = string | RegExp;

/** A key that the sandbox accepts. */
export const API_KEY = 'sandbox-only-0123456789-4f9a';

export const heading = (name: Name): Promise<HTMLElement> => screen.findByRole('heading', { name });

export const option = (name: Name): Promise<HTMLElement> => screen.findByRole('option', { name });

export const press = async (name: Name): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));

export const pick = async (name: Name): Promise<void> => userEvent.click(await option(name));

export async function type(label: Name, text: string): Promise<void> {
  const input = await screen.findByLabelText(label);
  await userEvent.clear(input);
  await userEvent.type(input, text);
}

/** Fills in BambooHR's form and sends it. */
export async function connectBambooHr({ subdomain = 'acme', apiKey = API_KEY } = {}): Promise<void> {
  await type('Subdomain', subdomain);
  await type('API key', apiKey);
  await press('Connect');
}

/** The form is the first screen: the choice was made for the user. */
export async function formOpensAt(name: string): Promise<void> {
  await heading(`Connect ${name}`);
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
}
