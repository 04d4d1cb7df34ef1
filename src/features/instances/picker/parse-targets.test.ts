import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTargets } from './parse-targets';

describe('pasted list', () => {
  it.each([
    ['lines', 'i-bp1abc\r\ni-bp1abd\n'],
    ['commas', 'i-bp1abc,i-bp1abd'],
    ['JSON', '["i-bp1abc", "i-bp1abd"]'],
    ['a table', 'i-bp1abc\ti-bp1abd'],
    ['with repetitions', 'i-bp1abc i-bp1abd i-bp1abc'],
    ['Chinese punctuation', 'i-bp1abc、i-bp1abd，'],
  ])('B2: reads IDs from %s', (_what, text) => {
    expect(parseTargets(text)).toEqual({ ids: ['i-bp1abc', 'i-bp1abd'], ips: [], unreadable: [] });
  });

  it('B2: tells IDs, addresses and the rest apart', () => {
    expect(parseTargets('10.0.0.1; web-01 i-bp1abc 10.0.0.256 1.2.3')).toEqual({
      ids: ['i-bp1abc'],
      ips: ['10.0.0.1'],
      unreadable: ['web-01', '10.0.0.256', '1.2.3'],
    });
  });

  it('B2: loses no word of any text', () => {
    const word = fc.stringMatching(/^[a-z0-9.-]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const { ids, ips, unreadable } = parseTargets(words.join('\n'));
        expect(new Set([...ids, ...ips, ...unreadable])).toEqual(new Set(words));
      }),
    );
  });
});
