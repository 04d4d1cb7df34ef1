import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cron, nextFires, parseCron } from '@/domain/cron';
import { shiftCron } from './shift-cron';

function cronOf(text: string): Cron {
  const result = parseCron(text);
  if (!result.ok) throw new Error(text);
  return result.cron;
}

it('D3: a shifted schedule fires at the same moments, told by the other clock', () => {
  const texts = fc
    .tuple(
      fc.constantFrom('0', '15,45', '0/10', '*'),
      fc.constantFrom('0', '18', '9-17', '0,23', '*', '16,17'),
      fc.constantFrom('* * ?', '? * MON-FRI', '? * 1,7', '15 * ?', '? * 6L', 'L * ?'),
    )
    .map(([m, h, days]) => `0 ${m} ${h} ${days}`);
  const offsets = fc.constantFrom(-720, -480, -210, -60, 60, 330, 345, 480, 840);
  const after = Date.UTC(2026, 10, 23);
  fc.assert(
    fc.property(texts, offsets, (text, minutes) => {
      const cron = cronOf(text);
      const shifted = shiftCron(cron, minutes);
      if (!shifted) return;
      const walls = nextFires(shifted, new Date(after + minutes * 60_000), 100).map(Number);
      expect(walls.map((wall) => wall - minutes * 60_000)).toEqual(
        nextFires(cron, new Date(after), 100).map(Number),
      );
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['0 0 18 1 * ?', 480, 'the 2nd is not the 1st of another month'],
  ['0 0 9,18 ? * MON', 480, 'one fire stays on Monday, one falls on Tuesday'],
  ['0 0 9 * 3 ?', 480, 'March begins elsewhere'],
])('D3: %s cannot be told %i min ahead: %s', (text, minutes) => {
  expect(shiftCron(cronOf(text), minutes)).toBeNull();
});
