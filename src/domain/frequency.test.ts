import { describe, expect, it } from 'vitest';
import { type Frequency, nextFrequencyFires, parseFrequency } from './frequency';

const BORN = Date.UTC(2026, 10, 22, 6, 32, 10);

function frequencyOf(text: string): Frequency {
  const result = parseFrequency(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result)}`);
  return result.frequency;
}
const firesOf = (text: string, after: string, count: number) =>
  nextFrequencyFires(frequencyOf(text), new Date(after), count, BORN).map((at) => at.toISOString());

describe('reading', () => {
  it.each([
    ['0 0 2 * * ?', 'cron', null],
    ['0 0 2 * * ? 2027', 'cron', null],
    ['0 0 2 * * ? Asia/Shanghai', 'cron', 'Asia/Shanghai'],
    ['0 0 2 * * ? 2027 GMT+8:00', 'cron', 'GMT+8:00'],
    ['0 0 2 ? * MON UTC', 'cron', 'UTC'],
    ['at(2026-12-01 02:00:00 Asia/Shanghai)', 'at', 'Asia/Shanghai'],
    ['at(2026-12-01 02:00:00)', 'at', null],
  ])('D1: %s is %s in zone %s', (text, kind, zone) => {
    const frequency = frequencyOf(text);
    expect(frequency.kind).toBe(kind);
    expect('zone' in frequency && frequency.zone ? frequency.zone.name : null).toBe(zone);
  });

  it.each([
    ['rate(5m)', 300],
    ['rate(60s)', 60],
    ['rate(2h)', 7200],
    ['rate(7d)', 604_800],
  ])('D1: %s repeats every %i s', (text, seconds) => {
    expect(frequencyOf(text)).toEqual({ kind: 'rate', seconds });
  });

  it.each([
    ['rate(59s)', 'rateRange'],
    ['rate(8d)', 'rateRange'],
    ['rate(999999999d)', 'rateRange'],
    ['rate(5 minutes)', 'rateForm'],
    ['rate(5m', 'rateForm'],
    ['at(tomorrow)', 'atForm'],
    ['at(2026-02-31 02:00:00 UTC)', 'atDate'],
    ['at(2026-12-01 25:00:00 UTC)', 'atDate'],
    ['at(2026-12-01 02:00:00 Mars/Olympus)', 'zone'],
    ['0 0 2 * * ? Mars/Olympus', 'cron'],
    ['0 0 25 * * ? Asia/Shanghai', 'cron'],
    ['', 'cron'],
    ['Asia/Shanghai', 'cron'],
  ])('D1: refuses %j: %s', (text, reason) => {
    expect(parseFrequency(text)).toMatchObject({ ok: false, reason });
  });

  it('D4: an error before the zone names the field it is in', () => {
    expect(parseFrequency('0 0 25 * * ? Asia/Shanghai')).toMatchObject({
      error: { field: 'hour', text: '25' },
    });
  });
});

describe('fires', () => {
  it('D1: cron without a zone is UTC', () => {
    expect(firesOf('0 0 2 * * ?', '2026-11-22T06:00:00Z', 1)).toEqual(['2026-11-23T02:00:00.000Z']);
  });

  it('D1: cron with a zone fires by its clock', () => {
    expect(firesOf('0 0 2 * * ? Asia/Shanghai', '2026-11-22T17:59:59Z', 2)).toEqual([
      '2026-11-22T18:00:00.000Z',
      '2026-11-23T18:00:00.000Z',
    ]);
    expect(firesOf('0 0 2 * * ? GMT-3:30', '2026-11-22T00:00:00Z', 1)).toEqual(['2026-11-22T05:30:00.000Z']);
  });

  it('D1: a wall time that is skipped fires after the skip, one that comes twice fires once', () => {
    expect(firesOf('0 30 2 29 3 ? Europe/Berlin', '2026-01-01T00:00:00Z', 1)).toEqual([
      '2026-03-29T01:30:00.000Z',
    ]);
    expect(firesOf('0 30 2 24-26 10 ? Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
    expect(firesOf('0 30 2 25 10 ? 2026 Europe/Berlin', '2026-10-25T00:30:00Z', 1)).toEqual([]);
  });

  it('D1: a rate counts from when it was made', () => {
    expect(firesOf('rate(5m)', '2026-11-22T06:40:00Z', 2)).toEqual([
      '2026-11-22T06:42:10.000Z',
      '2026-11-22T06:47:10.000Z',
    ]);
    expect(firesOf('rate(5m)', '2020-01-01T00:00:00Z', 1)).toEqual(['2026-11-22T06:37:10.000Z']);
  });

  it('D1: at() fires once', () => {
    const text = 'at(2026-12-01 02:00:00 Asia/Shanghai)';
    expect(firesOf(text, '2026-11-22T00:00:00Z', 3)).toEqual(['2026-11-30T18:00:00.000Z']);
    expect(firesOf(text, '2026-11-30T18:00:00Z', 3)).toEqual([]);
  });
});
