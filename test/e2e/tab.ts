/** What behaviours need of a browser, in Playwright's words: its own pages have all of it, and those of test/engines. */
import type { Locator, Page } from 'playwright-core';

export type Role = Parameters<Page['getByRole']>[0];

/** By its name in full where `exact` says so, else by a part of it. */
export interface ByName {
  readonly name?: string | RegExp;
  readonly exact?: boolean;
}

/** Where something can be found: a page, what is in an element of it, or in a frame. */
export interface Place {
  readonly getByRole: (role: Role, by?: ByName) => Control;
  readonly getByLabel: (label: string, how?: Pick<ByName, 'exact'>) => Control;
  readonly getByText: (text: string) => Control;
  readonly locator: (selector: string) => Control;
}

/** What can be seen and used at a place, once it is there. */
export interface Control extends Place {
  readonly waitFor: () => Promise<void>;
  readonly click: () => Promise<void>;
  readonly focus: () => Promise<void>;
  /** Puts this in place of what is typed there. */
  readonly fill: (text: string) => Promise<void>;
  readonly press: (key: 'Enter') => Promise<void>;
  readonly inputValue: () => Promise<string>;
  /** Runs in the page, on what was found. */
  readonly evaluate: Locator['evaluate'];
  readonly nth: (index: number) => Control;
  /** What the frame shows that this is. */
  readonly contentFrame: () => Place;
}

/** A tab, or a window of its own. */
export interface Tab extends Place {
  readonly goto: (url: string) => Promise<unknown>;
  readonly url: () => string | Promise<string>;
  /** Runs in the page. */
  readonly evaluate: Page['evaluate'];
  readonly waitForEvent: (event: 'close') => Promise<unknown>;
  /** What the user's device prefers. */
  readonly emulateMedia: (media: { readonly colorScheme: 'light' | 'dark' }) => Promise<void>;
}

/** All tabs of one user. */
export interface Tabs {
  readonly waitForEvent: (event: 'page') => Promise<Tab>;
}
