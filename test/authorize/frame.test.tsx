import { describe, expect, it } from 'vitest';
import { framing } from '../../src/authorize/frame.js';
import { framed } from './support/frames.js';

/** What can be known of the frames around a page. */

describe('around a page', () => {
  it('is nothing where it has the tab to itself', () => {
    expect(framing(window)).toBe('top');
  });

  it.each([
    ['is a frame without a sandbox', [null], 'open'],
    ['is a sandbox that allows all it takes', ['allow-popups allow-popups-to-escape-sandbox'], 'open'],
    ['is a sandbox in capitals', ['ALLOW-POPUPS Allow-Popups-To-Escape-Sandbox'], 'open'],
    ['is a sandbox that allows nothing', [''], 'allow-popups'],
    ['is a sandbox that allows other things', ['allow-scripts allow-same-origin'], 'allow-popups'],
    ['is a sandbox of permissions that only sound like it', ['allow-popups2 allow-pop'], 'allow-popups'],
    [
      'is a sandbox that keeps what it opens',
      ['allow-scripts allow-popups'],
      'allow-popups-to-escape-sandbox',
    ],
    ['are two frames, the outer one with a sandbox', [null, 'allow-scripts'], 'allow-popups'],
    ['are two sandboxes: the one that allows less counts', ['allow-popups', 'allow-scripts'], 'allow-popups'],
    ['is somebody else’s page', ['foreign'], 'unknown'],
    ['is somebody else’s page, further out', [null, 'foreign'], 'unknown'],
    ['is somebody else’s page around a sandbox', ['', 'foreign'], 'allow-popups'],
    [
      'is somebody else’s page around a sandbox that keeps what it opens',
      ['allow-popups', 'foreign'],
      'allow-popups-to-escape-sandbox',
    ],
  ] as const)('%s', (_, frames, found) => {
    expect(framing(framed(...frames))).toBe(found);
  });
});
