import type { WrittenEntry } from '@/domain/icalendar';

/** Kept in this browser: which events earlier files had, and when. No account data beyond IDs. */
const KEY = 'calendar-written';

export function readWritten(): Record<string, WrittenEntry> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((pair): pair is [string, WrittenEntry] => isEntry(pair[1])),
    );
  } catch {
    return {}; // storage refused, or damaged: then nothing was ever written
  }
}

export function keepWritten(written: Record<string, WrittenEntry>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(written));
  } catch {
    // Without storage the file is still right; only a later move is not told as one.
  }
}

export function forgetWritten(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

function isEntry(value: unknown): value is WrittenEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    typeof value.start === 'number' &&
    'sequence' in value &&
    Number.isSafeInteger(value.sequence)
  );
}
