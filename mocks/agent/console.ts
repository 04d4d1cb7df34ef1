/** How much output the service keeps of one record (contract 4.6): the first 24 KB; the rest is only counted. */
export const KEPT_OUTPUT_BYTES = 24 * 1024;

/** Where a script writes stdout and stderr, as one stream of bytes in the order written. */
export interface Console {
  write(bytes: Uint8Array): void;
  /** A copy of what is kept. */
  output(): Uint8Array;
  /** Bytes written past what is kept. */
  dropped(): number;
}

/** `onKept` hears of every part that was kept, so that it can be saved from a script that must be killed. */
export function createConsole(onKept?: (bytes: Uint8Array) => void, limit = KEPT_OUTPUT_BYTES): Console {
  const kept: Uint8Array[] = [];
  let size = 0;
  let dropped = 0;
  return {
    write(bytes) {
      const part = bytes.slice(0, limit - size);
      dropped += bytes.length - part.length;
      if (part.length === 0) return;
      size += part.length;
      kept.push(part);
      onKept?.(part);
    },
    output: () => concatBytes(kept),
    dropped: () => dropped,
  };
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
