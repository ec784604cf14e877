import { describe } from 'vitest';
import { surfaces } from '../surfaces/surfaces.js';
import { notRun, startFirefox } from './firefox.js';
import { describeJourneys } from './journeys.js';

describe.skipIf(notRun)(`in Firefox${notRun}`, () =>
  describeJourneys('firefox', startFirefox, Object.values(surfaces)),
);
