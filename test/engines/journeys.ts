import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BehaviourName, behaviours } from '../surfaces/behaviours.js';
import { BAMBOO_HR, soon } from '../surfaces/steps.js';
import type { Column } from '../surfaces/surfaces.js';
import type { Engine } from './engine.js';
import { looks } from './looks.js';
import { type EngineTheatre, openTheatre, play } from './stage.js';

const CHOSEN_THEME = 'the theme that the host chose';

/** What nobody can tell a browser that runs by its protocol: what the user's device prefers. */
const NOT_BY_WEBDRIVER = new Set<BehaviourName>([CHOSEN_THEME, 'the theme of the device, a brand’s colour']);

const rows = (Object.keys(behaviours) as BehaviourName[]).filter((row) => !NOT_BY_WEBDRIVER.has(row));

/** Says that a machine is to do without the engines that it does not have. */
const WAIVED = process.env['CONNECT_HUB_WITHOUT_ENGINES'] === '1';

interface Tried {
  readonly name: string;
  /** Why it cannot be run here; `''` where it can. */
  readonly notRun: string;
  readonly start: () => Promise<Engine>;
  readonly surfaces: readonly Column[];
}

/** The journeys in an engine; one that is not there fails, as nothing was shown in it, unless that is said to be meant. */
export function describeEngine({ name, notRun, start, surfaces }: Tried): void {
  if (notRun && !WAIVED) {
    test(`${name} is there to be tested`, () =>
      expect.fail(`${name}${notRun}. CONNECT_HUB_WITHOUT_ENGINES=1 does without.`));
    return;
  }
  describe.skipIf(notRun)(`in ${name}${notRun}`, () => describeJourneys(name.toLowerCase(), start, surfaces));
}

/** The journeys through every door: the very behaviours that Chromium is held to. */
function describeJourneys(engine: string, start: () => Promise<Engine>, surfaces: readonly Column[]): void {
  let theatre: EngineTheatre;
  beforeAll(async () => {
    theatre = await openTheatre(start);
  });
  afterAll(() => theatre.close());

  describe.each(surfaces.map((surface) => [surface.name, surface] as const))('%s', (_, surface) => {
    const can = (row: BehaviourName) => surface.cannot?.[row] === undefined;

    test.each(rows.filter(can))('%s', (row) =>
      play(theatre, async (stage) => {
        await surface.arrive(stage);
        await behaviours[row](surface, stage);
      }),
    );

    test.each([CHOSEN_THEME].filter(() => can(CHOSEN_THEME)))('%s', () =>
      play(theatre, async (stage) => {
        await surface.arrive(stage);
        await looks(surface, stage, engine);
      }),
    );

    test('a policy that is violated would be seen', async () => {
      const played = play(theatre, async (stage) => {
        await surface.arrive(stage);
        const { root } = await surface.open(stage, { session: BAMBOO_HR });
        await root.locator('.hub').evaluate((hub) => hub.setAttribute('style', 'color: red'));
        await soon(() => theatre.ear.complaints.length).toBeGreaterThan(0);
      });
      await expect(played).rejects.toThrow(/style-src/);
    });
  });
}
