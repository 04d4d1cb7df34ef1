import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runLinks } from './run-links';
import { instancesOf, withInstances } from './run-paths';

describe('addresses of the run sheet', () => {
  it('J1: reads the instances of an address, each once', () => {
    expect(instancesOf('?q=web&instances=i-1,i-2,,%20i-1')).toEqual(['i-1', 'i-2']);
    expect(instancesOf('?q=web')).toEqual([]);
  });

  it('J1: keeps what belongs to the list below', () => {
    expect(withInstances('?q=web&page=2', ['i-1', 'i-2'])).toBe('?q=web&page=2&instances=i-1,i-2');
    expect(withInstances('?instances=i-1&q=web', [])).toBe('?q=web');
    expect(withInstances('?instances=i-1', [])).toBe('');
  });

  it('J1: what is written is read back, and writing it again changes nothing', () => {
    const id = fc.string({ unit: fc.constantFrom(...'abcz019-'), minLength: 1, maxLength: 24 });
    const query = fc.dictionary(fc.string({ minLength: 1 }), fc.string());
    fc.assert(
      fc.property(fc.uniqueArray(id), query, (ids, rest) => {
        const search = `?${new URLSearchParams(rest).toString()}`;
        const written = withInstances(search, ids);
        expect(instancesOf(written)).toEqual(ids);
        expect(withInstances(written, ids)).toBe(written);
      }),
    );
  });

  it('J1: escapes what comes from the service', () => {
    expect(runLinks('cn-beijing').record('t/1')).toBe('/cn-beijing/invocations/t%2F1');
    expect(runLinks('cn-beijing').recordsOf('c&1')).toBe('/cn-beijing/invocations?q=c%261');
  });
});
