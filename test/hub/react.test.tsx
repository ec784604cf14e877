import { screen, waitFor } from '@testing-library/react';
import { version as reactVersion } from 'react';
import { version as domVersion } from 'react-dom';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { mountHub } from '../support/hub.js';
import { connectBambooHr, heading, option, pick, press, type } from './support/steps.js';

/** What a host's React must be able to do with the hub: the oldest that it takes as well as the newest. */

declare module 'vitest' {
  interface ProvidedContext {
    /** The React that a project runs with, where it is not the newest. */
    react?: string;
  }
}

const expected = inject('react') ?? '19.';

describe(`in React ${expected}`, () => {
  const complaints = vi.spyOn(console, 'error');
  beforeEach(() => void complaints.mockClear());
  afterEach(() => expect(complaints.mock.calls).toEqual([]));

  it('runs in that one', () => {
    expect(reactVersion).toContain(expected);
    expect(domVersion).toContain(expected);
  });

  it('an account is made, and told once, in StrictMode', async () => {
    const { api, heard } = mountHub({ token: 'sandbox:categories' });
    await pick(/BambooHR/);
    await connectBambooHr();
    await heading('BambooHR is connected');
    expect(heard.successes).toMatchObject([{ provider: 'bamboohr', mode: 'created' }]);
    expect(api.callsTo('POST /hub/accounts')).toHaveLength(1);
  });

  it('an account is edited, and its secret stays where it is', async () => {
    const { api, heard } = mountHub({ token: 'sandbox:edit' });
    await heading('Edit BambooHR');
    await type('Subdomain', 'acme-north');
    await press('Save changes');
    await heading('Your changes to BambooHR are saved');
    expect(heard.successes).toMatchObject([{ provider: 'bamboohr', mode: 'updated' }]);
    const patch = api.calls.find(({ method }) => method === 'PATCH');
    expect(JSON.parse(patch?.text ?? '')).toMatchObject({ credentials: { subdomain: 'acme-north' } });
    expect(patch?.text).not.toContain('apiKey');
  });

  it('refused credentials are told beside what was typed, and the next try succeeds', async () => {
    const { heard } = mountHub({ token: 'sandbox:single' });
    await connectBambooHr({ apiKey: 'invalid' });
    await screen.findByText(/^Some of this was not accepted/);
    expect(heard.successes).toEqual([]);
    expect(heard.errors.map(({ code }) => code)).toEqual(['validation_failed']);
    expect(screen.getByLabelText('Subdomain')).toHaveValue('acme');
    await type('API key', 'a-key-that-works');
    await press('Connect');
    await heading('BambooHR is connected');
  });

  it('another owner’s token starts afresh, and taking the hub away closes it once', async () => {
    const { heard, update, unmount } = mountHub({ token: 'sandbox:single' });
    await heading('Connect BambooHR');
    update({ token: 'sandbox:categories' });
    await option(/BambooHR/);
    unmount();
    await waitFor(() =>
      expect(heard.closings.map(({ reason }) => reason)).toEqual(['session_replaced', 'unmounted']),
    );
  });
});
