const WIDTH = 16;

/** Lines of offset, sixteen bytes and their ASCII, as `xxd` prints them. */
export function hexDump(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += WIDTH) {
    const row = [...bytes.subarray(offset, offset + WIDTH)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'));
    const pairs = Array.from(
      { length: WIDTH / 2 },
      (_, i) => (hex[i * 2] ?? '  ') + (hex[i * 2 + 1] ?? '  '),
    );
    const ascii = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${offset.toString(16).padStart(8, '0')}: ${pairs.join(' ')}  ${ascii}`);
  }
  return lines;
}
