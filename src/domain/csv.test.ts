import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord } from './csv';

/** Reads CSV as RFC 4180 has it, nothing more. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++];
    }
    record.push(cell);
    if (text[at] === ',') at++;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      records.push(record);
      record = [];
    }
  }
  return records;
}

const harmful = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＠'), fc.string());
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[\s",;=+@'\r\n-]{0,12}$/),
  harmful.map((parts) => parts.join('')),
);

describe('CSV', () => {
  it('C7: what is written is read back, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        (table) => {
          const back = readCsv(table.map(csvRecord).join(''));
          const expected = table.map((row) =>
            row.map((text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)),
          );
          expect(back).toEqual(expected);
        },
      ),
    );
  });

  it('C7: no cell begins as a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(readCsv(csvRecord([text]))[0]?.[0]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });

  it('C7: numbers stand bare, also negative ones; nothing stands for nothing', () => {
    expect(csvRecord([-1, null, 'a "b", c', undefined, Number.NaN, ''])).toBe('-1,,"a ""b"", c",,,""\r\n');
    expect(csvRecord(['=1+1', '-1'])).toBe(`"'=1+1","'-1"\r\n`);
  });
});
