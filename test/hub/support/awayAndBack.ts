/** A tab that leaves for the provider and comes back: all that jsdom does not do, done as browsers and pages do it. */
import type { CatalogEntry } from '../../../src/sandbox/catalog/types.js';
import type { Api } from '../../support/api.js';
import { BASE_URL, openApi } from '../../support/api.js';

/** The page of the host to which sign-ins come back. */
export const RETURN_URL = `${location.origin}/connect-return.html`;

/** An API whose start pages are where jsdom can go: at an address that differs from this page's behind the # alone. */
export function openApiNearby(catalog: readonly CatalogEntry[]): Api {
  const api = openApi({ catalog });
  const pages = { sign_in_origin: location.origin, opening_url: `${location.origin}/opening` };
  api.between(async ({ method, path }, pass) => {
    const answer = await pass();
    const isMaking = method === 'POST' && path === '/hub/connection_attempts';
    if (!answer.ok || (path !== '/hub/settings' && !isMaking)) return answer;
    const body = (await answer.json()) as object;
    const moved = isMaking ? { start_url: `${location.origin}${location.pathname}#start` } : pages;
    return Response.json({ ...body, ...moved }, { status: answer.status });
  });
  return api;
}

/** The id of the attempt that this tab has left for. */
export function leftFor(): string {
  const records = Object.values(sessionStorage).map((text) => JSON.parse(String(text)) as Left);
  return records.find(({ leaving }) => leaving)?.attemptId ?? '';
}

interface Left {
  readonly attemptId: string;
  readonly leaving?: object;
}

/** What the start page, the user at the provider and the return page do, one after the other. */
export async function signInHere(api: Api, decision: 'allow' | 'deny' | 'fail'): Promise<void> {
  const id = leftFor();
  const begun = await api.fetch(`${BASE_URL}/start/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ opener: false }),
  });
  const { url } = (await begun.json()) as { readonly url: string };
  const form = new URLSearchParams({ decision, as: 'avery@acme.example' });
  const decided = await api.fetch(url, { method: 'POST', body: form });
  const back = await api.fetch(decided.headers.get('location') ?? '', { redirect: 'manual' });
  const { hash } = new URL(back.headers.get('location') ?? '');
  history.replaceState(null, '', location.pathname + hash);
}
