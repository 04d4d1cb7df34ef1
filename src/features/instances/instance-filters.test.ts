import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEALTH_STATUSES } from '@/domain/health';
import {
  AGENT_FILTERS,
  HEALTH_FILTERS,
  instanceRequests,
  isFiltered,
  NO_FILTERS,
  parseTag,
  readInstanceFilters,
  tagText,
  writeInstanceFilters,
} from './instance-filters';
import { INSTANCE_STATES } from '@/features/instance-context';

const REGION = 'cn-hangzhou';
const requestsFor = (change: Partial<typeof NO_FILTERS>) =>
  instanceRequests(REGION, { ...NO_FILTERS, ...change });

describe('filters in the URL', () => {
  const text = fc.string({ minLength: 1 }).filter((value) => value.trim() !== '');
  const filters = fc.record({
    search: fc.string(),
    state: fc.option(fc.constantFrom(...INSTANCE_STATES)),
    health: fc.option(fc.constantFrom(...HEALTH_FILTERS)),
    agent: fc.option(fc.constantFrom(...AGENT_FILTERS)),
    zone: fc.option(text),
    tag: fc.option(text),
    image: fc.option(text),
  });

  it('J1: gives back what was written, through a real query string', () => {
    fc.assert(
      fc.property(filters, (value) => {
        const written = writeInstanceFilters(new URLSearchParams(), value).toString();
        expect(readInstanceFilters(new URLSearchParams(written))).toEqual(value);
      }),
    );
  });

  it('J1: keeps parameters of others and leaves no trace of a filter that is off', () => {
    const current = new URLSearchParams('panel=calls&state=Running&q=web');
    expect(writeInstanceFilters(current, NO_FILTERS).toString()).toBe('panel=calls');
  });

  it('J1: reads a mistyped link as unfiltered', () => {
    const filters = readInstanceFilters(new URLSearchParams('state=Flying&health=OK&agent=asleep&zone='));
    expect(filters).toEqual(NO_FILTERS);
    expect(isFiltered(filters)).toBe(false);
  });
});

describe('tags as text', () => {
  it('B2: survives any key and value, with and without =', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.option(fc.string(), { nil: undefined }), (key, value) => {
        const tag = value === undefined ? { Key: key } : { Key: key, Value: value };
        expect(parseTag(tagText(key, value))).toEqual(tag);
      }),
    );
  });

  it('B2: is readable in a link', () => {
    expect(tagText('env', 'prod')).toBe('env=prod');
    expect(parseTag('=prod')).toBeNull();
  });
});

describe('requests', () => {
  it('B2: asks for part of a name, without doubling the wildcards of the user', () => {
    expect(requestsFor({ search: ' web ' })).toEqual([{ RegionId: REGION, InstanceName: '*web*' }]);
    expect(requestsFor({ search: 'web-*' })).toEqual([{ RegionId: REGION, InstanceName: 'web-*' }]);
  });

  it('B2: asks for an ID by ID first, then by name', () => {
    expect(requestsFor({ search: 'i-bp1aaa' })).toEqual([
      { RegionId: REGION, InstanceIds: ['i-bp1aaa'] },
      { RegionId: REGION, InstanceName: '*i-bp1aaa*' },
    ]);
  });

  it('B2: takes several IDs, as pasted from a list', () => {
    expect(requestsFor({ search: 'i-bp1aaa, i-bp1bbb\ni-bp1aaa' })).toEqual([
      { RegionId: REGION, InstanceIds: ['i-bp1aaa', 'i-bp1bbb'] },
    ]);
  });

  it('B2: asks for an address of any kind, private first', () => {
    const fields = requestsFor({ search: '10.0.4.11' }).map(({ RegionId: _, ...rest }) => rest);
    expect(fields).toEqual([
      { PrivateIpAddresses: ['10.0.4.11'] },
      { PublicIpAddresses: ['10.0.4.11'] },
      { EipAddresses: ['10.0.4.11'] },
      { InnerIpAddresses: ['10.0.4.11'] },
    ]);
    // No address: 256 is too much, and three parts are too few.
    expect(requestsFor({ search: '10.0.4.256' })).toEqual([
      { RegionId: REGION, InstanceName: '*10.0.4.256*' },
    ]);
    expect(requestsFor({ search: '10.0.4' })).toEqual([{ RegionId: REGION, InstanceName: '*10.0.4*' }]);
  });

  it('B2: combines state, zone, tag and image with every way to search', () => {
    const requests = requestsFor({
      search: 'i-bp1aaa',
      state: 'Running',
      zone: 'cn-hangzhou-h',
      tag: 'env=prod',
      image: 'centos',
    });
    expect(requests).toHaveLength(2);
    for (const request of requests) {
      expect(request).toMatchObject({
        Status: 'Running',
        ZoneId: 'cn-hangzhou-h',
        ImageId: 'centos',
        Tag: [{ Key: 'env', Value: 'prod' }],
      });
    }
  });

  it('H2: offers every health the API filters by, which is all but OK', () => {
    expect(HEALTH_FILTERS).toEqual(HEALTH_STATUSES.filter((health) => health !== 'OK'));
  });
});
