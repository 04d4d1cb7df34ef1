import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWireTime, parseWireTime } from './wire-times';

const AT = Date.UTC(2020, 1, 24, 8, 30, 15);

describe('wire times', () => {
  it.each<[string | number, number]>([
    ['2020-02-24T08:30:15Z', AT],
    ['2020-02-24T08:30Z', AT - 15_000],
    ['2020-02-24 08:30:15', AT],
    ['2020-02-24T08:30:15', AT],
    ['2020-02-24T08:30:15.250Z', AT + 250],
    ['2020-02-24T16:30:15+08:00', AT],
    ['2020-02-24T16:30:15+0800', AT],
    ['2020-02-24T03:00:15-05:30', AT],
    [' 2020-02-24T08:30:15Z ', AT],
    [AT, AT],
    [String(AT), AT],
    ['2020-02-29T00:00:00Z', Date.UTC(2020, 1, 29)],
    ['2099-12-31T15:59Z', Date.UTC(2099, 11, 31, 15, 59)],
  ])('J2: %j is an instant', (text, at) => expect(parseWireTime(text)).toBe(at));

  it.each([
    '',
    '  ',
    null,
    undefined,
    'soon',
    '2020-02-30T00:00:00Z',
    '2021-02-29T00:00Z',
    '2020-13-01T00:00:00Z',
    '2020-01-01T24:00:00Z',
    '2020-01-01T10:60:00Z',
    '02:00:00',
    '2020-01-01',
    '12345',
    0,
    NaN,
    1e21,
    Number.MAX_SAFE_INTEGER,
  ])('J2: %j is none', (text) => expect(parseWireTime(text)).toBeNull());

  it('J2: what is written for the wire reads back, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Date.UTC(2199, 0) }), (at) => {
        expect(parseWireTime(formatWireTime(at))).toBe(Math.floor(at / 1000) * 1000);
      }),
    );
    expect(formatWireTime(AT + 999)).toBe('2020-02-24T08:30:15Z');
  });

  it('J2: no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const at = parseWireTime(text);
        expect(at === null || Number.isFinite(at)).toBe(true);
      }),
    );
  });
});
