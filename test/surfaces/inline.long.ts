import { testSurface } from './test-surface.js';

testSurface('inline');
