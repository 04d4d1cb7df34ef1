import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES } from '@/domain/command-type';
import {
  isFiltered,
  PAGE_SIZES,
  readRecordFilters,
  type RecordFilters,
  recordsRequest,
  STATUS_FILTERS,
  statusFilters,
  writeRecordFilters,
} from './record-filters';

const NONE: RecordFilters = { search: '', status: null, mode: null, type: null, page: 1, size: 20 };

describe('record filters', () => {
  it('J1: what is written to the URL is read back the same', () => {
    const filters = fc.record({
      search: fc.string(),
      status: fc.option(fc.constantFrom(...STATUS_FILTERS)),
      mode: fc.option(fc.constantFrom('once' as const, 'scheduled' as const)),
      type: fc.option(fc.constantFrom(...COMMAND_TYPES)),
      page: fc.integer({ min: 1, max: 10_000 }),
      size: fc.constantFrom(...PAGE_SIZES),
    });
    fc.assert(
      fc.property(filters, (wanted) => {
        const url = writeRecordFilters(wanted, 20).toString();
        expect(readRecordFilters(new URLSearchParams(url), 20)).toEqual(wanted);
      }),
    );
  });

  it('J1: defaults leave the URL clean', () => {
    expect(writeRecordFilters(NONE, 20).toString()).toBe('');
  });

  it.each([
    ['page=0'],
    ['page=-3'],
    ['page=1.5'],
    ['page=abc'],
    ['size=7'],
    ['size=1e9'],
    ['status=Nonsense'],
    ['mode=sometimes'],
    ['type=RunPerlScript'],
  ])('J1: a malformed %s reads as absent', (query) => {
    expect(readRecordFilters(new URLSearchParams(query), 20)).toEqual(NONE);
  });

  it.each([
    ['t-hz0abcdef12', { InvokeId: 't-hz0abcdef12' }],
    ['c-hz0abcdef12', { CommandId: 'c-hz0abcdef12' }],
    ['i-bp1abcdef12', { InstanceId: 'i-bp1abcdef12' }],
    ['disk-check', { CommandName: 'disk-check' }],
    ['t-shirt sizes', { CommandName: 't-shirt sizes' }],
    ['  disk-check  ', { CommandName: 'disk-check' }],
  ])('C1: %j is looked for in the field it belongs to', (search, field) => {
    expect(recordsRequest('cn-hangzhou', { ...NONE, search })).toEqual({
      RegionId: 'cn-hangzhou',
      PageNumber: 1,
      PageSize: 20,
      ...field,
    });
  });

  it('C1: filters by command type, status and mode', () => {
    const filters: RecordFilters = {
      ...NONE,
      status: 'PartialFailed',
      mode: 'once',
      type: 'RunBatScript',
      page: 3,
      size: 50,
    };
    expect(recordsRequest('cn-beijing', filters)).toEqual({
      RegionId: 'cn-beijing',
      InvokeStatus: 'PartialFailed',
      Timed: false,
      CommandType: 'RunBatScript',
      PageNumber: 3,
      PageSize: 50,
    });
    expect(isFiltered(filters)).toBe(true);
    expect(isFiltered({ ...NONE, search: '   ', page: 4 })).toBe(false);
  });

  it.each([
    ['t-hz0abcdef12', { InvokeId: 't-hz0abcdef12' }],
    ['c-hz0abcdef12', { CommandId: 'c-hz0abcdef12' }],
    ['disk-check', { InvokeId: 'disk-check' }],
    ['i-bp1other1234', { InvokeId: 'i-bp1other1234' }],
    ['', {}],
  ])('C1: on one instance, where names have no effect, %j never finds what does not fit', (search, field) => {
    expect(recordsRequest('cn-hangzhou', { ...NONE, search }, 'i-bp1abcdef12')).toEqual({
      RegionId: 'cn-hangzhou',
      InstanceId: 'i-bp1abcdef12',
      PageNumber: 1,
      PageSize: 20,
      ...field,
    });
  });

  it('C1: on one instance offers no status that has no effect', () => {
    expect(statusFilters()).toEqual(STATUS_FILTERS);
    expect(statusFilters('i-bp1abcdef12')).not.toContain('PartialFailed');
  });
});
