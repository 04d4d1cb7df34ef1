import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagingValues, paramsOf, readDay, readPaging } from './list-params';

const SIZES = [10, 20, 50];
const read = (query: string) => readPaging(new URLSearchParams(query), SIZES, 20);

describe('the parameters of a list', () => {
  it('J1: page and size come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom(...SIZES), (page, size) => {
        expect(read(paramsOf(pagingValues({ page, size }, 20)).toString())).toEqual({ page, size });
      }),
    );
    expect(paramsOf(pagingValues({ page: 1, size: 20 }, 20)).toString()).toBe('');
  });

  it.each(['page=0', 'page=-1', 'page=1.5', 'page=x', 'page=1e400', 'size=7', 'size=x', 'size='])(
    'J1: ?%s reads as the first page of the default size',
    (query) => expect(read(query)).toEqual({ page: 1, size: 20 }),
  );

  it('J1: a day is one of the calendar, whole', () => {
    const day = (text: string) => readDay(new URLSearchParams({ from: text }), 'from');
    expect(day('2026-11-23')).toBe('2026-11-23');
    for (const text of ['', 'soon', '2026-13-01', '2026-11-23T00:00:00Z', '26-11-23'])
      expect(day(text)).toBe('');
  });

  it('J1: what is empty is left out, and the order stays', () => {
    expect(paramsOf({ q: 'a b', type: null, status: '', range: 'day' }).toString()).toBe('q=a+b&range=day');
  });
});
