/**
 * Many submissions on a line that does everything lines do. `CONNECT_HUB_SEED` is the seed of a run, and
 * `CONNECT_HUB_SOAK` how many submissions there are.
 */
import { beforeEach, expect, it, vi } from 'vitest';
import { useSteadyTime } from '../authorize/support/watching.js';
import { chanceOf, seedOf } from './chance.js';
import { soak } from './soak.js';

const SUBMISSIONS = Number(process.env['CONNECT_HUB_SOAK'] ?? 500);
const SEED = seedOf('CONNECT_HUB_SEED');

beforeEach(useSteadyTime);

it.each([
  { contract: 'with idempotency keys', plain: false, submissions: SUBMISSIONS },
  { contract: 'by the plain contract', plain: true, submissions: SUBMISSIONS / 5 },
])(
  '$submissions submissions $contract make one account each, and every account is told once',
  { timeout: 600_000 },
  async ({ contract, plain, submissions }) => {
    const chance = chanceOf(SEED);
    vi.mocked(Math.random).mockImplementation(chance.next);
    const figures = await soak({ plain, submissions, chance });
    process.stdout.write(`Soak ${contract}, seed ${SEED}: ${JSON.stringify(figures)}\n`);
    expect(figures.faults).toBeGreaterThan(submissions / 2);
  },
);
