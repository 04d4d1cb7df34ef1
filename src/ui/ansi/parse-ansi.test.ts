import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnsi } from './parse-ansi';

const textOf = (input: string) =>
  parseAnsi(input).lines.map((line) => line.map((segment) => segment.text).join(''));

describe('terminal output', () => {
  it('C4: splits lines at LF and at CR LF', () => {
    expect(textOf('one\ntwo\r\nthree\n')).toEqual(['one', 'two', 'three', '']);
  });

  it('C4: turns SGR colours, bold and underline into class names until they are reset', () => {
    expect(parseAnsi('a\x1b[1;31mb\x1b[22;4mc\x1b[0md').lines).toEqual([
      [
        { text: 'a', className: '' },
        { text: 'b', className: 'ansi-red ansi-bold' },
        { text: 'c', className: 'ansi-red ansi-underline' },
        { text: 'd', className: '' },
      ],
    ]);
  });

  it('C4: carries a colour over the end of a line', () => {
    expect(parseAnsi('\x1b[32ma\nb').lines[1]).toEqual([{ text: 'b', className: 'ansi-green' }]);
  });

  it('C4: brings 256 colours and true colour to the nearest of eight', () => {
    expect(parseAnsi('\x1b[38;5;196ma\x1b[38;2;20;200;40mb\x1b[38;5;240mc').lines[0]).toEqual([
      { text: 'a', className: 'ansi-red' },
      { text: 'b', className: 'ansi-green' },
      { text: 'c', className: 'ansi-grey' },
    ]);
  });

  it.each([
    ['cursor moves', 'a\x1b[2Ab\x1b[10;4Hc'],
    ['private modes', 'a\x1b[?25lb\x1b[?1049hc'],
    ['a window title', 'a\x1b]0;title\x07bc'],
    ['a hyperlink', 'a\x1b]8;;https://example.com\x1b\\b\x1b]8;;\x1b\\c'],
    ['a device control string', 'a\x1bP1$tx\x1b\\bc'],
    ['a character set', 'a\x1b(Bbc'],
    ['C1 forms', 'a\x9b31mb\x9d0;t\x9cc'],
    ['the bell', 'a\x07bc'],
    ['a sequence cut off at the end', 'abc\x1b[38;5'],
  ])('C4: drops %s and keeps the text', (_, input) => {
    expect(textOf(input)).toEqual(['abc']);
  });

  it('C4: keeps text after a control string that never ends', () => {
    expect(textOf('a\x1b]0;title\nb')).toEqual(['a0;title', 'b']);
  });

  it('C4: lets a carriage return write over the line, as for progress bars', () => {
    expect(textOf('  5%\r 50%\r100%\ndone')).toEqual(['100%', 'done']);
    expect(textOf('downloading\r\x1b[Kok')).toEqual(['ok']);
    expect(textOf('ab\bc')).toEqual(['ac']);
  });

  it('C4: shows other control characters as pictures', () => {
    expect(parseAnsi('a\x00\x7f').lines[0]).toEqual([
      { text: 'a', className: '' },
      { text: '␀␡', className: 'ansi-control' },
    ]);
    expect(textOf('\x1b')).toEqual(['␛']);
  });

  it('C4: preserves every character of text without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // eslint-disable-next-line no-control-regex -- the property is about text without them
        const printable = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
        expect(textOf(printable)).toEqual([printable]);
      }),
    );
  });

  it('C4: never throws and never lets a control character through', () => {
    const pieces = fc.constantFrom(
      '\x1b',
      '[',
      ']',
      ';',
      '3',
      '8',
      'm',
      'K',
      '\r',
      '\n',
      '\b',
      '\x07',
      '\x9b',
      '\\',
      'P',
      'x',
      '漢',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const line of textOf(parts.join(''))) {
          // eslint-disable-next-line no-control-regex -- the property is about their absence
          expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/);
        }
      }),
    );
  });

  it.each([
    ['open control strings', '\x1b]'],
    ['open parameters', '\x1b[1;'],
    ['colour changes', '\x1b[31m\x1b[0m'],
    ['returns', 'a\r'],
    ['erasures', 'aa\x1b[2K'],
    ['one long string', 'x'],
  ])('C4: reads 64 KB of %s before the test gives up', (_, piece) => {
    const { lines } = parseAnsi(piece.repeat(65_536 / piece.length));
    expect(lines.length).toBeGreaterThan(0);
  });
});
