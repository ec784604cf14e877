import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node to its end, in that folder, and gives what it said. */
export function runNode(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: plainEnv() });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, ...said }));
  });
}

/** Runs an ES module's source there, as a host's own Node would; what it prints as JSON is what it gives. */
export async function evaluate(cwd: string, source: string): Promise<{ result: unknown; stderr: string }> {
  const { code, stdout, stderr } = await runNode(cwd, '--input-type=module', '--eval', source);
  if (code !== 0) throw new Error(stderr);
  return { result: JSON.parse(stdout) as unknown, stderr };
}

/** Without what a test run tells the tools: a host's Node runs as in development. */
function plainEnv(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, NODE_OPTIONS: ___, ...env } = process.env;
  return env;
}
