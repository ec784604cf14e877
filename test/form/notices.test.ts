import { describe, expect, it } from 'vitest';
import { visibleNotices } from '../../src/form/notices.js';
import { field, HOSTILE_KEYS, notice } from './fields.js';

const url = field({ key: 'url' });
const key = field({ key: 'key' });

const place = (...input: Parameters<typeof visibleNotices>) => {
  const { top, bottom, before } = visibleNotices(...input);
  const idsOf = (notices: typeof top) => notices.map(({ id }) => id);
  return {
    top: idsOf(top),
    bottom: idsOf(bottom),
    before: [...before].map(([id, notices]) => [id, ...idsOf(notices)]),
  };
};

describe('a notice', () => {
  const top = notice({ id: 'top' });
  const bottom = notice({ id: 'bottom', position: 'bottom' });
  const atUrl = notice({ id: 'at-url', anchor: 'url', position: 'bottom' });
  const atUrlToo = notice({ id: 'at-url-too', anchor: 'url' });

  it('without an anchor stands at the top or the bottom', () => {
    expect(place([bottom, top], [url], [url])).toEqual({ top: ['top'], bottom: ['bottom'], before: [] });
  });

  it('with an anchor stands before the field of that key, whatever its position', () => {
    expect(place([atUrl, top, atUrlToo], [key, url], [key, url])).toEqual({
      top: ['top'],
      bottom: [],
      before: [['f-url', 'at-url', 'at-url-too']],
    });
  });

  it('is not shown while its field does not apply', () => {
    expect(place([atUrl, top], [key, url], [key])).toEqual({ top: ['top'], bottom: [], before: [] });
  });

  it('is not shown where its field is never shown', () => {
    const hidden = field({ key: 'url', hidden: true });
    expect(place([atUrl], [key, hidden], [key, hidden])).toEqual({ top: [], bottom: [], before: [] });
  });

  it('whose anchor is no field at all stands at its position', () => {
    const lost = [
      notice({ id: 'a', anchor: 'gone' }),
      notice({ id: 'b', anchor: 'gone', position: 'bottom' }),
    ];
    expect(place(lost, [key], [key])).toEqual({ top: ['a'], bottom: ['b'], before: [] });
  });

  it('is shown in any case where there is no field to see', () => {
    const hidden = field({ key: 'url', hidden: true });
    const shown = { top: ['top', 'at-url-too'], bottom: ['bottom', 'at-url'], before: [] };
    expect(place([top, bottom, atUrl, atUrlToo], [], [])).toEqual(shown);
    expect(place([top, bottom, atUrl, atUrlToo], [hidden], [hidden])).toEqual(shown);
  });

  it('stands before the one of two fields of its key that applies', () => {
    const [first, second] = [field({ id: 'f1', key: 'url' }), field({ id: 'f2', key: 'url' })];
    expect(place([atUrl], [first, second], [second]).before).toEqual([['f2', 'at-url']]);
  });

  it.each(HOSTILE_KEYS)('can be anchored at the key %j', (anchor) => {
    const odd = field({ id: 'f7', key: anchor });
    expect(place([notice({ anchor })], [odd], [odd]).before).toEqual([['f7', 'n0']]);
  });
});
