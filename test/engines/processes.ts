import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

/** A process that runs until it is ended. */
export interface Running {
  readonly child: ChildProcess;
  readonly end: () => Promise<void>;
}

export function run(command: string, args: readonly string[], options: SpawnOptions): Running {
  const child = spawn(command, args, options);
  const exited = once(child, 'exit');
  return {
    child,
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await exited;
    },
  };
}

/** What a stream says first that has the pattern's group in it. */
export async function said(
  stream: NodeJS.ReadableStream | null | undefined,
  pattern: RegExp,
): Promise<string> {
  if (!stream) throw new Error('The process says nothing.');
  let text = '';
  const heard = await new Promise<string>((resolve, reject) => {
    stream.on('data', (chunk) => {
      text += String(chunk);
      const [, group] = pattern.exec(text) ?? [];
      if (group !== undefined) resolve(group);
    });
    stream.once('close', () => reject(new Error(`The process ended before it was ready: ${text}`)));
  });
  return heard;
}
