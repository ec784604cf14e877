import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { surfaces } from './surfaces.js';

test('every door is tried', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.e2e.ts'));
  expect(files.toSorted()).toEqual(
    Object.keys(surfaces)
      .map((name) => `${name}.e2e.ts`)
      .toSorted(),
  );
});
