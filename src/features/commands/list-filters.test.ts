import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES } from '@/domain/command-type';
import {
  isFiltered,
  type ListFilters,
  listRequests,
  PAGE_SIZES,
  readFilters,
  writeFilters,
} from './list-filters';

const filters: ListFilters = { search: '', type: null, page: 1, size: 20 };

describe('filters in the URL', () => {
  it('J1: any filters survive the way through a URL', () => {
    fc.assert(
      fc.property(
        fc.record({
          search: fc.string({ unit: 'grapheme' }),
          type: fc.constantFrom(null, ...COMMAND_TYPES),
          page: fc.integer({ min: 1, max: 1_000_000 }),
          size: fc.constantFrom(...PAGE_SIZES),
        }),
        (wanted) => {
          const url = writeFilters(new URLSearchParams(), wanted, 20).toString();
          expect(readFilters(new URLSearchParams(url), 20)).toEqual(wanted);
        },
      ),
    );
  });

  it('J1: the plain list has a plain URL, and parameters of others stay', () => {
    const url = writeFilters(new URLSearchParams('q=x&page=3&tab=a'), filters, 20);
    expect(url.toString()).toBe('tab=a');
  });

  it.each(['page=0', 'page=-1', 'page=1.5', 'page=abc', 'size=7', 'size=1000', 'type=Perl', ''])(
    'J1: a malformed link opens the plain list: %s',
    (query) => {
      expect(readFilters(new URLSearchParams(query), 20)).toEqual(filters);
    },
  );

  it('A1: a search of blanks is no filter', () => {
    expect(isFiltered({ ...filters, search: '  ' })).toBe(false);
    expect(isFiltered({ ...filters, type: 'RunBatScript' })).toBe(true);
  });
});

describe('filters as requests', () => {
  const page = { RegionId: 'cn-beijing', PageNumber: 1, PageSize: 20 };

  it('A1: no filter asks for the page alone', () => {
    expect(listRequests('cn-beijing', filters)).toEqual([page]);
  });

  it('A1: text is looked for anywhere in the name; the user’s own wildcards are kept', () => {
    expect(listRequests('cn-beijing', { ...filters, search: ' web ' })).toEqual([{ ...page, Name: '*web*' }]);
    expect(listRequests('cn-beijing', { ...filters, search: 'web*' })).toEqual([{ ...page, Name: 'web*' }]);
  });

  it('A1: an ID is asked for as an ID first; if there is none, as a name', () => {
    expect(
      listRequests('cn-beijing', { ...filters, search: 'c-hz06k2m8w4p1c7d', type: 'RunShellScript' }),
    ).toEqual([
      { ...page, Type: 'RunShellScript', CommandId: 'c-hz06k2m8w4p1c7d' },
      { ...page, Type: 'RunShellScript', Name: '*c-hz06k2m8w4p1c7d*' },
    ]);
  });

  it('A1: a name that begins like an ID is a name', () => {
    expect(listRequests('cn-beijing', { ...filters, search: 'c-disk-clean' })).toEqual([
      { ...page, Name: '*c-disk-clean*' },
    ]);
  });
});
