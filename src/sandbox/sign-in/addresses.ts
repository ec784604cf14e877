import type { World } from '../world.js';

/** Where the window's pages are: on the API's own origin, under the path that the API was called at. */
const baseOf = ({ base }: World, { origin }: URL): string => origin + base;

/** The page that the hub opens in the click, before there is an attempt; it finds it by `#n=NONCE`. */
export const openingUrl = (world: World, url: URL): string =>
  world.consentPage ?? `${baseOf(world, url)}/opening`;

/** Where an attempt starts. It says which attempt, and nothing that is secret. */
export const startUrl = (world: World, url: URL, attemptId: string): string =>
  `${world.consentPage ?? `${baseOf(world, url)}/start`}?a=${attemptId}`;

/** Where the provider sends the user back to: an address for each integration, so that none answers for another. */
export const callbackUrl = (world: World, url: URL, integrationId: string): string =>
  `${baseOf(world, url)}/callback/${integrationId}`;

/** Where the window ends. */
export const doneUrl = (world: World, url: URL): string => `${baseOf(world, url)}/done`;
