import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-syntax';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonFault', () => {
  it.each([
    ['', 1, 1],
    ['{"a":1,}', 1, 8],
    ['{"a" 1}', 1, 6],
    ['[1, x]', 1, 5],
    ['["i-1"\n "i-2"]', 2, 2],
    ['{"a":"b}', 1, 6],
    ['[1]]', 1, 4],
    ['[01]', 1, 3],
    ['{"a":', 1, 6],
    ["{'a':1}", 1, 2],
    ['[1}', 1, 3],
  ])('J7: %j goes wrong in line %i, column %i', (text, line, column) => {
    expect(jsonFault(text)).toEqual({ line, column });
  });

  it('J7: agrees with JSON.parse on JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        expect(jsonFault(JSON.stringify(JSON.parse(text), null, indent))).toBeNull();
      }),
    );
  });

  it('J7: agrees with JSON.parse on almost JSON', () => {
    const almost = fc
      .tuple(
        fc.json({ maxDepth: 2 }),
        fc.nat(),
        fc.constantFrom('', ',', '}', '"', '\\', '\n', 'e', '0', '-'),
      )
      .map(([text, place, insert]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + insert + text.slice(at + (insert === '' ? 1 : 0));
      });
    fc.assert(
      fc.property(almost, (text) => {
        expect(jsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 500 },
    );
  });

  it('J7: reads any depth', () => {
    expect(jsonFault('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull();
  });
});
