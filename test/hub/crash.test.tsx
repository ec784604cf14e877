import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountHub } from '../support/hub.js';
import { connectBambooHr, heading, option, pick, press, type } from './support/steps.js';

/** What a browser or a page's script can do to any screen: something that drawing it takes throws. */

let mend: () => void = () => undefined;

/** From now on no text with marks in it can be drawn, as a form's explanations are. */
function breakForms(): void {
  const spy = vi.spyOn(String.prototype, 'matchAll').mockImplementation(() => {
    throw new Error('broken');
  });
  mend = () => spy.mockRestore();
}

// React, of what it caught.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  mend();
  vi.restoreAllMocks();
});

const crashed = () => screen.findByRole('alert');
const title = 'Something went wrong on our side';

describe('a screen that cannot be drawn', () => {
  it('says so in its place, tells the host once, and is drawn anew as the user wishes', async () => {
    breakForms();
    const { heard } = mountHub({ token: 'sandbox:single' });
    await heading(title);
    expect(await crashed()).toHaveTextContent('Please try again in a moment.');
    expect(heard.errors).toEqual([{ code: 'invalid_response', recoverable: true }]);
    await press('Try again');
    await heading(title);
    mend();
    await press('Try again');
    await connectBambooHr();
    await heading('BambooHR is connected');
    expect(heard.successes).toHaveLength(1);
  });

  it('loses nothing of what was typed', async () => {
    mountHub({ token: 'sandbox:single' });
    await type('Subdomain', 'acme');
    breakForms();
    await press('Connect');
    await heading(title);
    mend();
    await press('Try again');
    expect(await screen.findByLabelText('Subdomain')).toHaveValue('acme');
  });

  it('leads back to the list', async () => {
    mountHub({ token: 'sandbox:categories' });
    await option(/BambooHR/);
    breakForms();
    await pick(/BambooHR/);
    expect(await heading(title)).toHaveFocus();
    await press('Back');
    await option(/BambooHR/);
  });

  it('can be closed, and asks nothing that could not be drawn either', async () => {
    const { heard } = mountHub({ token: 'sandbox:single' });
    await type('Subdomain', 'acme');
    breakForms();
    await press('Connect');
    await heading(title);
    await press('Close');
    expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]);
  });
});
