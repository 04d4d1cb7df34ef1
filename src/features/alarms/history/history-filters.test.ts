import { describe, expect, it } from 'vitest';
import { logSpan, readLogFilters, writeLogFilters } from './history-filters';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const read = (query: string) => readLogFilters(new URLSearchParams(query), 50);

describe('the filters of the alarm history', () => {
  it('I3: live in the address, defaults left out', () => {
    const query = 'q=web&rule=r-1&level=P2&event=TRIGGERED&sent=2&range=7d&page=3&size=20';
    expect(writeLogFilters(read(query), 50).toString()).toBe(query);
    expect(writeLogFilters(read(''), 50).toString()).toBe('');
  });

  it('I3: what is malformed reads as absent', () => {
    expect(read('range=9y&page=-1&size=7&from=tomorrow')).toMatchObject({
      range: '24h',
      page: 1,
      size: 50,
      from: '',
    });
  });

  it.each([
    ['range=1h', DAY / 24],
    ['', DAY],
    ['range=15d', 15 * DAY],
  ])('I3: “%s” goes back %i ms', (query, length) => {
    expect(logSpan(read(query), NOW)).toEqual({ start: NOW - length, end: NOW, isCut: false });
  });

  it('I3: days chosen are whole, at most 15 at once, and never in the future', () => {
    const days = (from: string, to: string) => logSpan(read(`range=custom&from=${from}&to=${to}`), NOW);
    expect(days('2026-11-01', '2026-11-02')).toEqual({
      start: Date.UTC(2026, 10, 1),
      end: Date.UTC(2026, 10, 3),
      isCut: false,
    });
    expect(days('2026-10-01', '2026-11-02')).toMatchObject({
      start: Date.UTC(2026, 10, 3) - 15 * DAY,
      isCut: true,
    });
    expect(days('2026-11-20', '')).toMatchObject({ end: NOW });
  });
});
