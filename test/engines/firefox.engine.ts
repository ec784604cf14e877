import { surfaces } from '../surfaces/surfaces.js';
import { notRun, startFirefox } from './firefox.js';
import { describeEngine } from './journeys.js';

describeEngine({ name: 'Firefox', notRun, start: startFirefox, surfaces: Object.values(surfaces) });
