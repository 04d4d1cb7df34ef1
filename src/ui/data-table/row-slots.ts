import { useCallback, useLayoutEffect, useState } from 'react';

/** Which element shows which row, in the order on the page. An element is named by a number that is never given twice. */
export interface RowSlots {
  slotOf: ReadonlyMap<string, number>;
  /** The number of the next new element. */
  next: number;
}

export const NO_SLOTS: RowSlots = { slotOf: new Map(), next: 0 };

/**
 * The elements for other rows than before, given by key in their order: a row that stays keeps its element, and one that comes
 * takes that of a row which stood between the same neighbours and went. So no element moves, and a list that is thrown
 * puts new words into its rows in place of building them anew, at a third of the cost.
 *
 * @param used elements that may hold more than their row's words, such as an open tooltip: they go with their row
 */
export function giveSlots(before: RowSlots, keys: readonly string[], used: ReadonlySet<number>): RowSlots {
  const coming = new Set(keys);
  const free: { slot: number; after: string | null }[] = [];
  let staying: string | null = null;
  for (const [key, slot] of before.slotOf) {
    if (coming.has(key)) staying = key;
    else if (!used.has(slot)) free.push({ slot, after: staying });
  }
  const slotOf = new Map<string, number>();
  let next = before.next;
  let last: string | null = null;
  for (const key of keys) {
    const kept = before.slotOf.get(key);
    if (kept !== undefined) last = key;
    const place = kept === undefined ? free.findIndex(({ after }) => after === last) : -1;
    const [taken] = place < 0 ? [] : free.splice(place, 1);
    slotOf.set(key, kept ?? taken?.slot ?? next++);
  }
  return { slotOf, next };
}

/** Remembers what is on the page; changed only when that does. */
function createMemory() {
  let shown = NO_SLOTS;
  const used = new Set<number>();
  return {
    give: (keys: readonly string[]) => giveSlots(shown, keys, used),
    put(slots: RowSlots) {
      shown = slots;
      const alive = new Set(slots.slotOf.values());
      for (const slot of used) if (!alive.has(slot)) used.delete(slot);
    },
    use(key: string) {
      const slot = shown.slotOf.get(key);
      if (slot !== undefined) used.add(slot);
    },
  };
}

/** The element of each row, and what to call when somebody points at a row or the focus goes there. */
export function useRowSlots(keys: readonly string[]): {
  slotOf: ReadonlyMap<string, number>;
  onUse(key: string): void;
} {
  const [memory] = useState(createMemory);
  const slots = memory.give(keys);
  useLayoutEffect(() => memory.put(slots));
  return { slotOf: slots.slotOf, onUse: useCallback((key: string) => memory.use(key), [memory]) };
}
