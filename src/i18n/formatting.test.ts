import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat, localeFor } from './formatting';

const NOON = Date.UTC(2026, 10, 20, 9, 42, 5);
const now = () => Date.UTC(2026, 10, 22);
const hangzhou = { localTimeZone: 'Asia/Shanghai', now };
const en = createFormat({ language: 'en', locale: 'en-GB', zone: 'local', ...hangzhou });
const enUtc = createFormat({ language: 'en', locale: 'en-GB', zone: 'utc', ...hangzhou });
const hant = createFormat({ language: 'zh-Hant', locale: 'zh-TW', zone: 'local', ...hangzhou });
const hans = createFormat({ language: 'zh-Hans', locale: 'zh-CN', zone: 'local', ...hangzhou });

/** Intl puts no-break and thin spaces between parts; the reader sees spaces. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('numbers', () => {
  it('J2: groups thousands as the locale does', () => {
    expect(en.number(1284)).toBe('1,284');
    expect(createFormat({ language: 'en', locale: 'en-IN', zone: 'utc' }).number(1234567)).toBe('12,34,567');
  });

  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [16384, '16 KB'],
    [24576, '24 KB'],
    [5 * 1024 ** 3, '5 GB'],
  ])('J2: %d bytes reads %s', (count, text) => {
    expect(en.bytes(count)).toBe(text);
  });

  it('J2: a share reads as whole percent', () => {
    expect(en.percent(0.384)).toBe('38%');
  });

  it('J2: a share with decimals is written as the locale writes it', () => {
    expect(en.percent(0.5774, 1)).toBe('57.7%');
    expect(en.percent(0.92, 1)).toBe('92%');
    expect(plain(createFormat({ language: 'en', locale: 'en-SE', zone: 'utc' }).percent(0.577, 1))).toBe(
      new Intl.NumberFormat('en-SE', { style: 'percent', maximumFractionDigits: 1 })
        .format(0.577)
        .replace(/\s/g, ' '),
    );
  });

  it('J2: numbers of one column have the same number of decimals', () => {
    expect([55, 57.66, 1284].map((value) => en.number(value, 1))).toEqual(['55.0', '57.7', '1,284.0']);
    expect(en.number(57.66, 0)).toBe('58');
  });
});

describe('sentences', () => {
  it.each([
    [['It failed.', 'Try again.'], 'It failed. Try again.', 'It failed.Try again.'],
    [['執行失敗。', '請重試。'], '執行失敗。 請重試。', '執行失敗。請重試。'],
    [['逾時', '請重試。'], '逾時. 請重試。', '逾時。請重試。'],
    [['原因：', '', null, undefined, '逾時'], '原因： 逾時', '原因：逾時'],
    [['', '逾時'], '逾時', '逾時'],
    [[], '', ''],
  ])('J1: %j follow each other as the language has it', (texts, inEnglish, inChinese) => {
    expect(en.sentences(...texts)).toBe(inEnglish);
    expect(hant.sentences(...texts)).toBe(inChinese);
    expect(hans.sentences(...texts)).toBe(inChinese);
  });

  it('J1: a space stands between them in English only', () => {
    expect([en.gap, hant.gap, hans.gap]).toEqual([' ', '', '']);
  });
});

describe('times', () => {
  it('J2: names day and minute in the chosen zone', () => {
    expect(plain(en.dateTime(NOON))).toBe('20 Nov 17:42');
    expect(plain(enUtc.dateTime(NOON))).toBe('20 Nov 09:42');
    expect(plain(hant.dateTime(NOON))).toBe('11月20日 17:42');
    expect(plain(hans.dateTime(NOON))).toBe('11月20日 17:42');
  });

  it('J2: adds the year when it is another one', () => {
    expect(en.dateTime(Date.UTC(2019, 4, 1))).toContain('2019');
    expect(en.dateTime(NOON)).not.toContain('2026');
  });

  it('J2: the year is the one of the zone', () => {
    const newYear = Date.UTC(2026, 11, 31, 20);
    expect(en.dateTime(newYear)).toContain('2027');
    expect(enUtc.dateTime(newYear)).not.toContain('202');
  });

  it('J2: the full form names its zone, and can give the other', () => {
    expect(plain(en.full(NOON))).toBe('20 Nov 2026 17:42:05 UTC+8');
    expect(plain(en.full(NOON, 'utc'))).toBe('20 Nov 2026 09:42:05 UTC');
    expect(plain(hant.full(NOON))).toBe('2026年11月20日 17:42:05 UTC+8');
    expect(plain(hans.full(NOON, 'utc'))).toBe('2026年11月20日 09:42:05 UTC');
    expect(en.zoneName(NOON)).toBe('UTC+8');
    expect(enUtc.zoneName(NOON)).toBe('UTC');
  });

  it('J2: midnight is 00, not 24', () => {
    expect(enUtc.clock(Date.UTC(2026, 0, 1))).toBe('00:00:00');
  });

  it.each([
    [-8 * 60_000, '8 minutes ago', '8 分鐘前'],
    [-3 * 3_600_000, '3 hours ago', '3 小時前'],
    [2 * 86_400_000, 'in 2 days', '2 天後'],
    [0, 'now', '現在'],
  ])('J2: %d ms away reads "%s"', (delta, english, chinese) => {
    expect(en.relative(NOON + delta, NOON)).toBe(english);
    expect(hant.relative(NOON + delta, NOON)).toBe(chinese);
  });
});

describe('durations', () => {
  it.each([
    [0, '0 ms', '0 毫秒'],
    [850, '850 ms', '850 毫秒'],
    [3_290, '3.2 s', '3.2 秒'],
    [42_999, '42 s', '42 秒'],
    [60_000, '1 min', '1 分鐘'],
    [185_000, '3 min 5 s', '3 分鐘 5 秒'],
    [41_280_000, '11 h 28 min', '11 小時 28 分鐘'],
    [187_200_000, '2 d 4 h', '2 天 4 小時'],
  ])('J2: %d ms reads "%s"', (ms, english, chinese) => {
    expect(en.duration(ms)).toBe(english);
    expect(hant.duration(ms)).toBe(chinese);
  });

  it('J2: never counts more time than there was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 86_399_999 }), (ms) => {
        const size = { s: 1, min: 60, h: 3600 } as const;
        const words = en.duration(ms).split(' ');
        let seconds = 0;
        for (let index = 0; index < words.length; index += 2) {
          seconds += Number(words[index]) * size[words[index + 1] as keyof typeof size];
        }
        expect(seconds).toBeLessThanOrEqual(ms / 1000);
      }),
    );
  });
});

describe('lists', () => {
  it.each([
    [['web-01', 'web-02', 'web-03'], 'web-01, web-02 and web-03', 'web-01、web-02 和 web-03'],
    [['2 台失敗', '1 台逾時'], '2 台失敗 and 1 台逾時', '2 台失敗和 1 台逾時'],
    [['杭州', '上海'], '杭州 and 上海', '杭州和上海'],
    [[], '', ''],
  ])('J2: joins %j', (items, english, chinese) => {
    expect(en.list(items)).toBe(english);
    expect(hant.list(items)).toBe(chinese);
  });
});

describe('localeFor', () => {
  it.each([
    ['en', ['de-DE', 'en-US'], 'en-US'],
    ['en', ['de-DE', 'en'], 'en-GB'],
    ['zh-Hant', ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['zh-Hant', ['zh-CN'], 'zh-TW'],
    ['zh-Hans', ['en-US'], 'zh-CN'],
  ] as const)('J2: %s for a browser wanting %j is %s', (language, wanted, locale) => {
    expect(localeFor(language, wanted)).toBe(locale);
  });
});
