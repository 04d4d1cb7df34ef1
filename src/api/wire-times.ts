const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** The last moment a `Date` can hold. */
const LATEST = 8.64e15;

/**
 * Reads a time of the API in any of its forms (contract 1.5): with or without seconds, with a blank instead of `T`,
 * epoch milliseconds as number or text. A time without a zone is UTC.
 * @returns epoch milliseconds; null for a time that is not known yet (`""`, absent) or no time at all
 */
export function parseWireTime(time: string | number | null | undefined): number | null {
  if (typeof time === 'number') return time > 0 && time <= LATEST ? time : null;
  const text = time?.trim();
  if (!text) return null;
  if (/^\d{12,14}$/.test(text)) return Number(text);
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, milliseconds);
  // Date.UTC rolls 30 February over into March; a time that does not come back as it was written is no time.
  const written = [year, month, day, hour, minute, second].join();
  const back = new Date(at);
  const read = [
    back.getUTCFullYear(),
    back.getUTCMonth() + 1,
    back.getUTCDate(),
    back.getUTCHours(),
    back.getUTCMinutes(),
    back.getUTCSeconds(),
  ].join();
  return written === read ? at - zoneOffset(match[8]) : null;
}

/** `yyyy-MM-ddTHH:mm:ssZ`, the form of request times and of the signature's Timestamp. */
export function formatWireTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function zoneOffset(zone: string | undefined): number {
  if (!zone || zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
