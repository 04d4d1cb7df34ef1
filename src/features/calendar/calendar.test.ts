import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { eventLanes, fireMarks } from './lanes';
import { calendarFile, type FileWords } from './calendar-file';
import { MOST_WEEKS, placeIn, readWeek, weekOf } from './week';
import type { ScheduleInWeek } from './week-fires';
import type { EventItem } from '@/features/events';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-23T06:32:00Z');
const zone = { name: 'UTC+8', offsetAt: () => 8 * HOUR };
const week = weekOf(NOW, 0, zone);

function event(id: string, change: Partial<EventItem> = {}): EventItem {
  return {
    key: `cn-hangzhou ${id} i-${id}`,
    region: 'cn-hangzhou',
    id,
    instanceId: `i-${id}`,
    type: 'SystemMaintenance.Reboot',
    state: 'Scheduled',
    reason: '',
    publishedAt: NOW - 20 * HOUR,
    notBefore: NOW + 12 * HOUR,
    initialNotBefore: null,
    finishedAt: null,
    canAccept: undefined,
    raw: {},
    ...change,
  };
}

describe('week', () => {
  it('F12: seven days from today by the zone’s clock', () => {
    expect(new Date(week.from).toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(week.days).toHaveLength(7);
    expect(placeIn(week, week.from + 3.5 * DAY)).toBe(0.5);
    expect(weekOf(NOW, 2, zone).from).toBe(week.from + 14 * DAY);
  });

  it.each([
    [null, 0],
    ['2', 2],
    ['-1', 0],
    ['x', 0],
    [String(MOST_WEEKS + 1), 0],
  ])('F12: ?week=%s is %i', (text, expected) => {
    expect(readWeek(text)).toBe(expected);
  });
});

describe('lanes', () => {
  it('F12: overlapping windows each have a row, the first to begin on top', () => {
    const lanes = eventLanes(
      [
        event('c', { notBefore: NOW + 14 * HOUR }),
        event('a'),
        event('b', { notBefore: NOW + 13 * HOUR, type: 'AccountUnbalanced.Stop' }),
      ],
      week,
    );
    expect(lanes.map(({ events }) => events[0]?.id)).toEqual(['a', 'b', 'c']);
    expect(lanes[0]?.execution).toEqual({ from: NOW + 12 * HOUR, to: NOW + 18 * HOUR });
    expect(lanes[1]?.execution).toEqual({ from: NOW + 13 * HOUR, to: NOW + 13 * HOUR });
  });

  it('F12: the same thing at the same time is one row; what lies outside the week or has no time is none', () => {
    const lanes = eventLanes(
      [
        event('a'),
        event('b'),
        event('over', { publishedAt: NOW - 9 * DAY, notBefore: NOW - 8 * DAY, state: 'Executing' }),
        event('none', { notBefore: null, publishedAt: null }),
      ],
      week,
    );
    expect(lanes.map(({ events }) => events.length)).toEqual([2]);
  });

  it('F12: dense fires are a band with their number, cut at midnight and at now; two are two ticks', () => {
    const each = (step: number, count: number, from = week.from) =>
      Array.from({ length: count }, (_, index) => from + index * step);
    const dense = fireMarks(each(10 * 60_000, 288), week, NOW);
    expect(dense.map(({ count }) => count)).toEqual([88, 56, 144]);
    expect(dense.map(({ past }) => past)).toEqual([true, false, false]);
    expect(fireMarks(each(60_000, 2, NOW + HOUR), week, NOW)).toHaveLength(2);
    expect(fireMarks(each(DAY, 7), week, NOW)).toHaveLength(7);
    expect(fireMarks([], week, NOW)).toEqual([]);
  });
});

describe('calendar file', () => {
  const words: FileWords = {
    name: 'Operations calendar',
    event: ({ id }) => ({ summary: `Event ${id}`, description: 'x', url: 'https://example.com/' }),
    fires: (_, count) => ({ summary: `${count} runs`, description: 'x', url: 'https://example.com/' }),
  };
  const invocation = { InvokeId: 't-1' } as ScheduleInWeek['schedule']['invocation'];
  const rows: ScheduleInWeek[] = [
    {
      region: 'cn-hangzhou',
      schedule: { invocation, invocations: [invocation], runId: null, next: null, last: [] },
      fires: [NOW - HOUR, NOW + HOUR, NOW + DAY],
    },
  ];
  const read = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown as [string, unknown[], unknown[]])
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part));

  it('F12: events keep their UID, and one that was moved has a higher sequence than before', () => {
    const first = calendarFile([event('a'), event('b')], [], week, {}, words, NOW);
    const moved = [event('a', { notBefore: NOW + 5 * HOUR }), event('b')];
    const second = calendarFile(moved, [], week, first.written, words, NOW);
    const back = calendarFile([event('a'), event('b')], [], week, second.written, words, NOW);
    const told = [first, second, back].map(({ text }) =>
      read(text).map(({ uid, sequence }) => [uid, sequence]),
    );
    const [uidA, uidB] = ['a', 'b'].map((id) => `${id}-i-${id}@cn-hangzhou.system-events.ecs`);
    expect(told).toEqual([
      [
        [uidA, 0],
        [uidB, 0],
      ],
      [
        [uidA, 1],
        [uidB, 0],
      ],
      [
        [uidA, 2],
        [uidB, 0],
      ],
    ]);
  });

  it('F12: an event that says it was moved starts at 1 where it was never written before', () => {
    const { text } = calendarFile(
      [event('a', { initialNotBefore: NOW + 30 * HOUR })],
      [],
      week,
      {},
      words,
      NOW,
    );
    expect(read(text)[0]?.sequence).toBe(1);
  });

  it('F12: the runs still to come are in it, those that are over are not', () => {
    const { text } = calendarFile([], rows, week, {}, words, NOW);
    expect(read(text).map(({ startDate }) => startDate.toUnixTime() * 1000)).toEqual([NOW + HOUR, NOW + DAY]);
  });
});
