import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedSchedule, createSchedule } from './schedule';

const BORN = Date.parse('2026-11-22T00:00:00Z');
const MINUTE = 60_000;
const FREQUENCIES = ['0 0 * * * ?', '0 0/20 * * * ?', '0 30 6 * * ?', 'rate(7m)', 'rate(90s)'];

it('J7: a changed schedule counts its fires without a gap, as before up to the change and as changed after it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FREQUENCIES),
      fc.constantFrom(...FREQUENCIES),
      fc.integer({ min: 0, max: 3000 }),
      (first, second, minutes) => {
        const at = BORN + minutes * MINUTE;
        const before = createSchedule(first, BORN);
        const after = createSchedule(second, at);
        const changed = changedSchedule(before, at, after);
        const kept = before.count(at);
        for (let number = 1; number <= kept + 5; number++) {
          const fire = changed.fire(number)!;
          expect(changed.count(fire)).toBe(number);
          expect(fire <= at).toBe(number <= kept);
        }
        expect(changed.fire(kept + 1)).toBe(after.fire(1));
      },
    ),
    { numRuns: 60 },
  );
});
