/** Bytes of the text in UTF-8, counted without encoding it; a lone surrogate counts as U+FFFD (3 bytes). */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

/** Length of the Base64 text of that many bytes, padding included. */
export function base64Length(byteCount: number): number {
  return 4 * Math.ceil(byteCount / 3);
}

/** What a script counts against the limit of a command: its bytes after Base64 (manual 1.2.1). */
export function contentSize(content: string): number {
  return base64Length(utf8Length(content));
}

/**
 * What a run counts against the limit: script and parameters together after Base64 (manual 1.1). The manual does
 * not say how the parameters are written for this; they are counted as what is sent, the JSON object of the pairs.
 */
export function runSize(content: string, parameters: Record<string, string>): number {
  const parameterBytes = Object.keys(parameters).length === 0 ? 0 : utf8Length(JSON.stringify(parameters));
  return base64Length(utf8Length(content) + parameterBytes);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
