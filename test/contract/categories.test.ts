import { expect, it } from 'vitest';
import { normalizedCategory } from '../../src/contract/categories.js';

it.each([
  ['hris', 'hris'],
  ['hris-legacy', 'hris-legacy'],
  ['hrisLegacy', 'hris-legacy'],
  ['hris_legacy', 'hris-legacy'],
  ['stackone', 'stackone'],
  ['stackOne', 'stackone'],
  ['ATS', 'ats'],
  [' crm ', 'crm'],
  ['timeTravel', 'time-travel'],
  ['', ''],
])('the category %j is spelled %j here', (category, spelled) => {
  expect(normalizedCategory(category)).toBe(spelled);
});
