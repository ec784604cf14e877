import { expect, vi } from 'vitest';
import type { Place, Tab } from '../e2e/tab.js';
import type { Given, PlaceName } from './pages/page.js';
import type { Told } from '../e2e/wiretap.js';
import { PAGES } from './page-files.js';
import type { Stage } from './stage.js';
import type { Story, Surface } from './surface.js';
import { tracesOn } from './traces.js';

interface HostPage extends Pick<Surface, 'name' | 'carriesToken' | 'leaves' | 'remembers'> {
  /** Of pages/. */
  readonly file: string;
  /** Of the API, or of the hosted page where there is one. */
  readonly address: (stage: Stage) => string;
  readonly root: (page: Tab, place: PlaceName) => Place;
}

/** A surface whose host is a page around it, which hears what the hub tells. */
export const onHostPage = ({ file, address, root, ...rest }: HostPage): Surface => ({
  ...rest,
  traces: ({ page }) => tracesOn(page),
  async arrive({ page, host }) {
    await page.goto(`${host}${PAGES}/${file}`);
    await page.locator('html[data-ready]').waitFor();
    await page.locator('#before').focus();
    await page.evaluate(() => scrollTo(0, 40));
  },
  async open(stage, { session, asks = false, place = 'first', ...looks } = {}) {
    const { page } = stage;
    const makeToken = () => stage.newToken(sessionOf(stage, session));
    const update = (changes: Given) =>
      page.evaluate(([name, given]) => surface.update(name, given), [place, changes] as const);
    const token = asks ? { tokenPath: stage.tokenPath(makeToken) } : { token: await makeToken() };
    await page.evaluate(([name, where, given]) => surface.open(name, where, given), [
      place,
      address(stage),
      { ...token, ...looks },
    ] as const);
    return {
      root: root(page, place),
      change: update,
      renew: async () => update({ token: await makeToken() }),
      takeAway: () => page.evaluate((name) => surface.takeAway(name), place),
      async hasTold(story) {
        const isTrue = () => expect(heardOf(stage, place)).toEqual({ ...NOTHING, ...story });
        stage.stillTrue.set(place, isTrue);
        await vi.waitFor(isTrue, { timeout: 20_000 });
      },
    };
  },
});

const sessionOf = ({ owner, host, hosted }: Stage, session: object = {}): object => ({
  ...owner,
  allowed_origins: [host, hosted],
  return_url: `${host}/connect-return.html`,
  ...session,
});

const NOTHING: Story = { successes: [], failures: [], closings: [], events: [] };

function heardOf(
  { told }: Stage,
  place: PlaceName,
): { readonly [kind in keyof Story]-?: readonly unknown[] } {
  const by = (callback: Told['callback']) =>
    told.flatMap((one) => {
      const { name, detail } = one.detail as { readonly name: PlaceName; readonly detail: unknown };
      return one.callback === callback && name === place ? [detail] : [];
    });
  return {
    successes: by('onSuccess'),
    failures: by('onError'),
    closings: by('onClose'),
    events: by('onEvent'),
  };
}
