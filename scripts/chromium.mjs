/**
 * Finds a Chromium for the tests: the one `CHROMIUM_PATH` names, Playwright's own, the system's, and last the one
 * that comes as an npm package (x64 Linux only), so that a machine with Node alone can run them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Root has no sandbox in most containers; the rest keeps the browser from calling home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-headless-shell',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * @returns {Promise<{ executablePath: string, env: NodeJS.ProcessEnv, headlessShell: boolean }>}
 * @throws {Error} one sentence that says what to do
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  const found = [named, playwrightsOwn(), ...systemPaths()].find((path) => path && existsSync(path));
  if (found) {
    return { executablePath: found, env: process.env, headlessShell: /headless[-_]shell/.test(found) };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Error('No Chromium found: install Chrome or Chromium, or set CHROMIUM_PATH to its executable.');
}

function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function systemPaths() {
  return process.env.SKIP_SYSTEM_CHROMIUM === '1' ? [] : SYSTEM_PATHS;
}

/**
 * The packaged browser was made for a serverless host: it unpacks into a shared folder and reuses whatever older
 * version lies there, and it brings its own system libraries only where it believes to be on that host. Both are
 * settled here for the one call; without a font configuration that finds a font, its renderer dies.
 */
async function packagedChromium() {
  const manifest = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = join(tmpdir(), `connect-hub-chromium-${version}`);
  mkdirSync(folder, { recursive: true });

  const touched = ['TMPDIR', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'AWS_EXECUTION_ENV'];
  const before = touched.map((name) => [name, process.env[name]]);
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }

  const fontConfig = join(folder, 'fonts.conf');
  const fontFolders = ['/usr/share/fonts', join(folder, 'fonts')].map((path) => `<dir>${path}</dir>`);
  writeFileSync(
    fontConfig,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
      `<fontconfig>${fontFolders.join('')}<cachedir>${join(folder, 'fontcache')}</cachedir></fontconfig>`,
  );
  const libraries = [process.env.LD_LIBRARY_PATH, join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
  return {
    executablePath,
    env: { ...process.env, FONTCONFIG_FILE: fontConfig, LD_LIBRARY_PATH: libraries },
    headlessShell: true,
  };
}
