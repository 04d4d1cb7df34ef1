const CHUNK = 0x8000;
const ALPHABET = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether the text is Base64 with its padding and nothing else: no blanks, no line breaks, no URL-safe letters. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && ALPHABET.test(text);
}

export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    // Spreading would go through the iterator, which takes four times as long.
    binary += String(Reflect.apply(String.fromCharCode, null, bytes.subarray(start, start + CHUNK)));
  }
  return btoa(binary);
}

/** Base64 of the text's UTF-8 bytes; lone surrogates become U+FFFD as on the wire. */
export function encodeBase64(text: string): string {
  return bytesToBase64(new TextEncoder().encode(text));
}

/** The bytes behind a Base64 text (they need not be UTF-8, contract 4.6). Throws a RangeError if it is not Base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  if (!isBase64(text)) throw new RangeError('not a Base64 text');
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
