import { read } from './contents.js';

/** The first code block after a line of the README that has these words in it, as it stands there. */
export function exampleAfter(words: string): string {
  const [, after = ''] = read('README.md').split(words);
  const [, code] = /^```\w+\n(.*?)^```$/ms.exec(after) ?? [];
  if (!code) throw new Error(`The README has no example after “${words}”.`);
  return code;
}
