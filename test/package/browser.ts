import { chromium, type Page, type Route } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import type { FetchHandler } from '../server/listen.js';

/** The API as the hub reaches it where its host says nothing else. */
export const API_URL = 'https://api.stackone.com';

/**
 * Opens a host's page in a browser whose one way out leads to `api`, and hands it over. Gives what the page complained
 * about meanwhile: uncaught errors, errors and warnings on its console, and whatever it asked of anybody else.
 */
export async function browse(
  url: string,
  api: FetchHandler,
  visit: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, env, args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    page.on('pageerror', ({ message }) => void problems.push(message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    await page.route('**', (route) => {
      const { origin } = new URL(route.request().url());
      if (origin === new URL(url).origin) return route.continue();
      if (origin === API_URL) return answer(route, api);
      problems.push(`asks ${origin}`);
      return route.abort();
    });
    await page.goto(url);
    await visit(page);
    return problems;
  } finally {
    await browser.close();
  }
}

async function answer(route: Route, api: FetchHandler): Promise<void> {
  const request = route.request();
  const body = request.postData();
  const headers = await request.allHeaders();
  const response = await api(
    new Request(request.url(), { method: request.method(), headers, ...(body !== null && { body }) }),
  );
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  });
}
