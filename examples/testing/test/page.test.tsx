// @vitest-environment jsdom
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createSandbox } from 'connect-hub/sandbox';
import { afterEach, expect, test } from 'vitest';
import { Integrations } from '../src/Integrations';

configure({ asyncUtilTimeout: 5_000 });
afterEach(cleanup);

/**
 * Opens the hub on a sandbox of its own, which answers in the same process: no port, no mocks. Its ready-made
 * tokens behave in one way each; connect-hub's README lists them.
 */
async function openHub(...tokens: string[]) {
  const sandbox = createSandbox();
  render(
    <Integrations
      baseUrl="http://sandbox.localhost"
      getToken={async () => tokens.shift() ?? 'sandbox:single'}
      fetch={(input, init) => sandbox.fetch(new Request(input, init))}
    />,
  );
  await press('Connect an account');
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

async function type(label: string, text: string) {
  const input = await screen.findByLabelText(label);
  await userEvent.clear(input);
  await userEvent.type(input, text);
}

/** What is typed decides what happens: `accepted`, `refused`, `locked`, `boom`, … */
async function connect(apiKey: string) {
  await type('Subdomain', 'acme');
  await type('API key', apiKey);
  await press('Connect');
}

const isConnected = () => screen.findByRole('heading', { name: 'BambooHR is connected' });

const listed = () =>
  within(screen.getByRole('list', { name: 'Connected' }))
    .queryAllByRole('listitem')
    .map((item) => item.textContent);

test('an account that was connected is listed', async () => {
  await openHub();
  await connect('accepted');
  await isConnected();
  expect(listed()).toEqual(['bamboohr']);
});

test('credentials that the provider refuses connect nothing, until they are corrected', async () => {
  await openHub();
  await connect('refused');
  await screen.findByText('Last problem: provider_error');
  expect(listed()).toEqual([]);

  await connect('accepted');
  await isConnected();
  expect(listed()).toEqual(['bamboohr']);
});

test('a session that has expired is replaced, and nobody notices', async () => {
  await openHub('sandbox:expired', 'sandbox:single');
  await connect('accepted');
  await isConnected();
  expect(screen.queryByText(/Last problem/)).toBeNull();
});

test('whoever closes the hub has connected nothing', async () => {
  await openHub();
  await screen.findByLabelText('API key');
  await press('Close');
  expect(screen.queryByLabelText('API key')).toBeNull();
  expect(listed()).toEqual([]);
});
