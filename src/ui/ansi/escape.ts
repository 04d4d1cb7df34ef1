/** What starts at a control character: a sequence to obey or drop, or nothing that is known. */
export type Escape =
  | { kind: 'sgr'; parameters: string; end: number }
  | { kind: 'eraseLine'; mode: number; end: number }
  | { kind: 'dropped'; end: number }
  | { kind: 'unknown' };

const ESC = '\x1b';
/** DCS, SOS, OSC, PM and APC carry a string up to their terminator. */
const STRING_STARTERS = new Set(['P', 'X', ']', '^', '_']);
const C1_STRING_STARTERS = new Set(['\x90', '\x98', '\x9d', '\x9e', '\x9f']);

const inRange = (char: string | undefined, from: number, to: number) =>
  char !== undefined && char.charCodeAt(0) >= from && char.charCodeAt(0) <= to;

/** Reads the escape sequence at `at` (an ESC or a C1 control). `end` is the index after it. */
export function readEscape(text: string, at: number): Escape {
  const first = text[at];
  if (first === '\x9b') return readCsi(text, at + 1);
  if (first !== undefined && C1_STRING_STARTERS.has(first)) return readString(text, at + 1);
  if (first !== ESC) return { kind: 'dropped', end: at + 1 };
  const second = text[at + 1];
  if (second === '[') return readCsi(text, at + 2);
  if (second !== undefined && STRING_STARTERS.has(second)) return readString(text, at + 2);
  let end = at + 1;
  while (inRange(text[end], 0x20, 0x2f)) end++;
  return inRange(text[end], 0x30, 0x7e) ? { kind: 'dropped', end: end + 1 } : { kind: 'unknown' };
}

function readCsi(text: string, start: number): Escape {
  let end = start;
  while (inRange(text[end], 0x30, 0x3f)) end++;
  const parameters = text.slice(start, end);
  while (inRange(text[end], 0x20, 0x2f)) end++;
  const final = text[end];
  // Cut off or broken: what was read is dropped, what follows is text again.
  if (!inRange(final, 0x40, 0x7e)) return { kind: 'dropped', end };
  if (final === 'm' && /^[\d;:]*$/.test(parameters)) return { kind: 'sgr', parameters, end: end + 1 };
  if (final === 'K') return { kind: 'eraseLine', mode: Number(parameters) || 0, end: end + 1 };
  return { kind: 'dropped', end: end + 1 };
}

/** A control string ends at BEL or ST. One that never ends must not swallow the output: it is not a string then. */
function readString(text: string, start: number): Escape {
  for (let end = start; end < text.length; end++) {
    const char = text[end];
    if (char === '\x07' || char === '\x9c') return { kind: 'dropped', end: end + 1 };
    if (char === ESC && text[end + 1] === '\\') return { kind: 'dropped', end: end + 2 };
    if (char === ESC || char === '\n') break;
  }
  return { kind: 'dropped', end: start };
}
