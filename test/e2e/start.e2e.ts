import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listen } from '../server/listen.js';

/** The script behind `npm start`, as a person or a machine runs it: from another folder, without a stdin. */
const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'start.mjs');

let folder: string;
let started: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connect-hub-start-'));
  started = [];
});
afterEach(async () => {
  for (const child of started) {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'close');
  }
  await rm(folder, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Everything that it said, on both outputs, once it is over. */
  readonly over: Promise<{ readonly code: number; readonly said: string }>;
  /** What it said up to and with the line that matches; rejects where it ends before. */
  readonly until: (pattern: RegExp) => Promise<string>;
}

function start(env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [SCRIPT], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      SANDBOX_PORT: '0',
      IDP_PORT: '0',
      SANDBOX_DATABASE: join(folder, 'sandbox.db'),
      ...env,
    },
  });
  started.push(child);
  let said = '';
  const heard = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      heard.emit('more');
    });
  }
  const over = once(child, 'close').then(([code]) => ({ code: code as number, said }));
  const until = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(said)) {
      await Promise.race([once(heard, 'more'), over]);
      if (child.exitCode !== null && !pattern.test(said)) throw new Error(said);
    }
    return said;
  };
  return { child, over, until };
}

test('it says where everything is once all of it answers, and ends when it is told to', async () => {
  const { child, over, until } = start();
  const said = await until(/Ctrl-C/);
  const [playground = '', sandbox = '', provider = ''] = said.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
  expect(said).toMatch(/Playground +http/);
  expect(said).toMatch(/Sandbox API +http.* API key sandbox_key/);
  expect(said).toMatch(/Provider +http/);
  expect(said).not.toMatch(/warning/i);

  expect(await (await fetch(playground)).text()).toContain('<!doctype html>');
  expect(said).toMatch(/Hosted page +http/);
  expect(await (await fetch(`${playground}/api/config`)).json()).toEqual({
    sandboxUrl: sandbox,
    hostedUrl: expect.stringMatching(/^http:\/\/localhost:\d+\/$/),
  });
  const metadata = (await (await fetch(`${provider}/.well-known/openid-configuration`)).json()) as object;
  expect(metadata).toMatchObject({ issuer: provider });
  const session = await fetch(`${playground}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ origin_owner_id: 'o', origin_owner_name: 'Owner' }),
  });
  expect(session.status).toBe(201);

  child.kill('SIGTERM');
  expect(await over).toEqual({ code: 0, said });
  await expect(fetch(playground)).rejects.toThrow(TypeError);
  await expect(fetch(sandbox)).rejects.toThrow(TypeError);
  await expect(fetch(provider)).rejects.toThrow(TypeError);
});

test.each(['PORT', 'SANDBOX_PORT', 'IDP_PORT'])(
  'a port that is taken: one sentence, which names %s',
  async (variable) => {
    const other = await listen(async () => new Response());
    const { port } = new URL(other.url);
    const { code, said } = await start({ [variable]: port }).over;
    await other.close();
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^[^\n]*port ${port}[^\n]*${variable}[^\n]*\n$`));
  },
);

test('a port that is none: one sentence, and nothing is started', async () => {
  const { code, said } = await start({ PORT: 'web' }).over;
  expect({ code, said }).toEqual({
    code: 1,
    said: 'PORT is "web": it has to be a port, a number from 0 to 65535.\n',
  });
});
