import { act, screen } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, onTestFinished } from 'vitest';
import { ConnectHub } from '../../src/index.js';
import { BASE_URL, openApi } from '../support/api.js';
import '../support/hub.js';

it('what a server rendered comes to life as it is', async () => {
  const api = openApi();
  const page = <ConnectHub token="sandbox:categories" baseUrl={BASE_URL} fetch={api.fetch} height="480px" />;
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(page);
  const mismatches: unknown[] = [];
  const root = hydrateRoot(container, page, {
    onRecoverableError: (error) => mismatches.push(error),
  });
  onTestFinished(() => {
    act(() => root.unmount());
    container.remove();
  });
  await screen.findByRole('option', { name: /BambooHR/ });
  expect(mismatches).toEqual([]);
});
