import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToBase64, decodeBase64, encodeBase64, isBase64 } from './base64';
import { base64Length, contentSize, runSize, utf8Length } from './size';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('Base64', () => {
  it('C4: any bytes survive the way there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const text = bytesToBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(isBase64(text)).toBe(true);
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it('A2: encodes text as UTF-8', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(encodeBase64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'));
      }),
    );
    expect(encodeBase64('df -h /{{mount}}')).toBe('ZGYgLWggL3t7bW91bnR9fQ==');
  });

  it('C4: takes a large output without exhausting the stack', () => {
    const bytes = new Uint8Array(1_000_000).fill(255);
    expect(Buffer.compare(decodeBase64(bytesToBase64(bytes)), bytes)).toBe(0);
  });

  it.each(['ZGY', 'ZGY*', 'ZGY=\n', 'Z===', '====', 'ZG=Y', 'ZG Y', 'ZGY_', 'Zß=='])(
    'C4: refuses %j',
    (text) => {
      expect(isBase64(text)).toBe(false);
      expect(() => decodeBase64(text)).toThrow(RangeError);
    },
  );

  it('C4: an empty output is empty', () => {
    expect(decodeBase64('')).toEqual(new Uint8Array());
  });
});

describe('sizes', () => {
  it('A4: counts the bytes of any text as the encoder does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((u) => String.fromCharCode(u)) }),
        (text) => {
          expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
          expect(contentSize(text)).toBe(encodeBase64(text).length);
        },
      ),
    );
  });

  it.each([
    [0, 0],
    [1, 4],
    [3, 4],
    [4, 8],
    [12_288, 16_384],
    [12_289, 16_388],
  ])('A4: %i bytes are %i in Base64', (bytes, length) => {
    expect(base64Length(bytes)).toBe(length);
  });

  it('B4: parameters count with the script', () => {
    expect(runSize('echo {{a}}', {})).toBe(contentSize('echo {{a}}'));
    expect(runSize('echo {{a}}', { a: '值' })).toBe(encodeBase64('echo {{a}}{"a":"值"}').length);
  });
});
