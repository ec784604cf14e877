import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behaviours } from '../surfaces/behaviours.js';
import { BAMBOO_HR, soon } from '../surfaces/steps.js';
import type { Surface } from '../surfaces/surface.js';
import type { Engine } from './engine.js';
import { type EngineTheatre, openTheatre, play } from './stage.js';

const JOURNEYS = ['an account is created', 'an account is edited', 'a sign-in at the provider'] as const;

/** The smoke journeys through every door: the very behaviours that Chromium is held to. */
export function describeJourneys(start: () => Promise<Engine>, surfaces: readonly Surface[]): void {
  let theatre: EngineTheatre;
  beforeAll(async () => {
    theatre = await openTheatre(start);
  });
  afterAll(() => theatre.close());

  describe.each(surfaces.map((surface) => [surface.name, surface] as const))('%s', (_, surface) => {
    test.each(JOURNEYS)('%s', (row) =>
      play(theatre, async (stage) => {
        await surface.arrive(stage);
        await behaviours[row](surface, stage);
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
