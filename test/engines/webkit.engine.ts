import { describe, expect } from 'vitest';
import type { Surface } from '../surfaces/surface.js';
import { surfaces } from '../surfaces/surfaces.js';
import { describeJourneys } from './journeys.js';
import { notRun, startWebKit } from './webkit.js';

/** Of a page's frame that had the focus and is gone: WebKit mostly gives it back to what had it before in the page. */
const ANYWHERE: Surface['leaves'] = { focus: expect.stringMatching(/^(BUTTON|BODY)$/) };

const inWebKit = (surface: Surface): Surface =>
  surface.name === 'Frame in the page' ? { ...surface, leaves: ANYWHERE } : surface;

describe.skipIf(notRun)(`in WebKit${notRun}`, () => describeJourneys(startWebKit, surfaces.map(inWebKit)));
