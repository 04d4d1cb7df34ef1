import type { AlarmTerms, DayWindow } from './metric-alarm';

/**
 * The service's clock. The contract (9.2) names no zone for the effective interval; that of maintenance windows (1.5) is taken,
 * which is where the service is.
 */
const SERVICE_OFFSET_MS = 8 * 3_600_000;
const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** Reads `00:00-23:59`; null when it is none. */
export function parseDayWindow(text: string): DayWindow | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  if (!match) return null;
  const [hours = 0, minutes = 0, endHours = 0, endMinutes = 0] = match.slice(1).map(Number);
  return { from: hours * 60 + minutes, to: endHours * 60 + endMinutes };
}

export function formatDayWindow({ from, to }: DayWindow): string {
  return `${clockOf(from)}-${clockOf(to)}`;
}

function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Whether a window is the whole day. */
export function isWholeDay({ from, to }: DayWindow): boolean {
  return (to + 1) % DAY_MINUTES === from;
}

/** Whether a rule may tell anybody at a moment, epoch ms. */
export function isEffective(
  { effective, ineffective }: Pick<AlarmTerms, 'effective' | 'ineffective'>,
  at: number,
): boolean {
  const minute = Math.floor((at + SERVICE_OFFSET_MS) / MINUTE) % DAY_MINUTES;
  return (
    (effective === null || isWithin(effective, minute)) && !(ineffective && isWithin(ineffective, minute))
  );
}

function isWithin({ from, to }: DayWindow, minute: number): boolean {
  return from <= to ? minute >= from && minute <= to : minute >= from || minute <= to;
}

/** The window's ends by a clock that is so many ms ahead of UTC, as `HH:mm`. */
export function windowAt({ from, to }: DayWindow, offsetMs: number): { from: string; to: string } {
  const shift = Math.round((offsetMs - SERVICE_OFFSET_MS) / MINUTE);
  const turned = (minute: number) => clockOf((((minute + shift) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES);
  return { from: turned(from), to: turned(to) };
}
