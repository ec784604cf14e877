import { ApiError } from '../errors.js';
import type { World } from '../world.js';
import { escapeHtml, page } from './html.js';

/** Where the window ends. The page that opened it asks the server for the outcome, and needs nothing from here. */
export const donePage = ({ base }: World): Response =>
  page({
    base,
    title: 'You can close this window',
    body: '<p>Everything else happens where you came from.</p>',
    script: 'done',
  });

export const refusalPage = ({ base }: World, status: number, message: string): Response =>
  page({
    base,
    status,
    title: 'This sign-in cannot go on',
    body: `<p>${escapeHtml(message)}</p>\n<p>You can close this window.</p>`,
  });

/** Says why not in words, where a person would see it. */
export async function orRefusalPage(world: World, show: () => Promise<Response>): Promise<Response> {
  try {
    return await show();
  } catch (error) {
    if (error instanceof ApiError) return refusalPage(world, error.status, error.message);
    throw error;
  }
}

export const redirect = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, {
    status: 303,
    headers: { location, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', ...headers },
  });
