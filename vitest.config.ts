import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.mjs';

const REACT_18 = join(import.meta.dirname, 'test', 'react-18', 'node_modules');
const TESTING_LIBRARY = '@testing-library/react/dist/@testing-library/react.esm.js';
const BUILT = join(import.meta.dirname, 'dist', 'index.js');

/** What is driven from outside is built once a run. */
const BUILDS = ['playground', 'frames', 'element'].map((part) => `test/e2e/build-${part}.ts`);

/** Of what is driven from outside. */
const FROM_OUTSIDE = {
  // Most of a sign-in is waiting: for people, as it seems, and for the next question to the server.
  maxWorkers: 4,
  sequence: { groupOrder: 1 },
  environment: 'node',
  globalSetup: BUILDS,
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

/**
 * unit: pure code in Node. dom: components in jsdom. journeys: the whole hub in real Chromium, the sandbox in
 * the same page. stories: every story, with its play function and axe. e2e: what `npm start` runs, driven
 * from outside; e2e-long: what of it takes long, for test:all. react-18: the hub's component tests over what is
 * built in dist/, with the oldest React that it takes. package: what is published, as a host has it. For test:all,
 * installed: the same from the registry; engines: the smoke journeys in Firefox and WebKit; storybook: its static site.
 */
export default defineConfig(async (): Promise<ViteUserConfig> => {
  const { executablePath, env, headlessShell } = await findChromium();
  const launchOptions = { executablePath, env, args: CHROMIUM_ARGS };
  return {
    plugins: [react()],
    optimizeDeps: {
      include: [
        'react',
        'react-dom',
        'react-dom/client',
        '@testing-library/react',
        'axe-core',
        'fast-check',
        'zod/mini',
      ],
    },
    test: {
      // Only what hangs takes this long; a busy machine must not fail a test.
      testTimeout: 30_000,
      // On two cores the default is one.
      maxWorkers: Math.max(2, availableParallelism() - 1),
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
            exclude: ['test/journeys/**', '**/node_modules/**'],
            setupFiles: ['test/dom-setup.ts'],
          },
        },
        {
          extends: true,
          resolve: {
            alias: [
              { find: /^(react|react-dom)(?=$|\/)/, replacement: `${REACT_18}/$1` },
              // Its own entry is CommonJS, which would find its React by itself.
              { find: /^@testing-library\/react$/, replacement: TESTING_LIBRARY },
              { find: /^(\.\.\/)+src\/index\.js$/, replacement: BUILT },
            ],
          },
          test: {
            name: 'react-18',
            environment: 'jsdom',
            // What renders: hydrating is proved over a real server's markup, in test/package.
            include: ['test/hub/{leaving,react,secrecy,server,session-*,sign-in-clicks,start}.test.tsx'],
            setupFiles: ['test/dom-setup.ts'],
            globalSetup: ['test/package/react-18.ts'],
            provide: { react: '18.3' },
            server: {
              deps: {
                inline: [/@testing-library\/react/, /@tanstack\/react-query/, /react-hook-form/, /@hookform/],
              },
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'package',
            sequence: { groupOrder: 3 },
            environment: 'node',
            include: ['test/package/**/*.package.ts'],
            globalSetup: ['test/package/pack.ts'],
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'installed',
            environment: 'node',
            include: ['test/package/**/*.install.ts'],
            globalSetup: ['test/package/pack.ts'],
            testTimeout: 300_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'peers',
            environment: 'node',
            include: ['test/peers/**/*.peers.ts'],
            testTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'engines',
            environment: 'node',
            include: ['test/engines/**/*.engine.ts'],
            globalSetup: BUILDS,
            // Node 20 has it behind this.
            execArgv: 'WebSocket' in globalThis ? [] : ['--experimental-websocket'],
            testTimeout: 180_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'examples',
            environment: 'node',
            // One at a time: they install, build, and start servers and browsers.
            fileParallelism: false,
            include: ['test/examples/**/*.examples.ts'],
            globalSetup: ['test/examples/workshop.ts'],
            testTimeout: 300_000,
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
          plugins: [storybookTest({ configDir: join(import.meta.dirname, '.storybook') })],
          test: {
            name: 'stories',
            sequence: { groupOrder: 2 },
            // Every story cleans up after itself; a page for each file would take as long as all stories do.
            isolate: false,
            testTimeout: 30_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions }),
              instances: [{ browser: 'chromium' }],
              viewport: { width: 900, height: 760 },
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'storybook',
            environment: 'node',
            include: ['test/stories/**/*.site.ts'],
            globalSetup: ['test/stories/site/build-site.ts'],
            testTimeout: 900_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: { name: 'e2e', include: ['test/{e2e,surfaces,isolation}/**/*.e2e.ts'], ...FROM_OUTSIDE },
        },
        {
          extends: true,
          test: { name: 'e2e-long', include: ['test/{e2e,surfaces,isolation}/*.long.ts'], ...FROM_OUTSIDE },
        },
      ],
    },
  };
});
