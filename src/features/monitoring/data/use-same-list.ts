import { useState } from 'react';

/**
 * The list with every item as it was before if it is still the same, and as the same list if all are: what is made of them
 * need not be made again.
 * @param isSame must not change from render to render
 */
export function useSameList<Item>(
  list: readonly Item[],
  isSame: (before: Item, now: Item) => boolean = Object.is,
): readonly Item[] {
  const [kept, setKept] = useState(list);
  const next = list.map((item, index) => {
    const before = kept[index];
    return before !== undefined && isSame(before, item) ? before : item;
  });
  if (kept.length === next.length && next.every((item, index) => Object.is(item, kept[index]))) return kept;
  setKept(next);
  return next;
}
