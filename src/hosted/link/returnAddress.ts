import type { ConnectedAccount } from '../../contract/events.js';

/** How a visit to a sign-in link ended. */
export type LinkStatus = 'success' | 'cancelled' | 'error';

/**
 * Where a sign-in link leads back to: `returnUrl` with `status`, and an `account_id` for every account that was made or
 * changed. They are for the page to greet the user with: whoever writes an address can write these, so what is connected
 * the backend asks the API for.
 */
export function returnAddress(
  returnUrl: string,
  status: LinkStatus,
  accounts: readonly ConnectedAccount[] = [],
): string {
  const url = new URL(returnUrl);
  url.searchParams.set('status', status);
  url.searchParams.delete('account_id');
  for (const id of new Set(accounts.map((account) => account.id))) url.searchParams.append('account_id', id);
  return url.href;
}
