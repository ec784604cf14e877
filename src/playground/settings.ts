import { type Door, DOORS } from './door.js';
import { LANGUAGES } from './languages.js';
import { DEFAULT_LOOK, FONT_SIZES, FONTS, isBrand, type Look, RADII } from './look.js';

/** The fields of ConnectSessionCreate as the form holds them: text as it was typed, the wire's names. */
export interface SessionForm {
  readonly origin_owner_id: string;
  readonly origin_owner_name: string;
  readonly origin_username: string;
  readonly categories: readonly string[];
  readonly provider: string;
  readonly provider_version: string;
  readonly integration_id: string;
  readonly account_id: string;
  readonly multiple: boolean;
  readonly expires_in: string;
  readonly label: string;
  readonly type: '' | 'production' | 'test';
  readonly metadata: string;
}

export type Theme = 'light' | 'dark' | 'system';

/** Everything that the developer panel sets and a reload keeps. */
export interface Settings {
  readonly session: SessionForm;
  readonly theme: Theme;
  readonly look: Look;
  /** The hub's `locale` option; empty is its default. */
  readonly locale: string;
  /** The hub's `height` option; empty is its default. */
  readonly height: string;
  readonly door: Door;
  readonly opensIn: 'dialog' | 'page';
  /** Speak the contract without any extension. */
  readonly plain: boolean;
}

export const DEFAULT_SESSION: SessionForm = {
  origin_owner_id: 'acme-corp',
  origin_owner_name: 'Acme Corp',
  origin_username: 'jane@acme.example',
  categories: [],
  provider: '',
  provider_version: '',
  integration_id: '',
  account_id: '',
  multiple: false,
  expires_in: '',
  label: '',
  type: '',
  metadata: '',
};

export const DEFAULT_SETTINGS: Settings = {
  session: DEFAULT_SESSION,
  theme: 'system',
  look: DEFAULT_LOOK,
  locale: '',
  height: '',
  door: 'component',
  opensIn: 'dialog',
  plain: false,
};

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  theme: ['light', 'dark', 'system'],
  locale: LANGUAGES.map(({ value }) => value),
  door: DOORS.map(({ value }) => value),
  opensIn: ['dialog', 'page'],
  type: ['', 'production', 'test'],
  radius: RADII.map(({ value }) => value),
  font: FONTS.map(({ value }) => value),
  fontSize: FONT_SIZES.map(({ value }) => value),
};

/** Settings from what an earlier visit left; whatever is not as it should be falls back to its default. */
export function settingsFrom(stored: unknown): Settings {
  const source = isRecord(stored) ? stored : {};
  return {
    ...restored(DEFAULT_SETTINGS, source),
    session: restored(DEFAULT_SESSION, recordIn(source, 'session')),
    look: restored(DEFAULT_LOOK, recordIn(source, 'look')),
  };
}

function restored<T extends object>(defaults: T, source: Readonly<Record<string, unknown>>): T {
  const kept = Object.entries(defaults).map(([name, standard]) => {
    const value = Object.hasOwn(source, name) ? source[name] : undefined;
    return [name, fits(name, value, standard) ? value : standard];
  });
  return Object.fromEntries(kept) as T;
}

function fits(name: string, value: unknown, standard: unknown): boolean {
  const choices = CHOICES[name];
  if (choices) return choices.includes(value);
  if (name === 'brand') return isBrand(value);
  if (Array.isArray(standard)) {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
  }
  return typeof value === typeof standard;
}

const recordIn = (
  source: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> => {
  const value = source[name];
  return isRecord(value) ? value : {};
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KEY = 'connect-hub-playground';

/** The settings of the last visit. Storage can be shut off, and then every visit is the first. */
export function rememberedSettings(): Settings {
  try {
    return settingsFrom(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Keeps the settings. They hold no token: scenario tokens are chosen anew on every visit. */
export function rememberSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A visitor who allows no storage has chosen to set things anew.
  }
}
