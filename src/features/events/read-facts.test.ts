import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import { eventRpc, type EventAccount } from '../../../test/support/event-account';
import { factsQuery } from './read-facts';

const REGION = 'cn-hangzhou';
const SECOND = 1000;
const NOW = Date.UTC(2026, 10, 22);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The facts of a region's instances, read whenever `read` is called; `asked`: the IDs of each call since the last look. */
function factsOf(instances: NonNullable<EventAccount['instances']>, ids = Object.keys(instances)) {
  const rpc = eventRpc({ events: { [REGION]: [] }, instances });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const query = factsQuery(createApi(rpc), REGION, ids);
  let seen = 0;
  return {
    client,
    query,
    read: async () => (await client.fetchQuery({ ...query, staleTime: 0 })).facts,
    asked: () => {
      const calls = rpc.calls.slice(seen).map(({ params }) => JSON.parse(String(params['InstanceIds'])));
      seen = rpc.calls.length;
      return calls as string[][];
    },
    /** When it is read next by itself, ms. */
    pause: () => {
      const state = client.getQueryState(query.queryKey);
      return (query.refetchInterval as (query: unknown) => number)({ state });
    },
  };
}

describe('names and states of the instances that events are about', () => {
  it('F2: all of them are read, a hundred a call; those the region does not list are not there', async () => {
    const ids = Array.from({ length: 230 }, (_, index) => `i-${index}`);
    const { read, asked } = factsOf({ 'i-0': { name: 'web-01' }, 'i-229': { status: 'Stopped' } }, ids);
    expect([...(await read())]).toEqual([
      ['i-0', { name: 'web-01', status: 'Running' }],
      ['i-229', { name: 'i-229', status: 'Stopped' }],
    ]);
    expect(asked().map(({ length }) => length)).toEqual([100, 100, 30]);
  });

  it('F2: while some start or stop only these are read, every few seconds, and all of them each minute', async () => {
    const instances: NonNullable<EventAccount['instances']> = {
      'i-a': { status: 'Stopping' },
      'i-b': {},
      'i-c': { status: 'Starting' },
    };
    const { read, asked, pause } = factsOf(instances);
    await read();
    expect(asked()).toEqual([['i-a', 'i-b', 'i-c']]);
    expect(pause()).toBe(3 * SECOND);
    instances['i-a'] = { status: 'Starting' };
    instances['i-b'] = { status: 'Stopped' };
    instances['i-c'] = {};
    vi.setSystemTime(NOW + 3 * SECOND);
    const facts = await read();
    expect(asked()).toEqual([['i-a', 'i-c']]);
    expect([...facts.values()].map(({ status }) => status).toSorted()).toEqual([
      'Running',
      'Running',
      'Starting',
    ]);
    vi.setSystemTime(NOW + 60 * SECOND);
    expect((await read()).get('i-b')?.status).toBe('Stopped');
    expect(asked()).toEqual([['i-a', 'i-b', 'i-c']]);
  });

  it('F2: where nothing changes nothing is read until the minute is over', async () => {
    const { read, asked, pause } = factsOf({ 'i-a': {}, 'i-b': { status: 'Stopped' } });
    await read();
    expect(pause()).toBe(60 * SECOND);
    asked();
    vi.setSystemTime(NOW + 30 * SECOND);
    await read();
    expect(asked()).toEqual([]);
  });

  it('F7: after an act that makes the answer out of date all of them are read at once', async () => {
    const instances: NonNullable<EventAccount['instances']> = { 'i-a': {}, 'i-b': {} };
    const { client, query, read, asked, pause } = factsOf(instances);
    await read();
    asked();
    instances['i-b'] = { status: 'Stopping' };
    await client.invalidateQueries({ queryKey: query.queryKey });
    expect((await read()).get('i-b')?.status).toBe('Stopping');
    expect(asked()).toEqual([['i-a', 'i-b']]);
    expect(pause()).toBe(3 * SECOND);
  });

  it('F2: what is as before is the very same object, so that only the cells of what changed are drawn', async () => {
    const instances: NonNullable<EventAccount['instances']> = { 'i-a': { status: 'Stopping' }, 'i-b': {} };
    const { read } = factsOf(instances);
    const before = await read();
    expect(await read()).toBe(before);
    instances['i-a'] = { status: 'Starting' };
    const after = await read();
    expect(after).not.toBe(before);
    expect(after.get('i-b')).toBe(before.get('i-b'));
  });

  it('F10: an instance that is gone while it changes leaves the facts', async () => {
    const instances: NonNullable<EventAccount['instances']> = { 'i-a': { status: 'Pending' }, 'i-b': {} };
    const { read } = factsOf(instances);
    await read();
    delete instances['i-a'];
    expect([...(await read()).keys()]).toEqual(['i-b']);
  });
});
