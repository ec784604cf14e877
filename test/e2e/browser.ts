import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';

/** Why tests of {@link launchRealBrowser} cannot be run here, for their names; `''` where they can. */
export const notRun = process.env['CONNECT_HUB_HEADLESS_SHELL'] ? ' (not run: needs a whole Chromium)' : '';

/** What Playwright switches off for everybody, as of the version that is installed; see `realBrowser` of the stage. */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

const PARTITIONING = 'ThirdPartyStoragePartitioning';
const featuresOff = (features: readonly string[]): string => `--disable-features=${features.join(',')}`;

/** Playwright's, and each of them hides something that users' browsers do. */
const NOT_AS_USERS_HAVE_IT = [
  '--disable-popup-blocking',
  featuresOff(FEATURES_OFF),
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
];

/** Chromium as Playwright starts it: windows open without a click, and frames share the storage of pages. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, env, args: CHROMIUM_ARGS });
}

/** Chromium as users have it: with its popup blocker, partitioned storage, throttled timers and back/forward cache. */
export async function launchRealBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  const args = [...CHROMIUM_ARGS, featuresOff(FEATURES_OFF.filter((feature) => feature !== PARTITIONING))];
  return chromium.launch({ executablePath, env, args, ignoreDefaultArgs: NOT_AS_USERS_HAVE_IT });
}
