import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedRunOf, instancesOf, runAddress, withoutRun } from './run-paths';

const search = (address: string) => new URL(address, 'https://x').search;

describe('a run sheet opened from elsewhere', () => {
  it('B6: the address carries instances, schedule and the record to take the parameters from', () => {
    const id = fc.string({ unit: fc.constantFrom(...'abc019-'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.uniqueArray(id),
        fc.constantFrom('', 't-0a1b2c'),
        fc.constantFrom('', '0 0 18 ? * MON-FRI', '0 0/5 14,18 * * ?'),
        (instances, from, cron) => {
          const asked = search(runAddress('cn-hangzhou', 'c-1', { instances, from, cron }));
          expect(instancesOf(asked)).toEqual(instances);
          expect(askedRunOf(asked)).toMatchObject({ from: from || null, cron: cron || null });
        },
      ),
    );
  });

  it('J1: closing it leaves the list’s own query', () => {
    expect(withoutRun('?q=web&instances=i-1&from=t-1&cron=0+0+2+*+*+%3F&page=2')).toBe('?q=web&page=2');
  });
});
