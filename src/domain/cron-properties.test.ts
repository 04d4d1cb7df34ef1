import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cron, firesTooOften, nextFires, parseCron } from './cron';

/*
 * What expressions mean, told a second time without the parser: each field as a test of a value, each day rule as a test
 * of a day, the grammar as regular expressions.
 */

const DAY_MS = 86_400_000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface FieldRule {
  min: number;
  max: number;
  wraps: boolean;
  /** Of `min`, `min + 1` … */
  names: readonly string[];
}

const SIXTY: FieldRule = { min: 0, max: 59, wraps: true, names: [] };
const HOUR: FieldRule = { min: 0, max: 23, wraps: true, names: [] };
const DAY: FieldRule = { min: 1, max: 31, wraps: true, names: [] };
const MONTH: FieldRule = { min: 1, max: 12, wraps: true, names: MONTHS };
const WEEKDAY: FieldRule = { min: 1, max: 7, wraps: true, names: WEEKDAYS };
const YEAR: FieldRule = { min: 1970, max: 2099, wraps: false, names: [] };

/** A field and which values it means. */
interface Said {
  text: string;
  means(value: number): boolean;
}

const anyCase = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((flags) =>
      [...text].map((letter, at) => (flags[at] ? letter.toUpperCase() : letter.toLowerCase())).join(''),
    );

/** The ways to write a value, each with itself only: a range takes both its ends of one kind. */
function writings({ min, names }: FieldRule, named: boolean): (value: number) => fc.Arbitrary<string> {
  return (value) => {
    const name = named ? names[value - min] : undefined;
    return name === undefined ? fc.constantFrom(`${value}`, `0${value}`) : anyCase(name);
  };
}

function plain(rule: FieldRule): fc.Arbitrary<Said> {
  const { min, max, wraps, names } = rule;
  const value = fc.integer({ min, max });
  const step = fc.integer({ min: 1, max: Math.min(12, max) });
  const kind = names.length > 0 ? fc.boolean() : fc.constant(false);
  const size = max - min + 1;
  const written = (values: readonly number[], named: boolean) =>
    fc.tuple(...values.map(writings(rule, named)));
  const one: fc.Arbitrary<Said> = fc.oneof(
    fc.constant({ text: '*', means: () => true }),
    fc
      .tuple(value, kind)
      .chain(([a, named]) =>
        written([a], named).map(([text]) => ({ text: text!, means: (v: number) => v === a })),
      ),
    step.map((n) => ({ text: `*/${n}`, means: (v: number) => (v - min) % n === 0 })),
    fc.tuple(value, step, kind).chain(([a, n, named]) =>
      written([a], named).map(([text]) => ({
        text: `${text}/${n}`,
        means: (v: number) => v >= a && (v - a) % n === 0,
      })),
    ),
    fc
      .tuple(value, value, fc.option(step, { nil: null }), kind)
      .filter(([a, b]) => wraps || a <= b)
      .chain(([a, b, n, named]) =>
        written([a, b], named).map(([first, last]) => ({
          text: `${first}-${last}${n === null ? '' : `/${n}`}`,
          means: (v: number) => {
            const distance = (v - a + size) % size;
            return distance <= (b - a + size) % size && distance % (n ?? 1) === 0;
          },
        })),
      ),
  );
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((items) => ({
    text: items.map((item) => item.text).join(','),
    means: (v: number) => items.some((item) => item.means(v)),
  }));
}

/** Both day fields, and the days they mean. */
const dayFields: fc.Arbitrary<{ dom: string; dow: string; means(day: Date): boolean }> = (() => {
  const shifted = (date: Date, days: number) => new Date(date.getTime() + days * DAY_MS);
  const monthOf = (date: Date) => date.getUTCMonth();
  const isWeekday = (date: Date) => date.getUTCDay() >= 1 && date.getUTCDay() <= 5;
  const isLast = (date: Date) => monthOf(shifted(date, 1)) !== monthOf(date);
  const nearest = (target: Date) =>
    [0, -1, 1, -2, 2]
      .map((days) => shifted(target, days))
      .find((date) => isWeekday(date) && monthOf(date) === monthOf(target))!;
  const lastOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), monthOf(date) + 1, 0));
  const weekday = fc.integer({ min: 1, max: 7 });
  const writtenWeekday = fc
    .tuple(weekday, fc.boolean())
    .chain(([wanted, named]) => writings(WEEKDAY, named)(wanted).map((text) => ({ wanted, text })));
  const mark = (letters: string) => anyCase(letters);
  return fc.oneof(
    plain(DAY).map(({ text, means }) => ({
      dom: text,
      dow: '?',
      means: (day: Date) => means(day.getUTCDate()),
    })),
    plain(WEEKDAY).map(({ text, means }) => ({
      dom: '?',
      dow: text,
      means: (day: Date) => means(day.getUTCDay() + 1),
    })),
    mark('L').map((dom) => ({ dom, dow: '?', means: isLast })),
    mark('L').map((dow) => ({ dom: '?', dow, means: (day: Date) => day.getUTCDay() === 6 })),
    fc.tuple(mark('L'), fc.integer({ min: 0, max: 30 })).map(([l, offset]) => ({
      dom: `${l}-${offset}`,
      dow: '?',
      means: (day: Date) => isLast(shifted(day, offset)) && monthOf(shifted(day, offset)) === monthOf(day),
    })),
    mark('LW').map((dom) => ({
      dom,
      dow: '?',
      means: (day: Date) => nearest(lastOf(day)).getTime() === day.getTime(),
    })),
    fc.tuple(mark('L'), fc.integer({ min: 0, max: 30 }), mark('W')).map(([l, offset, w]) => ({
      dom: `${l}-${offset}${w}`,
      dow: '?',
      means: (day: Date) => {
        const target = shifted(lastOf(day), -offset);
        return monthOf(target) === monthOf(day) && nearest(target).getTime() === day.getTime();
      },
    })),
    fc.tuple(fc.integer({ min: 1, max: 31 }), mark('W')).map(([target, w]) => ({
      dom: `${target}${w}`,
      dow: '?',
      means: (day: Date) =>
        target <= lastOf(day).getUTCDate() &&
        nearest(new Date(Date.UTC(day.getUTCFullYear(), monthOf(day), target))).getTime() === day.getTime(),
    })),
    fc.tuple(writtenWeekday, mark('L')).map(([{ wanted, text }, l]) => ({
      dom: '?',
      dow: `${text}${l}`,
      means: (day: Date) => day.getUTCDay() + 1 === wanted && monthOf(shifted(day, 7)) !== monthOf(day),
    })),
    fc.tuple(writtenWeekday, fc.integer({ min: 1, max: 5 })).map(([{ wanted, text }, nth]) => ({
      dom: '?',
      dow: `${text}#${nth}`,
      means: (day: Date) => day.getUTCDay() + 1 === wanted && Math.ceil(day.getUTCDate() / 7) === nth,
    })),
  );
})();

const blank = fc.constantFrom(' ', ' ', ' ', '  ', '\t', ' \t ');
const blanks = fc.array(blank, { minLength: 8, maxLength: 8 });

const expressions = fc
  .record({
    s: plain(SIXTY),
    m: plain(SIXTY),
    h: plain(HOUR),
    days: dayFields,
    M: plain(MONTH),
    y: fc.option(plain(YEAR), { nil: null }),
    between: blanks,
    around: fc.boolean(),
  })
  .map(({ s, m, h, days, M, y, between, around }) => {
    const fields = [s.text, m.text, h.text, days.dom, M.text, days.dow, ...(y ? [y.text] : [])];
    const text = fields.map((field, at) => (at === 0 ? field : between[at]! + field)).join('');
    return {
      text: around ? `${between[0]}${text}${between[7]}` : text,
      fields,
      meansTime: (at: Date) =>
        s.means(at.getUTCSeconds()) && m.means(at.getUTCMinutes()) && h.means(at.getUTCHours()),
      meansDay: (day: Date) =>
        inYears(day) &&
        days.means(day) &&
        M.means(day.getUTCMonth() + 1) &&
        (y?.means(day.getUTCFullYear()) ?? true),
    };
  });

function inYears(day: Date): boolean {
  return day.getUTCFullYear() >= 1970 && day.getUTCFullYear() <= 2099;
}

const moments = fc.date({
  min: new Date('1969-12-01T00:00:00Z'),
  max: new Date('2100-01-10T00:00:00Z'),
  noInvalidDate: true,
});
const midnight = (at: Date) => new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS);

function cronOf(expression: string): Cron {
  const result = parseCron(expression);
  if (!result.ok) throw new Error(`${expression}: ${JSON.stringify(result.error)}`);
  return result.cron;
}

describe('fires', () => {
  it('D1: every fire is one that the expression means, later than the one before', () => {
    fc.assert(
      fc.property(expressions, moments, (expression, after) => {
        let last = after.getTime();
        for (const at of nextFires(cronOf(expression.text), after, 50)) {
          expect(at.getTime()).toBeGreaterThan(last);
          expect(expression.meansTime(at) && expression.meansDay(midnight(at))).toBe(true);
          last = at.getTime();
        }
      }),
    );
  });

  it('D1: leaves no fire out, to the second', () => {
    fc.assert(
      fc.property(expressions, moments, (expression, after) => {
        const start = Math.floor(after.getTime() / 1000) * 1000;
        const seconds = Array.from({ length: 900 }, (_, index) => new Date(start + (index + 1) * 1000));
        const naive = seconds.filter((at) => expression.meansTime(at) && expression.meansDay(midnight(at)));
        const fires = nextFires(cronOf(expression.text), after, 900).filter(
          (at) => at.getTime() <= start + 900_000,
        );
        expect(fires).toEqual(naive);
      }),
    );
  });

  it('D1: leaves no day out', () => {
    fc.assert(
      fc.property(expressions, moments, (expression, after) => {
        const cron = cronOf(['0', '0', '0', ...expression.fields.slice(3)].join(' '));
        const days = Array.from(
          { length: 800 },
          (_, index) => new Date(+midnight(after) + (index + 1) * DAY_MS),
        );
        const last = days.at(-1)!;
        expect(nextFires(cron, midnight(after), 800).filter((day) => day <= last)).toEqual(
          days.filter(expression.meansDay),
        );
      }),
    );
  });

  it('D1: the next of many is the next after the one before it', () => {
    fc.assert(
      fc.property(expressions, moments, (expression, after) => {
        const cron = cronOf(expression.text);
        let at = after;
        const one = nextFires(cron, after, 8).map(() => (at = nextFires(cron, at, 1)[0]!));
        expect(nextFires(cron, after, 8)).toEqual(one);
      }),
    );
  });
});

describe('the 10-second rule', () => {
  const FIRST = Date.UTC(2023, 0, 1);
  const SPAN = Array.from({ length: 3 * 365 + 1 }, (_, index) => new Date(FIRST + index * DAY_MS));

  /** Whether any two fires of 2023 to 2025 are too close, from all seconds of a day and all days. */
  function tooClose({ meansTime, meansDay }: Pick<Drawn, 'meansTime' | 'meansDay'>): boolean {
    const days = SPAN.filter(meansDay).map(Number);
    const seconds: number[] = [];
    for (let second = 0; second < 86_400; second++) {
      if (meansTime(new Date(second * 1000))) seconds.push(second);
    }
    if (days.length === 0 || seconds.length === 0) return false;
    const within = seconds.some((second, index) => index > 0 && second - seconds[index - 1]! < 10);
    const over = 86_400 - seconds.at(-1)! + seconds[0]! < 10;
    return within || (over && days.some((day, index) => index > 0 && DAY_MS === day - days[index - 1]!));
  }

  interface Drawn {
    text: string;
    meansTime(at: Date): boolean;
    meansDay(day: Date): boolean;
  }

  const within3Years = ({
    fields,
    meansTime,
    meansDay,
  }: { fields: string[] } & Omit<Drawn, 'text'>): Drawn => ({
    text: [...fields.slice(0, 6), '2023-2025'].join(' '),
    meansTime,
    meansDay,
  });

  it('D5: agrees with the distances of all fires of three years', () => {
    const withoutYears = expressions.filter(({ fields }) => fields.length === 6);
    fc.assert(
      fc.property(withoutYears, (expression) => {
        const drawn = within3Years(expression);
        expect(firesTooOften(cronOf(drawn.text)), drawn.text).toBe(tooClose(drawn));
      }),
      { numRuns: 40 },
    );
  });

  it('D5: sees the ends of minutes, hours, days, months and years', () => {
    const list = (values: string, value: number) =>
      values === '*' ||
      values.split(',').some((item) => {
        const [from, to = from] = item.split('-').map(Number);
        return value >= from! && value <= to!;
      });
    const ends = fc.constantFrom('0', '55', '0,50', '0,51', '5,56', '0,30', '8,58', '9,59', '10,59');
    const edges = fc.constantFrom('0', '59', '0,59', '0-1', '0,30', '*');
    const hours = fc.constantFrom('0', '23', '0,23', '5-6', '0,12', '*');
    const days = fc.constantFrom('1', '31', '1,31', '1,15', '1,28', '1,29', '*');
    const months = fc.constantFrom('*', '1', '12', '1,12', '2,3', '2');
    fc.assert(
      fc.property(ends, edges, hours, days, months, (s, m, h, d, month) => {
        const drawn: Drawn = {
          text: `${s} ${m} ${h} ${d} ${month} ? 2023-2025`,
          meansTime: (at) =>
            list(s, at.getUTCSeconds()) && list(m, at.getUTCMinutes()) && list(h, at.getUTCHours()),
          meansDay: (day) =>
            list(d, day.getUTCDate()) &&
            list(month, day.getUTCMonth() + 1) &&
            list('2023-2025', day.getUTCFullYear()),
        };
        expect(firesTooOften(cronOf(drawn.text)), drawn.text).toBe(tooClose(drawn));
      }),
      { numRuns: 40 },
    );
  });
});

describe('grammar', () => {
  const either = (values: Iterable<number | string>) => `(?:${[...values].join('|')})`;
  const span = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const listOf = ({ min, max, names }: FieldRule) => {
    const number = `0*${either(span(min, max))}`;
    const name = names.length > 0 ? either(names) : '[]';
    const step = `(?:/0*${either(span(1, max))})?`;
    const item = `(?:\\*|${number}|${name}|${number}-${number}|${name}-${name})${step}`;
    return { whole: `${item}(?:,${item})*`, value: `(?:${number}|${name})` };
  };
  const only = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'i');
  const plainField = (rule: FieldRule) => only(listOf(rule).whole);
  const years = plainField(YEAR);
  const [sixty, hour, month] = [SIXTY, HOUR, MONTH].map(plainField);
  const day = only(`${listOf(DAY).whole}|0*${either(span(1, 31))}W|L(?:-0?${either(span(0, 30))})?W?`);
  const weekday = only(
    `${listOf(WEEKDAY).whole}|L|${listOf(WEEKDAY).value}L|${listOf(WEEKDAY).value}#0*[1-5]`,
  );
  const forwards = (field: string) =>
    field.split(',').every((item) => {
      const [from, to] = item.split('/')[0]!.split('-').map(Number);
      return to === undefined || from! <= to;
    });

  function isValid(expression: string): boolean {
    const fields = expression.split(/[ \t]+/).filter(Boolean);
    const [s = '', m = '', h = '', dom = '', M = '', dow = '', y] = fields;
    if (fields.length < 6 || fields.length > 7) return false;
    if (y !== undefined && !(years.test(y) && forwards(y))) return false;
    if (!sixty!.test(s) || !sixty!.test(m) || !hour!.test(h) || !month!.test(M)) return false;
    return (dom === '?' && weekday.test(dow)) || (dow === '?' && day.test(dom));
  }

  it('D1: takes what the grammar has, and nothing one or two letters beside it', () => {
    const marks = fc.constantFrom(
      ...'0123456789,-/*?LW#lw FRIfri\tJAN1279'.split(''),
      '\u3000',
      '１',
      '\n',
      '.',
    );
    const edits = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.boolean(), put: fc.option(marks) }),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(expressions, edits, ({ text }, changes) => {
        let changed = text;
        for (const { at, cut, put } of changes) {
          const place = Math.floor(at * changed.length);
          changed = changed.slice(0, place) + (put ?? '') + changed.slice(place + (cut ? 1 : 0));
        }
        expect(parseCron(changed).ok, JSON.stringify(changed)).toBe(isValid(changed));
      }),
      { numRuns: 3000 },
    );
  });
});
