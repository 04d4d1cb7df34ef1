import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namePattern } from './name-pattern';

describe('names with wildcards', () => {
  it.each([
    ['web', 'web', true],
    ['web', 'Web', false],
    ['web*', 'Web-01', true],
    ['*01', 'web-01', true],
    ['*b-*1', 'web-01', true],
    ['a*a', 'a', false],
    ['*ab*ab*', 'xab', false],
    ['*', '', true],
    ['w.b*', 'web', false],
  ])('A1: %s against %s is %s', (pattern, name, expected) => {
    expect(namePattern(pattern)(name)).toBe(expected);
  });

  it('A1: a pattern made by replacing parts of a name by * fits it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-c]*$/), fc.boolean())), (parts) => {
        const name = parts.map(([text]) => text).join('');
        const pattern = `*${parts.map(([text, hidden]) => (hidden ? '*' : text)).join('')}`;
        expect(namePattern(pattern)(name)).toBe(true);
      }),
    );
  });
});
