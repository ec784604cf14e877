import { expect, test } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';
import { installExample, removeExample, runScript } from './example.js';

test('the tests that a host may copy pass', async () => {
  const folder = await installExample('testing');
  const { executablePath, env } = await findChromium();
  const said = await runScript(folder, 'test', { ...env, CHROMIUM_PATH: executablePath, NO_COLOR: '1' });
  expect(said).toMatch(/Tests\s+7 passed/);
  await removeExample(folder);
});
