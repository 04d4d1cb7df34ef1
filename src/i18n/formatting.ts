import type { Language } from './languages';

export interface Format {
  /** An integer or decimal with the locale's grouping; `places`: always so many decimals, up to two. */
  number(value: number, places?: number): string;
  /** A share of one, such as 0.38, as whole percent, or with up to so many decimals. */
  percent(share: number, places?: number): string;
  /** A size in bytes; 1 KB is 1 024 bytes, as in the manual's limits. */
  bytes(count: number): string;
  /** Day and minute, e.g. `20 Nov 17:42`; the year is added when it is not this one. */
  dateTime(epochMs: number): string;
  /** Time of day to the second, e.g. `17:42:05`. */
  clock(epochMs: number): string;
  /** Everything, with the zone named, e.g. `20 Nov 2026 17:42:05 UTC`. Another zone than the chosen one may be asked for. */
  full(epochMs: number, zone?: 'local' | 'utc'): string;
  /** Distance from `now`, past or future, in the largest fitting unit. */
  relative(epochMs: number, now: number): string;
  /** A span of time in its two largest units, e.g. `3 min 5 s`. */
  duration(milliseconds: number): string;
  /** `a, b and c` */
  list(items: readonly string[]): string;
  /** Sentences one after another; one without its stop gets one when another follows. What is empty is left out. */
  sentences(...texts: readonly (string | null | undefined)[]): string;
  /** What stands between two sentences: a space, in Chinese nothing. */
  gap: string;
  /** What stands between two clauses: `, `, in Chinese `，`. */
  comma: string;
  /** Name of the chosen zone as an offset, e.g. `UTC+8`; `UTC` for itself. */
  zoneName(epochMs: number): string;
}

export interface FormatSettings {
  language: Language;
  /** The locale of numbers and dates, a regional form of the language, e.g. `en-GB`. */
  locale: string;
  zone: 'local' | 'utc';
  /** What `local` means; default: the machine's zone. */
  localTimeZone?: string;
  /** The machine's time, to leave out the current year; default `Date.now`. */
  now?: () => number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Written out, since the platform's `Intl` says "11 hr" or "11h" where a technician writes "11 h". */
const UNITS: Record<Language, { ms: string; s: string; min: string; h: string; d: string }> = {
  en: { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd' },
  'zh-Hant': { ms: '毫秒', s: '秒', min: '分鐘', h: '小時', d: '天' },
  'zh-Hans': { ms: '毫秒', s: '秒', min: '分钟', h: '小时', d: '天' },
};

const BYTE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

const RELATIVE_STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, size: number][] = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
];

/**
 * The formatters of one language, locale and zone. Building `Intl` objects is slow and a table asks for thousands of
 * cells: make one `Format` and keep it. The clock has 24 hours in every locale, as logs and the manual have it.
 */
export function createFormat(settings: FormatSettings): Format {
  const { language, locale, zone, localTimeZone, now = Date.now } = settings;
  const timeZoneOf = (which: 'local' | 'utc') => (which === 'utc' ? 'UTC' : localTimeZone);
  const dates = (options: Intl.DateTimeFormatOptions, which = zone) =>
    new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options, timeZone: timeZoneOf(which) });

  const integer = new Intl.NumberFormat(locale);
  const decimals = [0, 1, 2].map(
    (places) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }),
  );
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percentages = [0, 1, 2].map(
    (maximumFractionDigits) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits }),
  );
  const minute = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  const thisYear = dates(minute);
  const otherYear = dates({ ...minute, year: 'numeric' });
  const year = dates({ year: 'numeric' });
  const clock = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const exact = { ...minute, year: 'numeric', second: '2-digit' } as const;
  const full = { local: dates(exact, 'local'), utc: dates(exact, 'utc') };
  const offset = {
    local: dates({ timeZoneName: 'shortOffset' }, 'local'),
    utc: dates({ timeZoneName: 'shortOffset' }, 'utc'),
  };
  // Not "yesterday": 25 hours ago may be two calendar days back.
  const distance = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const present = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const units = UNITS[language];
  const [stop, gap] = language === 'en' ? ['.', ' '] : ['。', ''];

  /** A comma before the time of day only widens the column. */
  const tight = (text: string) => text.replace(/,(?=\s\d\d:\d\d)/, '');
  /** Offsets are named GMT by `Intl`, UTC by everyone who runs servers. */
  const asUtc = (text: string) => text.replace(/GMT(\+0\b)?/, 'UTC');
  const zoneName = (at: number, which = zone) =>
    asUtc(offset[which].formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'UTC');

  return {
    number: (value, places) =>
      (places === undefined ? integer : decimals[Math.min(places, 2)]!).format(value),
    percent: (share, places = 0) => percentages[Math.min(places, 2)]!.format(share),
    bytes: (count) => {
      const step = count < 1024 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log2(count) / 10));
      const value = count / 1024 ** step;
      return `${(value < 10 ? oneDecimal : integer).format(value < 10 ? value : Math.round(value))} ${BYTE_UNITS[step]}`;
    },
    dateTime: (at) => {
      const form = year.format(at) === year.format(now()) ? thisYear : otherYear;
      return tight(form.format(at));
    },
    clock: (at) => clock.format(at),
    // The zone goes last in every language: Chinese forms put it before the time, or in brackets.
    full: (at, which = zone) => `${tight(full[which].format(at))} ${zoneName(at, which)}`,
    relative: (at, from) => {
      const delta = at - from;
      const [unit, size] = RELATIVE_STEPS.find(([, step]) => Math.abs(delta) >= step) ?? ['second', SECOND];
      const count = Math.trunc(delta / size);
      return count === 0 ? present : distance.format(count, unit);
    },
    duration: (milliseconds) => {
      const span = Math.max(0, milliseconds);
      const part = (value: number, unit: string) => `${integer.format(value)} ${unit}`;
      const pair = (large: [number, string], small: [number, string]) =>
        small[0] === 0 ? part(...large) : `${part(...large)} ${part(...small)}`;
      if (span < SECOND) return part(Math.round(span), units.ms);
      if (span < 10 * SECOND) return `${oneDecimal.format(Math.floor(span / 100) / 10)} ${units.s}`;
      const seconds = Math.floor(span / SECOND);
      if (span < MINUTE) return part(seconds, units.s);
      if (span < HOUR) return pair([Math.floor(seconds / 60), units.min], [seconds % 60, units.s]);
      const minutes = Math.floor(seconds / 60);
      if (span < DAY) return pair([Math.floor(minutes / 60), units.h], [minutes % 60, units.min]);
      const hours = Math.floor(minutes / 60);
      return pair([Math.floor(hours / 24), units.d], [hours % 24, units.h]);
    },
    list: (items) =>
      conjunction
        .formatToParts(items)
        .map(({ type, value }, index, parts) =>
          type === 'literal' ? spaced(parts[index - 1]?.value, value, parts[index + 1]?.value) : value,
        )
        .join(''),
    sentences: (...texts) =>
      texts.reduce<string>((told, next) => {
        if (!told || !next) return told || next || '';
        return told + (ENDED.test(told) ? '' : stop) + gap + next;
      }, ''),
    gap,
    comma: language === 'en' ? ', ' : '，',
    zoneName: (at) => zoneName(at),
  };
}

/** Ends a sentence, or announces the next. */
const ENDED = /[.!?:…。！？：]$/;

/** The `和` of a list, set off from Latin letters and digits as everywhere in Chinese text. */
function spaced(before = '', word: string, after = ''): string {
  if (!/^\p{Script=Han}+$/u.test(word)) return word;
  return `${/[!-~]$/.test(before) ? ' ' : ''}${word}${/^[!-~]/.test(after) ? ' ' : ''}`;
}

const FALLBACK_LOCALES: Record<Language, string> = { en: 'en-GB', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' };

/**
 * The regional form of a language that the browser asks for, so that an American reader of English gets American dates.
 * Chinese keeps to Taiwan's and the mainland's forms unless the browser names the same script.
 */
export function localeFor(language: Language, wanted: readonly string[]): string {
  const same = wanted.find((tag) => {
    const locale = new Intl.Locale(tag).maximize();
    const ours = new Intl.Locale(language).maximize();
    return tag.includes('-') && locale.language === ours.language && locale.script === ours.script;
  });
  return same ?? FALLBACK_LOCALES[language];
}
