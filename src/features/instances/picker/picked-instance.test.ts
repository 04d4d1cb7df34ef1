import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePicked, type PickedInstance } from './picked-instance';

const instance = (number: number): PickedInstance => ({
  instanceId: `i-${number}`,
  name: `web-${number}`,
  privateIp: '',
  osName: 'CentOS 7.6',
  zoneId: 'cn-hangzhou-h',
});
const picked = (numbers: readonly number[]) =>
  new Map(numbers.map((number) => [`i-${number}`, instance(number)]));
const ids = (numbers: readonly number[]) => new Set(numbers.map((number) => `i-${number}`));

describe('the selection', () => {
  it('B2: keeps what was picked on other pages', () => {
    const { picked: next } = changePicked(picked([1, 2]), ids([1, 2, 21]), [instance(21), instance(22)], 50);
    expect([...(next ?? [])].map(([id]) => id)).toEqual(['i-1', 'i-2', 'i-21']);
  });

  it('B3: refuses a change beyond the maximum whole, and says what it would have made', () => {
    const change = changePicked(picked([1, 2]), ids([1, 2, 3, 4]), [instance(3), instance(4)], 3);
    expect(change).toEqual({ picked: null, refused: 4 });
  });

  it('B3: lets a selection that is too large already be made smaller', () => {
    const { picked: next } = changePicked(picked([1, 2, 3, 4]), ids([1, 2, 3]), [], 2);
    expect(next?.size).toBe(3);
  });

  it('B2: never invents an instance and never exceeds the maximum', () => {
    const numbers = fc.uniqueArray(fc.nat(60), { maxLength: 50 });
    fc.assert(
      fc.property(numbers, numbers, numbers, (before, wanted, page) => {
        const current = picked(before);
        const change = changePicked(current, ids(wanted), page.map(instance), 50);
        if (change.picked === null) return;
        expect(change.picked.size).toBeLessThanOrEqual(Math.max(50, current.size));
        for (const [id, item] of change.picked) {
          expect(item.instanceId).toBe(id);
          expect(ids(wanted).has(id)).toBe(true);
          expect(ids(before).has(id) || ids(page).has(id)).toBe(true);
        }
      }),
    );
  });
});
