import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './json-text';

describe('reading a JSON text', () => {
  it.each([
    ['{"Id":"exec-\\ud800"}', { Id: 'exec-\uFFFD' }],
    ['["\\uDC00","\\ud83d\\ude00"]', ['\uFFFD', '😀']],
    ['7', 7],
    ['null', null],
    ['', undefined],
    ['{"Id":', undefined],
  ])('K4: of %s comes %j', (text, value) => {
    expect(readJson(text)).toEqual(value);
  });

  it('K4: whatever a text holds can become part of an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, half) => {
        const ids = [text, text + String.fromCharCode(half), String.fromCharCode(half) + text];
        const read = readJson(JSON.stringify(ids)) as string[];
        expect(read.map((id) => decodeURIComponent(encodeURIComponent(id)))).toEqual(
          ids.map((id) => id.toWellFormed()),
        );
      }),
      { numRuns: 50 },
    );
  });
});
