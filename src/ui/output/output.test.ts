import { describe, expect, it } from 'vitest';
import { decodeOutput, isUtf8 } from './decode-output';
import { findHits } from './find-hits';
import { hexDump } from './hex-dump';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('bytes of an output', () => {
  it('C4: knows UTF-8, also when a byte limit cut a character at either end', () => {
    const bytes = utf8('輸出😀');
    expect(isUtf8(bytes)).toBe(true);
    expect(isUtf8(bytes.subarray(1))).toBe(true);
    expect(isUtf8(bytes.subarray(0, -1))).toBe(true);
    expect(isUtf8(bytes.subarray(2, -3))).toBe(true);
    expect(isUtf8(new Uint8Array())).toBe(true);
  });

  it('C4: knows that GBK is not UTF-8 and reads it when told', () => {
    const gbk = new Uint8Array([0xd6, 0xd0, 0xce, 0xc4, 0x20, 0x6f, 0x6b]);
    expect(isUtf8(gbk)).toBe(false);
    expect(decodeOutput(gbk, 'gb18030')).toBe('中文 ok');
    expect(decodeOutput(new Uint8Array([0xa4, 0xa4, 0xa4, 0xe5]), 'big5')).toBe('中文');
  });

  it('C4: dumps bytes as offset, hex and ASCII', () => {
    expect(hexDump(utf8('hello, world\n\0\x1bAB'))).toEqual([
      '00000000: 6865 6c6c 6f2c 2077 6f72 6c64 0a00 1b41  hello, world...A',
      '00000010: 42                                       B',
    ]);
  });
});

describe('search in an output', () => {
  it('C4: finds every place whatever the case, taking the query literally', () => {
    expect(findHits(['a.b A.B', 'axb', 'a.b'], 'a.b')).toEqual([
      { line: 0, from: 0, to: 3 },
      { line: 0, from: 4, to: 7 },
      { line: 2, from: 0, to: 3 },
    ]);
    expect(findHits(['(?'], '(?')).toHaveLength(1);
    expect(findHits(['a'], '')).toEqual([]);
  });
});
