/** What a mask hides. */
export const MASKED_KINDS = ['time', 'pid', 'ip', 'self'] as const;
export type MaskedKind = (typeof MASKED_KINDS)[number];

/** What stands in the place of something masked. The brackets are rare in outputs, so that the marks are not taken for text. */
export const MASK_MARKS: Record<MaskedKind, string> = {
  time: '‹time›',
  pid: '‹pid›',
  ip: '‹ip›',
  self: '‹self›',
};

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t|tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const WEEKDAY = '(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?,?[ \\t]+)?';
const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?(?:[ \\t]?[AP]M\\b)?';
const ZONE = '(?:[ \\t]?(?:Z|UTC|GMT|CST|[+-]\\d{2}:?\\d{2})(?![\\w:]))?';
const BEFORE = '(?<![\\w:./-])';
const AFTER = '(?![\\w:])';

/** Years are 19xx and 20xx: a version such as 3.10-11-12 is no date. In each, an optional clock time follows. */
const DATES = [
  `${BEFORE}(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}(?:(?:T|[ \\t]+)${CLOCK})?${ZONE}`,
  `${BEFORE}\\d{1,2}/${MONTH}/(?:19|20)\\d{2}(?::${CLOCK})?${ZONE}`,
  `${BEFORE}\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)\\d{2}(?:[ \\t]+${CLOCK})?${ZONE}`,
  `${BEFORE}(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日(?:[ \\t]*(?:星期.|周.))?(?:[ \\t]*${CLOCK})?${ZONE}`,
  `\\b${WEEKDAY}\\d{1,2}[ \\t]+${MONTH}[ \\t]+(?:19|20)\\d{2}(?:[ \\t]+${CLOCK})?${ZONE}`,
  `\\b${WEEKDAY}${MONTH}[ \\t]+\\d{1,2}(?!\\d)(?:,?[ \\t]+${CLOCK})?${ZONE}(?:,?[ \\t]+(?:19|20)\\d{2}\\b)?`,
  `${BEFORE}${CLOCK}${AFTER}${ZONE}`,
].map((source) => new RegExp(source, 'g'));

/** Seconds since the machine started, as the kernel's log has them at the start of a line. */
const UPTIME = /^\[ *\d+\.\d+\]/gm;

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`(?<![\\w.])${OCTET}(?:\\.${OCTET}){3}(?![\\w]|\\.\\d)`, 'g');
const GROUP = '[0-9a-fA-F]{1,4}';
const IPV6 = new RegExp(
  `(?<![\\w:.])(?:(?:${GROUP}:){7}${GROUP}|(?:${GROUP}(?::${GROUP}){0,6})?::(?:${GROUP}(?::${GROUP}){0,6})?)(?![\\w:])`,
  'g',
);

/** `pid 12`, `PID: 12`, `pid=12`; and the number a system log puts behind a program's name: `sshd[12]:`. */
const PID_WORD = /\b(pid(?:[ \t]?[:=#])?[ \t]?)\d{1,10}\b/gi;
const PID_OF_PROGRAM = /(?<=[\w)/-])\[\d{1,10}\](?=:)/g;

/** Shorter names are too likely to be part of something else. */
const SHORTEST_NAME = 3;

/**
 * Makes a function that puts marks in the place of what differs from instance to instance and from run to run: dates and
 * times, process IDs, IP addresses, and the instance's own names (its name, host name, ID) given here. Lines stay lines.
 * A bare number is never taken for a time or a process ID.
 */
export function createMask(ownNames: readonly string[]): (text: string) => string {
  const names = [...new Set(ownNames)]
    .filter((name) => name.length >= SHORTEST_NAME)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const own = names.length > 0 ? new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w-])`, 'gi') : null;
  return (text) => {
    let masked = own ? text.replace(own, MASK_MARKS.self) : text;
    for (const date of DATES) masked = masked.replace(date, MASK_MARKS.time);
    return masked
      .replace(UPTIME, `[${MASK_MARKS.time}]`)
      .replace(IPV4, MASK_MARKS.ip)
      .replace(IPV6, MASK_MARKS.ip)
      .replace(PID_WORD, `$1${MASK_MARKS.pid}`)
      .replace(PID_OF_PROGRAM, `[${MASK_MARKS.pid}]`);
  };
}
