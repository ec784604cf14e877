import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { surfaces } from './surfaces.js';

test('every door is tried, most of them in npm test', () => {
  const tried = readdirSync(import.meta.dirname)
    .filter((file) => /\.(e2e|long)\.ts$/.test(file))
    .map((file) => file.split('.')[0]);
  expect(new Set(tried)).toEqual(new Set(Object.keys(surfaces)));
});
