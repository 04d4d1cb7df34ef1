import { describe, expect, it } from 'vitest';
import { lastLine } from './last-line';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('lastLine', () => {
  it.each([
    ['one\ntwo\n', 'two'],
    ['one\r\ntwo\r\n\r\n   \n', 'two'],
    ['\u001b[31mrm: cannot remove\u001b[0m\n', 'rm: cannot remove'],
    ['progress 10%\rprogress 100%', 'progress 100%'],
    ['bell\u0007', 'bell'],
    ['', ''],
    ['\n\n', ''],
  ])('C4: of %j it is %j', (output, line) => {
    expect(lastLine(bytes(output))).toBe(line);
  });

  it('C4: reads only the end of a long output', () => {
    const line = lastLine(bytes('x'.repeat(24 * 1024)));
    expect(line).toMatch(/^x+$/);
    expect(line.length).toBeLessThanOrEqual(2048);
  });

  it('C4: bytes that are not UTF-8 do not break it', () => {
    expect(lastLine(Uint8Array.from([0x6f, 0x6b, 0x0a, 0xff, 0xfe, 0x41]))).toBe('\ufffd\ufffdA');
  });
});
