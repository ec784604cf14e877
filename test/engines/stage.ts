import { randomBytes } from 'node:crypto';
import { elementFiles } from '../e2e/element-files.js';
import { forNode } from '../e2e/harness.js';
import { startServers } from '../e2e/servers.js';
import { newOwner, openBackend } from '../surfaces/backend.js';
import { startSites } from '../surfaces/sites.js';
import type { Stage, Theatre } from '../surfaces/stage.js';
import { type Ear, openEar } from './ear.js';
import type { Engine } from './engine.js';
import { keepPicture } from './pictures.js';
import { tabsOf, type UserTab } from './tabs.js';

/** What all journeys of an engine share. */
export interface EngineTheatre extends Omit<Theatre, 'browser'> {
  readonly engine: Engine;
  readonly ear: Ear;
}

/** The servers of the suite for Chromium, and a browser that is not Chromium. */
export async function openTheatre(start: () => Promise<Engine>): Promise<EngineTheatre> {
  const endings: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of endings.toReversed()) await end();
  };
  let passed = 0;
  try {
    const engine = await start();
    endings.push(engine.close);
    const servers = await startServers(
      { sandbox: { now: () => Date.now() + passed }, crossSite: true },
      endings,
    );
    const ear = openEar();
    const site: typeof servers.site = (name, answer) => servers.site(name, ear.at(answer));
    const sites = await startSites({ ...servers, site }, elementFiles());
    const backend = openBackend(forNode(servers.urls.sandbox));
    const pass = (milliseconds: number) => {
      passed += milliseconds;
    };
    return { ...sites, urls: servers.urls, backend, engine, ear, pass, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A stage whose page can be looked at. */
export interface EngineStage extends Stage {
  readonly page: UserTab;
}

/**
 * Plays a scene for a user whom no other scene knows. It fails as well where a policy was violated, a page complained, or
 * something more was told in the end.
 */
export async function play(
  { engine, ear, ...theatre }: EngineTheatre,
  scene: (stage: EngineStage) => Promise<void>,
): Promise<void> {
  const user = await engine.newUser();
  const { told, complaints } = ear;
  told.length = 0;
  complaints.length = 0;
  const stillTrue: Stage['stillTrue'] = new Map();
  try {
    const context = tabsOf(user);
    const page = await context.open();
    const { session: newToken } = theatre.backend;
    const secret = `canary-${randomBytes(16).toString('hex')}`;
    let failure: unknown;
    await scene({
      ...theatre,
      page,
      context,
      owner: newOwner(),
      newToken,
      secret,
      told,
      stillTrue,
    }).catch(async (error) => {
      failure = error;
      await keepPicture('failed', page).catch(() => undefined);
    });
    // What the pages complain about often says why a scene failed.
    if (complaints.length > 0) throw new Error(complaints.join('\n'), { cause: failure });
    if (failure) throw failure;
    for (const isTrue of stillTrue.values()) isTrue();
  } finally {
    await user.leave();
  }
}
