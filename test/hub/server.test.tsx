// @vitest-environment node
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { ConnectHub } from '../../src/index.js';
import { BASE_URL, openApi } from '../support/api.js';

/** Where there is no page: what a server renders, or a build. */
it('renders to its skeleton on a server, without a request', () => {
  const api = openApi();
  const html = renderToString(<ConnectHub token="sandbox:create" baseUrl={BASE_URL} fetch={api.fetch} />);
  expect(html).toContain('Loading…');
  expect(html).toContain('hub-skeleton');
  expect(html).toContain('Connect an account');
  expect(html).not.toContain('sandbox:create');
  expect(api.calls).toEqual([]);
});

it('warns of nothing there', () => {
  const complaints = vi.spyOn(console, 'error');
  renderToString(<ConnectHub token="sandbox:create" height="480px" />);
  expect(complaints.mock.calls).toEqual([]);
});

it('carries no inline style, which a strict policy would refuse', () => {
  const html = renderToString(<ConnectHub token="sandbox:create" height="480px" theme="dark" />);
  expect(html).not.toMatch(/\sstyle=/);
});

it('names wrong options there too', () => {
  const html = renderToString(<ConnectHub token="sandbox:create" height="tall" />);
  expect(html).toContain('height');
  expect(html).toContain('must be a CSS length');
});

it('asks nobody for a token there', () => {
  let asked = 0;
  const getToken = async (): Promise<string> => {
    asked += 1;
    return 'sandbox:create';
  };
  expect(renderToString(<ConnectHub getToken={getToken} />)).toContain('Loading…');
  expect(asked).toBe(0);
});
