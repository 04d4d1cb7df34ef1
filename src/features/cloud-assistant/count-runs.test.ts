import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRunsSince, dayStart, RUNS_PAGE_SIZE } from './count-runs';

function serviceWith(createdAt: (number | null)[]) {
  const calls: number[] = [];
  const readPage = (pageNumber: number) => {
    calls.push(pageNumber);
    const start = (pageNumber - 1) * RUNS_PAGE_SIZE;
    return Promise.resolve({
      createdAt: createdAt.slice(start, start + RUNS_PAGE_SIZE),
      total: createdAt.length,
    });
  };
  return { calls, readPage };
}

describe('runs used today', () => {
  it('A1: counts exactly, however many runs there are, in few calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.nat(5000), async (today, before) => {
        const runs = [...Array<number>(today).fill(1000), ...Array<number>(before).fill(999)];
        const service = serviceWith(runs);
        expect(await countRunsSince(1000, service.readPage)).toBe(today);
        expect(service.calls.length).toBeLessThanOrEqual(9);
      }),
      { numRuns: 60 },
    );
  });

  it('A1: a quiet day costs one call', async () => {
    const service = serviceWith([1002, 1001, 900]);
    expect(await countRunsSince(1000, service.readPage)).toBe(2);
    expect(service.calls).toEqual([1]);
  });

  it('A1: does not guess if the service does not say when runs were created', async () => {
    expect(await countRunsSince(1000, serviceWith([null, null]).readPage)).toBeNull();
  });

  it('A1: the day is the UTC day', () => {
    expect(dayStart(Date.parse('2026-11-22T23:59:59Z'))).toBe(Date.parse('2026-11-22T00:00:00Z'));
    expect(dayStart(Date.parse('2026-11-23T00:00:00Z'))).toBe(Date.parse('2026-11-23T00:00:00Z'));
  });
});
