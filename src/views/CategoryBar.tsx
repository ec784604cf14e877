import { memo, type ReactNode } from 'react';
import { useText } from '../ui/text.js';

export interface CategoryCount {
  /** Its name on the wire. */
  readonly category: string;
  /** How many connectors are in it. */
  readonly count: number;
}

interface CategoryBarProps {
  /** The categories there are, in their order. */
  readonly categories: readonly CategoryCount[];
  /** The one that is looked at; `null` is all of them. */
  readonly chosen: string | null;
  /** Hears which one the user wants to look at. */
  readonly onChoose: (category: string | null) => void;
}

/** The contract has 14. Nothing is missed without the rest: what is in them is among all, and the search finds it. */
const MAX_CATEGORIES = 50;

/**
 * The categories: a column beside the list where there is room, a row above it on a phone. A search leaves them as
 * they are.
 */
export const CategoryBar = memo(function CategoryBar({
  categories,
  chosen,
  onChoose,
}: CategoryBarProps): ReactNode {
  const text = useText();
  const total = categories.reduce((sum, { count }) => sum + count, 0);
  const all = { category: null, count: total };
  return (
    <div role="group" aria-label={text('picker.categories')} className="hub-categories">
      {[all, ...categories.slice(0, MAX_CATEGORIES)].map(({ category, count }) => (
        <button
          key={JSON.stringify(category)}
          type="button"
          className="hub-category"
          part="category"
          aria-pressed={category === chosen}
          onClick={() => onChoose(category)}
        >
          <span className="hub-category-label" dir="auto">
            {category === null ? text('picker.all') : text.category(category)}
          </span>
          <span className="hub-category-count">{text.number(count)}</span>
        </button>
      ))}
    </div>
  );
});
