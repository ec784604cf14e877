import type { Tab, Tabs } from '../e2e/tab.js';
import type { BrowserWindow, User } from './engine.js';
import { placeIn, until } from './place.js';

/** A user's windows as the behaviours know them. */
export interface UserTabs extends Tabs {
  readonly open: () => Promise<UserTab>;
}

export interface UserTab extends Tab {
  /** What is to be seen of the page, as a PNG. */
  readonly picture: () => Promise<Buffer>;
}

/** Once what has changed is painted. */
const PAINTED = 'new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))';

export function tabsOf(user: User): UserTabs {
  const known = new Set<string>();
  const take = (window: BrowserWindow): UserTab => {
    known.add(window.id);
    return tabOf(user, window);
  };
  return {
    open: async () => take(await user.openWindow()),
    waitForEvent: () =>
      until(async () => {
        const opened = (await user.windows()).find(({ id }) => !known.has(id));
        if (!opened) throw new Error('No window opened.');
        return take(opened);
      }),
  };
}

function tabOf(user: User, window: BrowserWindow): UserTab {
  return {
    ...placeIn(async () => window),
    goto: window.goto,
    async picture() {
      await window.read(PAINTED);
      return window.picture();
    },
    url: async () => String(await window.read('location.href')),
    evaluate: ((run: unknown, given: unknown) =>
      window.read(`(${String(run)})(${JSON.stringify(given) ?? ''})`)) as Tab['evaluate'],
    waitForEvent: () =>
      until(async () => {
        const windows = await user.windows();
        if (windows.some(({ id }) => id === window.id)) throw new Error('The window is still open.');
      }),
    emulateMedia: () => Promise.reject(new Error('What the device prefers is not this protocol’s to say.')),
  };
}
