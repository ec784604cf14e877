/** Plays a row of the table: the fault, what comes of it, and how it goes on. */
import { act, screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { connect } from '../authorize/support/watching.js';
import { gate } from '../support/gate.js';
import { ENDED, INTERFERENCES, SLOW } from './faults.js';
import type { Interference, Line, Sent } from './line.js';
import type { Backend } from './backends.js';
import { type Place, PLACES } from './places.js';
import {
  alerts,
  hasButton,
  openScene,
  pass,
  pick,
  press,
  type Scene,
  says,
  settled,
  until,
  valueOf,
} from './scene.js';
import type { Fault, Outcome, Row } from './table.js';

/** How long a fault lasts, in seconds: longer than all that is tried by itself. */
const LASTS: { readonly [fault in Fault]?: number } = { timeout: 130, '429 Retry-After': 12 };
const LONG = 15;

interface Trouble {
  /** It is over: the line is as good as new. */
  readonly over: () => void;
  /** An answer that was held back comes. */
  readonly release: () => void;
}

export async function play({ endpoint, fault, outcome }: Row): Promise<void> {
  const place = PLACES[endpoint];
  const backend = await place.backend();
  const tokens = [await backend.token(), await backend.token()];
  const getToken = vi.fn(async () => tokens[getToken.mock.calls.length - 1] ?? tokens[1] ?? '');
  let trouble: Trouble | undefined;
  const strike = (line: Line) => {
    trouble = begin(line, place, fault);
  };
  const scene = openScene(
    backend.fetch,
    fault === '401 renewed' ? { getToken } : { token: tokens[0] },
    place.first && strike,
  );
  await settled(scene);
  if (!place.first) {
    await place.lead?.(scene, backend);
    strike(scene.line);
    act(() => place.ask?.());
    await settled(scene);
  }
  const asked = () => scene.line.sent.filter(place.asks);

  if (outcome.way === 'gone') return leave(scene, place, trouble as Trouble, asked);
  await endure(scene, fault, outcome);
  const seen = await look(scene, place, outcome, asked());
  trouble?.over();
  await goOn({ scene, place, backend, outcome, next: tokens[1] ?? '', seen });
  if (outcome.inAll) expect(asked()).toHaveLength(outcome.inAll);
  // What may have been carried out is sent again as the same intent, under its one key.
  const { says: words = [] } = outcome;
  if (words.some((one) => one.includes('not be saved twice'))) {
    expect(new Set(asked().map(({ key }) => key)).size).toBe(1);
  }
  expect(getToken).toHaveBeenCalledTimes(fault === '401 renewed' ? (outcome.tokens ?? 2) : 0);
  await finish(scene, tokens);
}

const go = (online: boolean): void => act(() => connect(online));

/** The fault is there from now on. */
function begin(line: Line, place: Place, fault: Fault): Trouble {
  let there = true;
  const held = gate();
  const dead = new Set<string>();
  if (fault === 'offline' && !place.first) go(false);
  const interference = place.own?.[fault] ?? INTERFERENCES[fault];
  const ended = fault === '401 not valid' ? ENDED['401 not valid'] : ENDED['401 expired'];

  const answer: Interference = async (sent, passOn) => {
    if (fault === 'offline' && place.first && there && place.asks(sent)) connect(false);
    const met = there && (place.asks(sent) || (fault === 'offline' && !navigator.onLine));
    if (fault.startsWith('401')) {
      if (met && !(dead.size > 0)) dead.add(sent.token);
      // To the session's own call alone it means nothing.
      const hit = place.asks(sent) || place !== PLACES.session;
      return hit && dead.has(sent.token) ? ended() : passOn();
    }
    if (!met) return passOn();
    if (fault === 'aborted') {
      const answered = await passOn();
      await held.opened;
      return answered;
    }
    return interference ? interference(sent, passOn) : passOn();
  };
  line.between(answer);
  return {
    over() {
      there = false;
      if (fault === 'offline') go(true);
    },
    release: held.open,
  };
}

/** Lets the fault last, looking in on what takes long. */
async function endure(scene: Scene, fault: Fault, { requests, meanwhile }: Outcome): Promise<void> {
  if (fault === 'slow') {
    const isShort = meanwhile === 'Cancelling…';
    await pass(scene, isShort ? 3 : 8.5, 0.5);
    if (meanwhile) expect(document.body).toHaveTextContent(meanwhile);
    return pass(scene, SLOW / 1000);
  }
  const lasts = LASTS[fault] ?? (requests === 'again and again' ? LONG : 3);
  return pass(scene, lasts, lasts > LONG ? 5 : 1);
}

/** What the user sees, what the host has heard, and what was sent. */
async function look(scene: Scene, place: Place, outcome: Outcome, asked: readonly Sent[]): Promise<number> {
  const { says: words = [], codes = [], recoverable = true, requests } = outcome;
  const alert = alerts();
  if (words.length === 0) expect(alert).toBe('');
  for (const one of words) expect(alert).toContain(one);
  expect(says('<')).toBe(false);
  expect(scene.heard.errors.map(({ code }) => code)).toEqual(codes);
  for (const error of scene.heard.errors) expect(error.recoverable).toBe(recoverable);
  if (requests === 'again and again') expect(asked.length).toBeGreaterThan(1);
  else expect(asked).toHaveLength(requests);
  const isForm = place.button !== undefined && (hasButton(place.button) || words.length > 0);
  if (isForm && !alert.includes('session')) {
    for (const [label, value] of Object.entries(place.typed ?? {})) expect(valueOf(label)).toBe(value);
  }
  return scene.line.sent.length;
}

interface Going {
  readonly scene: Scene;
  readonly place: Place;
  readonly backend: Backend;
  readonly outcome: Outcome;
  /** A session of the same owner. */
  readonly next: string;
  /** How many requests there were when the fault was over. */
  readonly seen: number;
}

/** The fault is over. The user goes on, and gets to where they wanted to be. */
async function goOn({ scene, place, backend, outcome, next, seen }: Going): Promise<void> {
  const { way } = outcome;
  if (way === 'again' || way === 'send' || way === 'none') {
    // Nothing is sent without a click.
    await pass(scene, 60, 5);
    expect(scene.line.sent).toHaveLength(seen);
  }
  switch (way) {
    case 'none':
      return expect(hasButton('Try again')).toBe(false);
    case 'verdict':
      backend.refuse?.();
      await until(scene, () => says('That sign-in was not started in this browser.'));
      return expect(scene.heard.errors).toEqual([{ code: 'not_same_browser', recoverable: true }]);
    case 'again':
      press('Try again');
      break;
    case 'send':
      press(place.button ?? '');
      break;
    case 'back':
      act(() => screen.getByRole('button', { name: 'Back' }).click());
      await settled(scene);
      pick(/BambooHR/);
      break;
    case 'token':
      scene.update({ token: next });
      await pass(scene, 3);
      if (place.button && hasButton(place.button)) press(place.button);
      break;
    default:
  }
  await settled(scene);
  await backend.signIn?.(scene);
  await until(scene, place.arrived);
  expect(place.arrived()).toBe(true);
  if (outcome.shows) expect(document.body).toHaveTextContent(outcome.shows);
  if (outcome.hides) expect(document.body).not.toHaveTextContent(outcome.hides);
  if (!place.button) return;
  expect(scene.heard.successes).toHaveLength(1);
  expect(await backend.accounts()).toEqual(place.accounts ?? [scene.heard.successes[0]?.id]);
}

/** The hub is gone while it waits: nobody is told of a fault, and of an account all the same. */
async function leave(
  scene: Scene,
  place: Place,
  { release }: Trouble,
  asked: () => readonly Sent[],
): Promise<void> {
  await until(scene, () => asked().length > 0);
  const [sent] = asked();
  scene.unmount();
  await settled(scene);
  expect(sent?.signal.aborted).toBe(!place.writes);
  release();
  await pass(scene, 6);
  expect(asked()).toHaveLength(1);
  expect(scene.heard.errors).toEqual([]);
  expect(scene.heard.closings).toEqual([{ reason: 'unmounted', accounts: [] }]);
  expect(scene.heard.successes).toHaveLength(place.accounts ? 1 : 0);
  expect(vi.getTimerCount()).toBe(0);
}

/** Nothing is left of it, and nobody could read a token. */
async function finish(scene: Scene, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    expect(document.documentElement.outerHTML).not.toContain(token);
    expect(JSON.stringify([scene.heard, Object.entries(sessionStorage), location.href])).not.toContain(token);
  }
  scene.unmount();
  await pass(scene, 1);
  expect(vi.getTimerCount()).toBe(0);
}
