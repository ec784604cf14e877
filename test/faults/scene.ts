/** A hub on a page, its line to a server, and a user: in steady time, where nothing happens but what is asked for. */
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { HubOptions } from '../../src/index.js';
import { mountHub, type MountedHub } from '../support/hub.js';
import { type Line, openLine } from './line.js';

// The platform's, before a test stops the time: what the server does takes turns of its own.
const { setImmediate: soon } = globalThis;
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    soon(resolve);
  });

export interface Scene extends MountedHub {
  readonly line: Line;
}

/** @param before sees the line before the hub does. */
export function openScene(
  server: typeof globalThis.fetch,
  options: Partial<HubOptions>,
  before?: (line: Line) => void,
): Scene {
  const line = openLine(server);
  before?.(line);
  return { ...mountHub({ fetch: line.fetch, ...options }), line };
}

/** All that can happen without any time going by has happened. */
export async function settled({ line }: Pick<Scene, 'line'>): Promise<void> {
  for (let still = 0; still < 2; ) {
    const before = line.sent.length;
    await act(async () => {
      await turn();
      // What was put off to the next turn only.
      await vi.advanceTimersByTimeAsync(0);
    });
    still = line.isBusy() || line.sent.length > before ? 0 : still + 1;
  }
}

/** Lets time go by, as much at once as `step` says. */
export async function pass(scene: Pick<Scene, 'line'>, seconds: number, step = 1): Promise<void> {
  await settled(scene);
  for (let left = seconds; left > 0; left -= step) {
    await act(() => vi.advanceTimersByTimeAsync(Math.min(step, left) * 1000));
    await settled(scene);
  }
}

/** Waits for what comes by itself, a minute at most. */
export async function until(scene: Pick<Scene, 'line'>, there: () => boolean): Promise<void> {
  await settled(scene);
  for (let seconds = 0; seconds < 60 && !there(); seconds += 1) await pass(scene, 1);
}

const button = (name: string | RegExp): HTMLElement | undefined =>
  screen
    .queryAllByRole('button')
    .find(({ textContent }) => (typeof name === 'string' ? textContent === name : name.test(textContent)));

export const hasButton = (name: string | RegExp): boolean => button(name) !== undefined;

/** Twice in the same turn, as impatient people do: what it begins, begins once. */
export function press(name: string | RegExp): void {
  const found = button(name);
  if (!found) throw new Error(`There is no button ${name}: ${document.body.textContent}`);
  expect(found).not.toHaveAttribute('aria-disabled');
  act(() => {
    found.click();
    if (found.isConnected) found.click();
  });
}

export const fill = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

export const valueOf = (label: string): string | undefined =>
  screen.queryByLabelText<HTMLInputElement>(label)?.value;

export const pick = (name: RegExp): void => void fireEvent.click(screen.getByRole('option', { name }));

export const title = (): string | null => document.querySelector('.hub h2')?.textContent ?? null;

export const says = (words: string): boolean => document.body.textContent.includes(words);

/** What went wrong: said at once, or beside a field that says it. */
export const alerts = (): string =>
  Array.from(
    document.querySelectorAll('[role=alert], .hub-notice[data-tone=danger]:not([role])'),
    (box) => (box.closest('.hub-message') ?? box).textContent,
  ).join('\n');
