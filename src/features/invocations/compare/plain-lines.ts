import { parseAnsi } from '@/ui/ansi/parse-ansi';
import { decodeOutput, isUtf8 } from '@/ui/output/decode-output';

/** Anything that acts on a terminal. A tab does not; a carriage return before a line feed does not either. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/**
 * An output as the viewer shows it: lines without terminal sequences, the empty one after the last line feed left out.
 * Bytes that are not UTF-8 are taken for GB18030, which Windows in Chinese writes.
 */
export function plainLines(bytes: Uint8Array): string[] {
  const text = decodeOutput(bytes, isUtf8(bytes) ? 'utf-8' : 'gb18030').replaceAll('\r\n', '\n');
  // The terminal writes cell by cell; most outputs need none of it.
  const lines = CONTROL.test(text)
    ? parseAnsi(text).lines.map((line) => line.map((segment) => segment.text).join(''))
    : text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
