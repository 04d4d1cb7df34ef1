import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsOf, runRequest } from './run-request';

describe('run request', () => {
  it('B1: names region, command and instances, and nothing it does not need', () => {
    expect(runRequest('cn-hangzhou', 'c-1', ['i-2', 'i-1'], {})).toEqual({
      RegionId: 'cn-hangzhou',
      CommandId: 'c-1',
      InstanceId: ['i-1', 'i-2'],
    });
  });

  it('B4: sends the filled parameters in the script’s order; an empty one is left out', () => {
    expect(pairsOf(['path', 'days', 'mode'], { mode: 'x y', path: '/data', days: '', old: 'gone' })).toEqual({
      path: '/data',
      mode: 'x y',
    });
    expect(Object.keys(pairsOf(['b', 'a'], { a: '1', b: '2' }))).toEqual(['b', 'a']);
  });

  it('B4: a parameter may have the name of what every object has', () => {
    const pairs = pairsOf(['__proto__', 'constructor'], Object.fromEntries([['__proto__', 'x']]));
    expect(Object.entries(pairs)).toEqual([['__proto__', 'x']]);
  });

  it('K4: the same choice is the same request, however it was made', () => {
    const chosen = fc.uniqueArray(fc.string({ minLength: 1 }));
    const both = chosen.chain((ids) =>
      fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
    );
    fc.assert(
      fc.property(both, ([ids, shuffled]) => {
        expect(JSON.stringify(runRequest('r', 'c', shuffled, {}))).toBe(
          JSON.stringify(runRequest('r', 'c', ids, {})),
        );
      }),
    );
  });
});
