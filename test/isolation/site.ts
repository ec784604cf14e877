import { inject } from 'vitest';
import { elementFiles } from '../e2e/element-files.js';
import { folder } from '../server/folder.js';
import { listen, type Listening } from '../server/listen.js';

/** A host with the pages of this folder and the element's files. */
export function startSite(): Promise<Listening> {
  const [pages, elements] = [folder(inject('playground').folder), folder(elementFiles())];
  return listen(async (request) => {
    const answer = await pages(request);
    return answer.ok ? answer : elements(request);
  });
}
