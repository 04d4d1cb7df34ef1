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

  it('D1: a moment or a number that is none fires nothing, at once', () => {
    const everySecond = cronOf('* * * * * ?');
    expect(nextFires(everySecond, new Date(NaN), 5)).toEqual([]);
    for (const count of [0, -1, NaN]) expect(nextFires(everySecond, new Date(0), count)).toEqual([]);
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
