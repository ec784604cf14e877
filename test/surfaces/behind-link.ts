import { BACK, ELSEWHERE } from './sites.js';
import { soon } from './steps.js';
import type { Stage } from './stage.js';
import type { Hub, Story, Surface } from './surface.js';
import { tracesOn } from './traces.js';

/** The hosted page behind a sign-in link: a page of its own, whose host is told by the address that it leads back to. */
export const behindLink: Surface = {
  name: 'Sign-in link',
  carriesToken: ({ where, text }, { hosted }) =>
    where === 'an address that a window or a frame had' && text.startsWith(`${hosted}/#token=`),
  arrive: async () => undefined,
  // Seen from another page of its origin: all else went with its own.
  async traces({ page, hosted }) {
    await page.goto(`${hosted}${ELSEWHERE}`);
    const { stored } = await tracesOn(page);
    return { stored };
  },
  async open(stage, { session } = {}): Promise<Hub> {
    const { page, owner, hosted } = stage;
    const followLink = async () => {
      const token = await stage.newToken(sessionOf(stage, session));
      await page.goto(`${hosted}/#token=${encodeURIComponent(token)}`);
    };
    await followLink();
    await page.getByRole('heading', { name: `Connect an account for ${owner.origin_owner_name}` }).waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    return {
      root: page.locator('body'),
      change: () => Promise.reject(new Error('A link’s page has no host around it that could change it.')),
      renew: followLink,
      takeAway: async () => undefined,
      hasTold: (story) => soon(() => page.url()).toBe(addressAfter(stage, story)),
    };
  },
};

const sessionOf = ({ owner, hosted }: Stage, session: object = {}): object => ({
  ...owner,
  allowed_origins: [hosted],
  return_url: `${hosted}/connect-return.html`,
  ...session,
});

/** The page stays where it is until the hub has closed; then its address says what the host needs to greet its user. */
function addressAfter({ host, hosted }: Stage, { closings: [closing] = [] }: Story): string {
  if (!closing) return `${hosted}/`;
  const ids = closing.accounts.map(({ id }) => `&account_id=${id}`);
  const status = ids.length > 0 ? 'success' : 'cancelled';
  return `${host}${BACK}?status=${status}${ids.join('')}`;
}
