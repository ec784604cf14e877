import { inject } from 'vitest';

/** The folder with the custom element's files, see build-element.ts. */
export function elementFiles(): string {
  const { folder, problem } = inject('element');
  if (problem) throw new Error(problem);
  return folder;
}
