import { expect } from 'vitest';
import { type Column, surfaces } from '../surfaces/surfaces.js';
import { describeEngine } from './journeys.js';
import { notRun, startWebKit } from './webkit.js';

/** Of a page's frame that had the focus and is gone: WebKit mostly gives it back to what had it before in the page. */
const ANYWHERE: Column['leaves'] = { focus: expect.stringMatching(/^(BUTTON|BODY)$/) };

const inWebKit = (surface: Column): Column =>
  surface.name === 'Frame in the page' ? { ...surface, leaves: ANYWHERE } : surface;

describeEngine({
  name: 'WebKit',
  notRun,
  start: startWebKit,
  surfaces: Object.values(surfaces).map(inWebKit),
});
