import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesFor, placeOf } from './page-window';

const windows = fc
  .record({
    count: fc.integer({ min: 1, max: 10_000 }),
    first: fc.nat(10_000),
    seen: fc.integer({ min: 1, max: 100 }),
    ahead: fc.nat(200),
  })
  .map(({ count, first, seen, ahead }) => {
    const start = first % count;
    return { count, ahead, range: { first: start, last: Math.min(count - 1, start + seen - 1) } };
  });

describe('pages of a window', () => {
  it('J5: covers every row in view, within the list, with at most two pages', () => {
    fc.assert(
      fc.property(windows, ({ count, ahead, range }) => {
        const pages = pagesFor(range, 100, ahead, count);
        for (let index = range.first; index <= range.last; index++) {
          expect(pages).toContain(placeOf(index, 100).page);
        }
        expect(pages.length).toBeLessThanOrEqual(2);
        expect(Math.min(...pages)).toBeGreaterThanOrEqual(1);
        expect(Math.max(...pages)).toBeLessThanOrEqual(Math.ceil(count / 100));
      }),
    );
  });

  it('J5: asks for the next page before its first row comes into view', () => {
    expect(pagesFor({ first: 45, last: 69 }, 100, 30, 1000)).toEqual([1]);
    expect(pagesFor({ first: 55, last: 79 }, 100, 30, 1000)).toEqual([1, 2]);
  });

  it('J5: clamps a range left over from a longer list', () => {
    expect(pagesFor({ first: 900, last: 940 }, 100, 30, 42)).toEqual([1]);
    expect(pagesFor({ first: 0, last: 20 }, 100, 30, 0)).toEqual([]);
  });

  it('J5: places each row once', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100 }), (index, size) => {
        const { page, offset } = placeOf(index, size);
        expect((page - 1) * size + offset).toBe(index);
        expect(offset).toBeLessThan(size);
      }),
    );
  });
});
