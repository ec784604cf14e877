import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openApi } from '../support/api.js';
import { type MountedHub, mountHub } from '../support/hub.js';
import './page.js';
import { button, heading, press } from './user.js';

/** Signing in where no server runs: the sandbox is in this page, and the window shows the consent page that talks to it. */

const opened: Window[] = [];
const open = window.open.bind(window);

afterEach(() => {
  vi.restoreAllMocks();
  for (const one of opened.splice(0)) one.close();
});

/** The user has pressed what leads to the provider, and sees what it asks. */
async function openConsent(token: string): Promise<{ hub: MountedHub; consent: Document }> {
  vi.spyOn(window, 'open').mockImplementation((...given) => {
    const handle = open(...given);
    if (handle) opened.push(handle);
    return handle;
  });
  const api = openApi({ consentPage: `${location.origin}/sandbox-consent.html` });
  const hub = mountHub({ api, token });
  await press(/^Continue to HubSpot/);
  const consent = await waitFor(() => {
    const page = opened.at(-1)?.document;
    expect(page?.querySelector('form')).toHaveProperty('hidden', false);
    return page as Document;
  });
  return { hub, consent };
}

/** What the user chooses there, and as whom. */
function decide(consent: Document, decision: 'allow' | 'deny' | 'fail', as?: string): void {
  const input = consent.querySelector('input');
  if (input && as) input.value = as;
  consent.querySelector<HTMLButtonElement>(`button[value=${decision}]`)?.click();
}

const isClosed = (): Promise<void> => waitFor(() => expect(opened.at(-1)?.closed).toBe(true));

describe('the consent page', () => {
  test('connects whom the user chose, and closes itself', async () => {
    const { hub, consent } = await openConsent('sandbox:oauth');
    expect(consent.title).toBe('Sign in to HubSpot');
    decide(consent, 'allow', 'kim@acme.example');
    await heading('HubSpot is connected');
    await isClosed();
    expect(hub.heard.successes).toMatchObject([{ provider: 'hubspot', mode: 'created' }]);
    expect(hub.heard.errors).toEqual([]);
  });

  test.each([
    ['deny', 'Access was not given at HubSpot.', 'access_denied'],
    ['fail', 'HubSpot could not finish the sign-in.', 'provider_error'],
  ] as const)('ends as a provider does: %s', async (decision, words, code) => {
    const { hub, consent } = await openConsent('sandbox:oauth');
    decide(consent, decision);
    await screen.findByText(words);
    await isClosed();
    expect(hub.heard.errors).toEqual([{ code, recoverable: true }]);
    expect(hub.heard.successes).toEqual([]);
  });

  test('lets the hub ask before somebody else takes the place of who was there', async () => {
    const { hub, consent } = await openConsent('sandbox:oauth-edit');
    decide(consent, 'allow', 'kim@acme.example');
    await heading('You signed in as kim@acme.example');
    await isClosed();
    await press('Replace it');
    await heading('Your changes to HubSpot are saved');
    expect(hub.heard.successes).toMatchObject([{ mode: 'updated' }]);
  });

  test('is closed where the user cancels meanwhile', async () => {
    const { hub } = await openConsent('sandbox:oauth');
    await press('Cancel');
    await button(/^Continue to HubSpot/);
    await isClosed();
    expect(hub.heard.successes).toEqual([]);
    expect(hub.heard.errors).toEqual([]);
  });
});
