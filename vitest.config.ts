import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.mjs';

/**
 * unit: pure code in Node. dom: components in jsdom. journeys: the whole hub in real Chromium, the sandbox in
 * the same page. e2e: what `npm start` runs, driven from outside.
 */
export default defineConfig(async (): Promise<ViteUserConfig> => {
  const { executablePath, env, headlessShell } = await findChromium();
  const launchOptions = { executablePath, env, args: CHROMIUM_ARGS };
  return {
    plugins: [react()],
    optimizeDeps: {
      include: ['react', 'react-dom', 'react-dom/client', '@testing-library/react', 'axe-core', 'zod/mini'],
    },
    test: {
      // Only what hangs takes this long; a busy machine must not fail a test.
      testTimeout: 30_000,
      // For tests that need a whole Chromium: they skip themselves where this says that there is only a shell.
      env: headlessShell ? { CONNECT_HUB_HEADLESS_SHELL: '1' } : {},
      projects: [
        { extends: true, test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'] } },
        {
          extends: true,
          test: {
            name: 'dom',
            environment: 'jsdom',
            include: ['test/**/*.test.tsx'],
            exclude: ['test/journeys/**'],
            setupFiles: ['test/dom-setup.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'journeys',
            // One file at a time: the touch screen that one page plays is felt by the others of the browser.
            fileParallelism: false,
            include: ['test/journeys/**/*.journey.tsx'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions }),
              instances: [{ browser: 'chromium' }],
              viewport: { width: 900, height: 900 },
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.e2e.ts'],
            globalSetup: ['test/e2e/build-playground.ts'],
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
});
