import { type CalendarEntry, nextSequence, toICalendar, type WrittenEntry } from '@/domain/icalendar';
import type { EventItem } from '@/features/events';
import { fireMarks } from './lanes';
import type { ScheduleInWeek } from './week-fires';
import { executionWindowOf } from '@/domain/system-event-windows';
import type { Week } from './week';

/** The words of the file, in the language of the page. */
export interface FileWords {
  name: string;
  event(event: EventItem): { summary: string; description: string; url: string };
  fires(row: ScheduleInWeek, count: number): { summary: string; description: string; url: string };
}

export interface CalendarFile {
  text: string;
  /** What to remember, so that the next file knows what was moved; by UID. */
  written: Record<string, WrittenEntry>;
}

/** Runs of schedules have no length of their own; a calendar draws nothing for a moment. */
const RUN_MS = 5 * 60_000;

/**
 * Planned events, whenever they are, and the week's runs as a calendar file. An event keeps its UID for life; its sequence
 * is raised when it was moved since the last file.
 */
export function calendarFile(
  events: readonly EventItem[],
  schedules: readonly ScheduleInWeek[],
  week: Week,
  before: Readonly<Record<string, WrittenEntry>>,
  words: FileWords,
  now: number,
): CalendarFile {
  const written: Record<string, WrittenEntry> = {};
  const planned = events.flatMap((event): CalendarEntry[] => {
    const span = executionWindowOf(event);
    if (!span) return [];
    const uid = `${event.id}-${event.instanceId}@${event.region}.system-events.ecs`;
    const moved = event.initialNotBefore !== null && event.initialNotBefore !== event.notBefore;
    const sequence = nextSequence(before[uid] ?? null, span.from, moved);
    written[uid] = { start: span.from, sequence };
    return [
      { uid, sequence, start: span.from, end: span.to, categories: [event.type], ...words.event(event) },
    ];
  });
  const runs = schedules.flatMap((row) =>
    fireMarks(row.fires, week, now)
      .filter((mark) => !mark.past)
      .map((mark): CalendarEntry => ({
        uid: `${row.schedule.invocation.InvokeId}-${mark.from}@${row.region}.schedules.ecs`,
        sequence: 0,
        start: mark.from,
        end: mark.to + RUN_MS,
        categories: ['Schedule'],
        ...words.fires(row, mark.count),
      })),
  );
  return { text: toICalendar(words.name, [...planned, ...runs], now), written };
}
