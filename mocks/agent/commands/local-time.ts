const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const CHINA = 28_800_000;

interface LocalTime {
  year: number;
  /** `Nov`. */
  month: string;
  day: number;
  /** `2026-11-03`. */
  date: string;
  /** `09:05:01`. */
  clock: string;
  /** `+0800`. */
  offset: string;
}

/** An instant (epoch ms) as a server shows it; `zone` in ms east of UTC. */
export function localTime(at: number, zone: number): LocalTime {
  const time = new Date(at + zone);
  const text = time.toISOString();
  const hours = zone / 3_600_000;
  return {
    year: time.getUTCFullYear(),
    month: MONTHS[time.getUTCMonth()] ?? '',
    day: time.getUTCDate(),
    date: text.slice(0, 10),
    clock: text.slice(11, 19),
    offset: `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}00`,
  };
}

/** Ms east of UTC for a TZ: the servers' clocks are UTC+8 unless a script asks for UTC; other zones are not known here. */
export function zoneOf(name: string | undefined): number {
  return name !== undefined && /^(?:UTC|GMT|Etc\/UTC)0?$/i.test(name) ? 0 : CHINA;
}
