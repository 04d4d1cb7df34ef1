import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cron, cronErrors, firesTooOften, nextFires, parseCron } from './cron';

interface Vector {
  expr: string;
  invalid?: true;
  from?: string;
  n?: number;
  next?: string[];
  tooFrequent?: true;
}

const VECTORS: Vector[] = readFileSync(new URL('../../test/vectors/cron.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Vector);
const shown = (expression: string) => (expression.length > 60 ? `${expression.slice(0, 60)}…` : expression);

function cronOf(expression: string): Cron {
  const result = parseCron(expression);
  if (!result.ok) throw new Error(`${shown(expression)}: ${JSON.stringify(result.error)}`);
  return result.cron;
}
const firesOf = (expression: string, from: string, count: number) =>
  nextFires(cronOf(expression), new Date(from), count).map((at) => at.toISOString());
const errorOf = (expression: string) => {
  const result = parseCron(expression);
  return result.ok ? null : result.error;
};

describe('vectors', () => {
  const valid = VECTORS.filter((vector) => vector.next);
  it.each(valid.map((vector) => [vector.expr, vector.from!, vector] as const))(
    'D1: %s fires after %s when it should',
    (expression, from, { n, next }) => {
      expect(firesOf(expression, from, n!)).toEqual(next!.map((at) => new Date(at).toISOString()));
    },
  );

  it.each(VECTORS.filter((vector) => vector.invalid).map(({ expr }) => [shown(expr), expr]))(
    'D1: refuses %j',
    (_title, expression) => {
      expect(errorOf(expression)).not.toBeNull();
    },
  );

  it.each([...new Set(valid.map((vector) => vector.expr))])(
    'D5: tells whether %s is too frequent',
    (expr) => {
      const expected = valid.some((vector) => vector.expr === expr && vector.tooFrequent);
      expect(firesTooOften(cronOf(expr))).toBe(expected);
    },
  );
});

describe('errors', () => {
  it.each([
    ['61 0 0 * * ?', 'second', 'outOfRange', 0],
    ['0 0,61 0 * * ?', 'minute', 'outOfRange', 4],
    ['0 0 9-24 * * ?', 'hour', 'outOfRange', 6],
    ['0 0 0 32W * ?', 'dayOfMonth', 'outOfRange', 6],
    ['0 0 0 1 JNA ?', 'month', 'name', 8],
    ['0 0 0 ? * 5-8', 'dayOfWeek', 'outOfRange', 12],
    ['0 0 0 ? * 0', 'dayOfWeek', 'outOfRange', 10],
    ['0 0 0 1 1 ? 2100', 'year', 'outOfRange', 12],
    ['0 0 0 1 1 ? 2006-2002', 'year', 'rangeBackwards', 12],
    ['a 0 0 * * ?', 'second', 'character', 0],
    ['0 1,,2 0 * * ?', 'minute', 'emptyItem', 4],
    ['0 1, 0 * * ?', 'minute', 'emptyItem', 4],
    ['0 5- * * * ?', 'minute', 'rangeForm', 2],
    ['0 5/ * * * ?', 'minute', 'stepForm', 2],
    ['0 */0 * * * ?', 'minute', 'stepRange', 4],
    ['0 0/60 * * * ?', 'minute', 'stepRange', 4],
    ['0 0 0 ? * MON-6', 'dayOfWeek', 'rangeMixed', 10],
    ['0 ? 0 * * ?', 'minute', 'questionNotHere', 2],
    ['0 0 0 ?,5 * MON', 'dayOfMonth', 'questionAlone', 6],
    ['L 0 0 * * ?', 'second', 'lastNotHere', 0],
    ['0 0 0 1 L ?', 'month', 'lastNotHere', 8],
    ['0 0 0 6L * ?', 'dayOfMonth', 'lastForm', 6],
    ['0 0 0 L-31 * ?', 'dayOfMonth', 'lastForm', 6],
    ['0 0 0 L,15 * ?', 'dayOfMonth', 'lastInList', 6],
    ['0 0 0 ? * 2-6L', 'dayOfWeek', 'lastInList', 10],
    ['0 0 0 ? * L-3', 'dayOfWeek', 'lastForm', 10],
    ['0 0 5W * * ?', 'hour', 'weekdayNotHere', 4],
    ['0 0 0 ? * LW', 'dayOfWeek', 'lastForm', 10],
    ['0 0 0 ? * 5W', 'dayOfWeek', 'weekdayNotHere', 10],
    ['0 0 0 1-5W * ?', 'dayOfMonth', 'weekdayForm', 6],
    ['0 0 0 6#3 * ?', 'dayOfMonth', 'nthNotHere', 6],
    ['0 0 0 ? * 6#6', 'dayOfWeek', 'nthForm', 10],
    ['0 0 0 ? * 8#1', 'dayOfWeek', 'outOfRange', 10],
    ['0 0 0 1 * MON', 'dayOfWeek', 'bothDays', 10],
    ['0 0 0 ? * ?', 'dayOfWeek', 'noDay', 10],
    ['0 0 0 ？ * MON', 'dayOfMonth', 'fullWidth', 6],
    ['0\u30000 0 ? * MON', 'expression', 'fullWidth', 1],
    ['15 10 * * ?', 'expression', 'fieldCount', 0],
    ['0 15 10 * * ? * *', 'expression', 'fieldCount', 0],
    [' ', 'expression', 'empty', 0],
  ] as const)('D4: %j is wrong in the %s: %s at %i', (expression, field, reason, position) => {
    expect(errorOf(expression)).toMatchObject({ field, reason, position });
  });

  it('D4: finds what is wrong in each field, also before all fields are written', () => {
    expect(cronErrors('60 0 25 * 13 ?').map(({ field }) => field)).toEqual(['second', 'hour', 'month']);
    expect(cronErrors('0 99')).toMatchObject([{ field: 'minute', reason: 'outOfRange', text: '99' }]);
    expect(cronErrors('0 9')).toMatchObject([{ field: 'expression', reason: 'fieldCount', actual: 2 }]);
  });

  it('D1: blanks around and between fields do no harm', () => {
    expect(cronOf('  0 15\t10   ? * MON ').text).toBe('0 15 10 ? * MON');
  });
});

describe('limits', () => {
  const SIZE = 65_536;
  const fill = (piece: string, before = '', after = '') =>
    before + piece.repeat(Math.floor((SIZE - before.length - after.length) / piece.length)) + after;
  const HUGE = [
    fill('9'),
    fill('* '),
    fill('*,', '', '* * * * * ?'),
    fill('*/1,', '0 0 0 1 1 ? ', '*'),
    fill('1-1-', '0 ', ' 0 * * ?'),
    fill('L', '0 0 0 ', ' * ?'),
    fill('1W,', '0 0 0 ', ' * ?'),
    fill('a-', '0 0 0 ? * ', 'l'),
    fill('#', '0 0 0 ? * '),
    fill('1', '0 0 0 ', 'W * ?'),
    fill('０'),
    fill('\u{1F600}'),
  ];

  it('D1: takes any input of 64 KB in under 10 ms', () => {
    for (const expression of HUGE) {
      parseCron(expression); // compiled
      const times = [1, 2, 3, 4, 5].map(() => {
        const start = performance.now();
        parseCron(expression);
        return performance.now() - start;
      });
      expect(Math.min(...times), shown(expression)).toBeLessThan(10);
    }
    expect(errorOf('*'.repeat(SIZE + 1))?.reason).toBe('tooLong');
  });

  it.each([
    '0 0 0 30 2 ?',
    '* * * 31 4,6,9,11 ?',
    '0 0 0 29 2 ? 2025-2027',
    '* * * * * ? 1999',
    '0 0 0 L-29 2 ? 2025',
  ])('D5: %s answers at once that it never fires', (expression) => {
    const cron = cronOf(expression);
    const start = performance.now();
    expect(nextFires(cron, new Date('2026-11-22T00:00:00Z'), 10)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20);
  });
});

const BOUNDS = {
  s: [0, 59],
  m: [0, 59],
  h: [0, 23],
  D: [1, 31],
  M: [1, 12],
  d: [1, 7],
  y: [1970, 2099],
} as const;

/** A field and which values it means, told independently of the parser. */
interface Said {
  text: string;
  means(value: number): boolean;
}

function plain([min, max]: readonly [number, number], wraps: boolean): fc.Arbitrary<Said> {
  const value = fc.integer({ min, max });
  const step = fc.integer({ min: 1, max: Math.min(12, max) });
  const one: fc.Arbitrary<Said> = fc.oneof(
    fc.constant({ text: '*', means: () => true }),
    value.map((a) => ({ text: String(a), means: (v: number) => v === a })),
    step.map((n) => ({ text: `*/${n}`, means: (v: number) => (v - min) % n === 0 })),
    fc.tuple(value, step).map(([a, n]) => ({
      text: `${a}/${n}`,
      means: (v: number) => v >= a && (v - a) % n === 0,
    })),
    fc
      .tuple(value, value, step)
      .filter(([a, b]) => wraps || a <= b)
      .map(([a, b, n]) => ({
        text: `${a}-${b}/${n}`,
        means: (v: number) => {
          const size = max - min + 1;
          const distance = (v - a + size) % size;
          return distance <= (b - a + size) % size && distance % n === 0;
        },
      })),
  );
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((items) => ({
    text: items.map((item) => item.text).join(','),
    means: (v: number) => items.some((item) => item.means(v)),
  }));
}

/** Both day fields, and the days they mean. */
const dayFields: fc.Arbitrary<{ dom: string; dow: string; means(day: Date): boolean }> = (() => {
  const shifted = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000);
  const monthOf = (date: Date) => date.getUTCMonth();
  const weekday = fc.integer({ min: 1, max: 7 });
  const isWeekday = (date: Date) => date.getUTCDay() >= 1 && date.getUTCDay() <= 5;
  const isLast = (date: Date) => monthOf(shifted(date, 1)) !== monthOf(date);
  const nearest = (target: Date) =>
    [0, -1, 1, -2, 2]
      .map((days) => shifted(target, days))
      .find((date) => isWeekday(date) && monthOf(date) === monthOf(target))!;
  const lastOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), monthOf(date) + 1, 0));
  return fc.oneof(
    plain(BOUNDS.D, true).map(({ text, means }) => ({
      dom: text,
      dow: '?',
      means: (day: Date) => means(day.getUTCDate()),
    })),
    plain(BOUNDS.d, true).map(({ text, means }) => ({
      dom: '?',
      dow: text,
      means: (day: Date) => means(day.getUTCDay() + 1),
    })),
    fc.constant({ dom: 'L', dow: '?', means: isLast }),
    fc.integer({ min: 0, max: 30 }).map((offset) => ({
      dom: `L-${offset}`,
      dow: '?',
      means: (day: Date) => isLast(shifted(day, offset)) && monthOf(shifted(day, offset)) === monthOf(day),
    })),
    fc.constant({
      dom: 'LW',
      dow: '?',
      means: (day: Date) => nearest(lastOf(day)).getTime() === day.getTime(),
    }),
    fc.integer({ min: 1, max: 31 }).map((target) => ({
      dom: `${target}W`,
      dow: '?',
      means: (day: Date) =>
        target <= lastOf(day).getUTCDate() &&
        nearest(new Date(Date.UTC(day.getUTCFullYear(), monthOf(day), target))).getTime() === day.getTime(),
    })),
    weekday.map((wanted) => ({
      dom: '?',
      dow: `${wanted}L`,
      means: (day: Date) => day.getUTCDay() + 1 === wanted && monthOf(shifted(day, 7)) !== monthOf(day),
    })),
    fc.tuple(weekday, fc.integer({ min: 1, max: 5 })).map(([wanted, nth]) => ({
      dom: '?',
      dow: `${wanted}#${nth}`,
      means: (day: Date) => day.getUTCDay() + 1 === wanted && Math.ceil(day.getUTCDate() / 7) === nth,
    })),
  );
})();

const expressions = fc
  .record({
    s: plain(BOUNDS.s, true),
    m: plain(BOUNDS.m, true),
    h: plain(BOUNDS.h, true),
    days: dayFields,
    M: plain(BOUNDS.M, true),
    y: fc.option(plain(BOUNDS.y, false), { nil: null }),
  })
  .map(({ s, m, h, days, M, y }) => ({
    text: [s.text, m.text, h.text, days.dom, M.text, days.dow, ...(y ? [y.text] : [])].join(' '),
    meansTime: (at: Date) =>
      s.means(at.getUTCSeconds()) && m.means(at.getUTCMinutes()) && h.means(at.getUTCHours()),
    meansDay: (day: Date) =>
      days.means(day) && M.means(day.getUTCMonth() + 1) && (y?.means(day.getUTCFullYear()) ?? true),
  }));
const moments = fc.date({
  min: new Date('1969-12-01T00:00:00Z'),
  max: new Date('2100-01-10T00:00:00Z'),
  noInvalidDate: true,
});
const midnight = (at: Date) => new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000);

describe('properties', () => {
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
        const naive = seconds.filter(
          (at) =>
            at.getUTCFullYear() >= 1970 &&
            at.getUTCFullYear() <= 2099 &&
            expression.meansTime(at) &&
            expression.meansDay(midnight(at)),
        );
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
        const cron = cronOf(expression.text.replace(/^\S+ \S+ \S+/, '0 0 0'));
        const days = Array.from(
          { length: 800 },
          (_, index) => new Date(+midnight(after) + (index + 1) * 86_400_000),
        );
        const naive = days.filter(
          (day) => day.getUTCFullYear() >= 1970 && day.getUTCFullYear() <= 2099 && expression.meansDay(day),
        );
        const last = days.at(-1)!;
        expect(nextFires(cron, midnight(after), 800).filter((day) => day <= last)).toEqual(naive);
      }),
    );
  });

  it('D5: agrees with the distances of the fires themselves', () => {
    fc.assert(
      fc.property(expressions, moments, (expression, after) => {
        const cron = cronOf(expression.text);
        const fires = nextFires(cron, after, 300);
        const close = fires.some((at, index) => index > 0 && +at - +fires[index - 1]! < 10_000);
        expect(!close || firesTooOften(cron)).toBe(true);
      }),
    );
  });

  it('D5: never refuses a schedule whose fires all keep their distance', () => {
    const ends = fc.constantFrom('0', '55', '0,50', '0,51', '5,56', '0,30');
    const edges = fc.constantFrom('0', '59', '0,59', '0-1', '0,30');
    const hours = fc.constantFrom('0', '23', '0,23', '5-6', '0,12');
    const days = fc.constantFrom('1', '31', '1,31', '1,15', 'L', '1,28');
    fc.assert(
      fc.property(ends, edges, hours, days, fc.constantFrom('*', '1', '12', '2,3'), (s, m, h, d, month) => {
        const cron = cronOf(`${s} ${m} ${h} ${d} ${month} ? 2026-2029`);
        const fires = nextFires(cron, new Date('2025-12-31T00:00:00Z'), 5_000);
        const close = fires.some((at, index) => index > 0 && +at - +fires[index - 1]! < 10_000);
        expect(firesTooOften(cron)).toBe(close);
      }),
    );
  });

  it('D1: refuses or takes any text, and never throws', () => {
    const marks = fc.constantFrom(...'0123456789,-/*?LW# MONFRIJANl９　'.split(''));
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 40 }), (letters) => {
        const text = letters.join('');
        const result = parseCron(text);
        if (result.ok) expect(cronErrors(text)).toEqual([]);
        else expect(result.error.position).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
