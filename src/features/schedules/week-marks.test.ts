import { describe, expect, it } from 'vitest';
import { firesBetween, parseCron } from '@/domain/cron';
import { readTimeZone } from '@/domain/time-zone';
import { clockChange } from './clock-change';
import { type RestartWindow, weekMarks, weekSpan } from './week-marks';

const NOW = Date.UTC(2026, 10, 23, 6, 32, 10);
const SHANGHAI = readTimeZone('Asia/Shanghai')!;
const BERLIN = readTimeZone('Europe/Berlin')!;
const HOUR_MS = 3_600_000;

function week(expression: string, zone = SHANGHAI, now = NOW, windows: RestartWindow[] = []) {
  const parsed = parseCron(expression);
  if (!parsed.ok) throw new Error(expression);
  const { from, to } = weekSpan(now, zone);
  return weekMarks(firesBetween(parsed.cron, from - 1, to), windows, now, zone);
}

describe('week', () => {
  it('D3: begins at local midnight today and ends after seven days', () => {
    expect(weekSpan(NOW, SHANGHAI)).toEqual({
      from: Date.UTC(2026, 10, 22, 16),
      to: Date.UTC(2026, 10, 29, 16),
    });
  });

  it('D3: puts a tick where the local clock shows the fire, grey when it is past', () => {
    const { days, fires } = week('0 0 1 * * ?');
    expect(fires).toBe(7);
    expect(days.map((day) => day.marks)).toEqual(
      days.map((_day, index) => [{ from: 9 / 24, to: 9 / 24, count: 1, past: index === 0 }]),
    );
  });

  it('D3: draws dense fires as a band, and two neighbours as two ticks', () => {
    const band = week('0 0/5 3-5 * * ?').days[1]!.marks;
    expect(band).toEqual([{ from: 11 / 24, to: (13 * 60 + 55) / 1440, count: 36, past: false }]);
    expect(week('0 0,15 3 * * ?').days[1]!.marks.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('D3: parts a band at now', () => {
    const [past, coming] = week('0 0/5 * * * ?').days[0]!.marks;
    expect([past?.past, coming?.past]).toEqual([true, false]);
    expect((past?.count ?? 0) + (coming?.count ?? 0)).toBe(288);
  });

  it('D3: keeps to the wall clock over the day on which the clock is set', () => {
    const before = Date.UTC(2026, 9, 23, 12);
    const { days } = week('0 0 12 * * ?', BERLIN, before);
    expect(days.map((day) => Math.round(day.marks[0]!.from * 24))).toEqual([14, 14, 13, 13, 13, 13, 13]);
  });

  it('D3: draws a restart window over midnight on both days', () => {
    const window = { from: Date.UTC(2026, 10, 24, 14), to: Date.UTC(2026, 10, 24, 22), label: 'web-prod-07' };
    const { days } = week('0 0 1 * * ?', SHANGHAI, NOW, [window]);
    expect(days[1]?.windows).toEqual([{ from: 22 / 24, to: 1 }]);
    expect(days[2]?.windows).toEqual([{ from: 0, to: 6 / 24 }]);
    expect(days[3]?.windows).toEqual([]);
  });
});

describe('clock change', () => {
  it('D3: finds when the clock is set between two fires, and by how much', () => {
    const moments = [Date.UTC(2026, 9, 20), Date.UTC(2026, 9, 24), Date.UTC(2026, 9, 27)];
    expect(clockChange(moments, BERLIN)).toEqual({ at: Date.UTC(2026, 9, 25, 1), shiftMs: -HOUR_MS });
    expect(clockChange(moments, SHANGHAI)).toBeNull();
    expect(clockChange([], BERLIN)).toBeNull();
  });
});
