export const ENCODINGS = ['utf-8', 'gb18030', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const LONGEST_CUT = 3;

/** The bytes as text; what does not decode becomes U+FFFD. A byte order mark is left out. */
export function decodeOutput(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Whether the bytes are UTF-8. Output cut at a byte limit may have lost part of a character at either end: up to
 * three bytes there do not count.
 */
export function isUtf8(bytes: Uint8Array): boolean {
  let from = 0;
  while (from < Math.min(LONGEST_CUT, bytes.length) && isContinuation(bytes[from])) from++;
  for (let cut = 0; cut <= Math.min(LONGEST_CUT, bytes.length - from); cut++) {
    if (decodes(bytes.subarray(from, bytes.length - cut))) return true;
    const dropped = bytes[bytes.length - 1 - cut];
    if (dropped === undefined || dropped < 0x80) return false;
  }
  return false;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
