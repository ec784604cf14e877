import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BehaviourName, behaviours } from './behaviours.js';
import { createReport } from './report.js';
import { openTheatre, play, type Theatre } from './stage.js';
import { BAMBOO_HR } from './steps.js';
import { type Column, surfaces } from './surfaces.js';

const rows = Object.keys(behaviours) as BehaviourName[];

/**
 * Every behaviour of the hub through one door, and the same told to its host. It ends with the door's column of the
 * table. Each door has a test file of its own, so that they are tried beside one another.
 */
export function testSurface(name: keyof typeof surfaces): void {
  const surface: Column = surfaces[name];
  const report = createReport(surface, rows);

  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(async () => {
    console.log(report.table());
    await theatre.close();
  });

  describe(surface.name, () => {
    // What cannot be is neither passed nor skipped: the table says why.
    test.each(rows.filter((row) => surface.cannot?.[row] === undefined))('%s', (row) =>
      report.run(row, () =>
        play(theatre, surface, async (stage) => {
          await surface.arrive(stage);
          await behaviours[row](surface, stage);
        }),
      ),
    );

    test('what no hub may do would be seen', async () => {
      const played = play(theatre, surface, async (stage) => {
        await surface.arrive(stage);
        const { root } = await surface.open(stage, { session: BAMBOO_HR });
        await root.locator('.hub').evaluate((hub, secret) => {
          hub.setAttribute('style', 'color: red');
          // Where tokens go, a secret may not.
          new MessageChannel().port1.postMessage({ t: 'options', p: secret });
          location.hash = `token=${secret}`;
        }, stage.secret);
      });
      await expect(played).rejects.toThrow(/style-src-attr/);
      await expect(played).rejects.toThrow(/Overheard: a port/);
      await expect(played).rejects.toThrow(/Overheard: an address that a window or a frame had/);
    });
  });
}
