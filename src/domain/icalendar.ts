/** One thing of a calendar file. Times in epoch ms; written in UTC. */
export interface CalendarEntry {
  /** The same in every file for the same thing: calendars replace what they know by it (RFC 5545, 3.8.4.7). */
  uid: string;
  /** Raised when the thing is moved: the higher number wins (RFC 5545, 3.8.7.4). */
  sequence: number;
  start: number;
  end: number;
  summary: string;
  description?: string;
  url?: string;
  categories?: readonly string[];
}

/** Lines are cut after so many bytes of UTF-8, the line end not counted (RFC 5545, 3.1). */
const LINE_BYTES = 75;

/** A calendar file (RFC 5545) with lines ended by CRLF. `stampedAt`, epoch ms, is when the file is made. */
export function toICalendar(name: string, entries: readonly CalendarEntry[], stampedAt: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ECS Operations Console//Operations calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, stampedAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry, stampedAt: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${utcTime(stampedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART:${utcTime(entry.start)}`,
    // An end at the start is no valid end: a moment is written without one.
    ...(entry.end > entry.start ? [`DTEND:${utcTime(entry.end)}`] : []),
    `SUMMARY:${escapeText(entry.summary)}`,
    ...(entry.description ? [`DESCRIPTION:${escapeText(entry.description)}`] : []),
    ...(entry.url ? [`URL:${oneLine(entry.url)}`] : []),
    ...(entry.categories?.length ? [`CATEGORIES:${entry.categories.map(escapeText).join(',')}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A text value: backslash, semicolon, comma and line breaks escaped, other control characters left out (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

// oxlint-disable-next-line no-control-regex -- these are what must not get into the file
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

/** An address is no text and knows no escapes; what would end its line is left out. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, '').replace(CONTROL, '');
}

/** Folds a line into pieces of at most 75 bytes, never inside a character; each further piece begins with a blank. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = utf8Size(character.codePointAt(0) ?? 0);
    if (bytes + size > LINE_BYTES) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n');
}

function utf8Size(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}

/** `20261124T180000Z` */
function utcTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** What is remembered of a thing that was written into a file before. */
export interface WrittenEntry {
  start: number;
  sequence: number;
}

/**
 * The sequence of a thing now: one more than before when it was moved since, never lower than before.
 * @param before null when it was never written
 * @param moved the thing itself says that it was moved since it was announced
 */
export function nextSequence(before: WrittenEntry | null, start: number, moved: boolean): number {
  const least = moved ? 1 : 0;
  if (before === null) return least;
  return Math.max(least, before.start === start ? before.sequence : before.sequence + 1);
}
