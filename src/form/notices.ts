import type { Field, Notice } from '../api/model.js';

/** Where a connector's notices stand. */
export interface PlacedNotices {
  readonly top: readonly Notice[];
  readonly bottom: readonly Notice[];
  /** By the id of the field that they stand before. */
  readonly before: ReadonlyMap<string, readonly Notice[]>;
}

/**
 * A notice with an anchor stands before the first shown field of that key, and nowhere while none is shown. One
 * whose anchor names no field at all stands at its position, as one without an anchor does; and so do all of
 * them where there is no field to see.
 *
 * @param fields all fields of the connector
 * @param applicable those that apply now, see `applicableFields`
 */
export function visibleNotices(
  notices: readonly Notice[],
  fields: readonly Field[],
  applicable: readonly Field[],
): PlacedNotices {
  const shown = applicable.filter(({ hidden }) => !hidden);
  const top: Notice[] = [];
  const bottom: Notice[] = [];
  const before = new Map<string, Notice[]>();
  for (const notice of notices) {
    const anchored = shown.length > 0 && fields.some(({ key }) => key === notice.anchor);
    const field = shown.find(({ key }) => key === notice.anchor);
    if (!anchored) (notice.position === 'bottom' ? bottom : top).push(notice);
    else if (field) before.set(field.id, [...(before.get(field.id) ?? []), notice]);
  }
  return { top, bottom, before };
}
