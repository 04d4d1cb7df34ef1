import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedRunOf, instancesOf, runAddress, withoutRun } from './run-paths';

const search = (address: string) => new URL(address, 'https://x').search;

describe('a run sheet opened from elsewhere', () => {
  it('B6: the address carries instances, parameters and schedule, whatever they hold', () => {
    const id = fc.string({ unit: fc.constantFrom(...'abc019-'), minLength: 1, maxLength: 12 });
    const name = fc.string({ unit: fc.constantFrom(...'ab_-A0'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.uniqueArray(id),
        fc.dictionary(
          name,
          fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
        ),
        fc.constantFrom('', '0 0 18 ? * MON-FRI', '0 0/5 14,18 * * ?'),
        (instances, parameters, cron) => {
          const asked = search(runAddress('cn-hangzhou', 'c-1', { instances, parameters, cron }));
          expect(instancesOf(asked)).toEqual(instances);
          expect(Object.entries(askedRunOf(asked).parameters)).toEqual(Object.entries(parameters));
          expect(askedRunOf(asked).cron).toBe(cron || null);
        },
      ),
    );
  });

  it('J1: closing it leaves the list’s own query', () => {
    expect(withoutRun('?q=web&instances=i-1&p.path=%2Fdata&cron=0+0+2+*+*+%3F&page=2')).toBe('?q=web&page=2');
  });
});
