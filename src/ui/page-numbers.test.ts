import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageNumbers } from './page-numbers';

it('A6: shows the ends, the current page and its neighbours', () => {
  expect(pageNumbers(2, 65)).toEqual([1, 2, 3, null, 65]);
  expect(pageNumbers(30, 65)).toEqual([1, 2, 3, null, 29, 30, 31, null, 65]);
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(5, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('A6: rises, names the current page and hides at least two pages behind a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [page, pages] = [Math.min(a, b), Math.max(a, b)];
      const shown = pageNumbers(page, pages);
      expect(shown).toContain(page);
      expect(shown.at(-1)).toBe(pages);
      shown.forEach((number, i) => {
        if (number !== null) return;
        expect((shown[i + 1] ?? 0) - (shown[i - 1] ?? 0)).toBeGreaterThan(2);
      });
    }),
  );
});
