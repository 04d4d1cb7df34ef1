import { bytesToBase64, decodeBase64 } from '@/domain/base64';
import { parameterInvalid } from './cms-reply';

/** Where the next answer begins: at a target, in the stretch that begins at a time, after so many of its points. */
export interface Cursor {
  target: number;
  at: number;
  skip: number;
}

export function writeCursor({ target, at, skip }: Cursor): string {
  return bytesToBase64(new TextEncoder().encode(JSON.stringify([target, at, skip])));
}

/** @param targets how many there are */
export function readCursor(token: string | undefined, targets: number): Cursor {
  if (token === undefined) return { target: 0, at: 0, skip: 0 };
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(decodeBase64(token)));
    if (Array.isArray(parsed) && parsed.length === 3 && parsed.every(isCount)) {
      const [target, at, skip] = parsed as [number, number, number];
      if (target <= targets) return { target, at, skip };
    }
  } catch {
    // falls through to the refusal below
  }
  throw parameterInvalid('NextToken');
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
