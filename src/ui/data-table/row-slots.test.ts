import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveSlots, NO_SLOTS } from './row-slots';

const NOBODY: ReadonlySet<number> = new Set();
const keysOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `row ${from + index}`);

/** Rows of one list in its order, as after any scroll or change: some stay, some go, some come. */
const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 })
  .map((numbers) => numbers.toSorted((a, b) => a - b).map((number) => `row ${number}`));

describe('the elements of rows', () => {
  it('J5: are taken over when a list is thrown, and made anew when it is scrolled a little', () => {
    const before = giveSlots(NO_SLOTS, keysOf(0, 20), NOBODY);
    const thrown = giveSlots(before, ['row 0', ...keysOf(500, 520)], NOBODY);
    expect([...thrown.slotOf.values()]).toEqual([...before.slotOf.values(), 20]);
    const scrolled = giveSlots(before, keysOf(5, 25), NOBODY);
    expect([...scrolled.slotOf.values()]).toEqual(keysOf(5, 25).map((_, index) => index + 5));
  });

  it('J5: stay with the rows that stay, never serve two, never move, and go with their row once used', () => {
    fc.assert(
      fc.property(
        fc.array(windows, { minLength: 2, maxLength: 5 }),
        fc.func(fc.boolean()),
        (lists, isUsed) => {
          let before = NO_SLOTS;
          for (const keys of lists) {
            const used = new Set([...before.slotOf.values()].filter((slot) => isUsed(slot)));
            const after = giveSlots(before, keys, used);
            expect([...after.slotOf.keys()]).toEqual(keys);
            expect(new Set(after.slotOf.values()).size).toBe(keys.length);
            const order = [...before.slotOf.values()];
            const places: number[] = [];
            for (const [key, slot] of after.slotOf) {
              if (before.slotOf.has(key)) expect(slot).toBe(before.slotOf.get(key));
              else expect(used.has(slot)).toBe(false);
              if (order.includes(slot)) places.push(order.indexOf(slot));
            }
            expect(places).toEqual(places.toSorted((a, b) => a - b));
            before = after;
          }
        },
      ),
    );
  });
});
