import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, escapeText, foldLine, nextSequence, toICalendar } from './icalendar';

const NOW = Date.parse('2026-11-23T06:32:00Z');
const ENTRY: CalendarEntry = {
  uid: 'e-bp1-i-bp1@cn-hangzhou.system-events.ecs',
  sequence: 0,
  start: Date.parse('2026-11-24T18:00:00Z'),
  end: Date.parse('2026-11-25T00:00:00Z'),
  summary: 'Restart, system maintenance: web-01',
  description: 'SystemMaintenance.Reboot, Scheduled\ni-bp1; cn-hangzhou\\',
  url: 'https://console.example/cn-hangzhou/events?event=e-bp1',
  categories: ['SystemMaintenance.Reboot'],
};

/** The file as another program reads it. */
function parse(
  text: string,
): { uid: string; sequence: number; summary: string; description: string; start: number }[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as [string, unknown[], unknown[]]);
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toUnixTime() * 1000,
    };
  });
}

describe('calendar file', () => {
  it('F12: another program reads what was written', () => {
    const text = toICalendar('Operations calendar', [ENTRY], NOW);
    expect(parse(text)).toEqual([
      {
        uid: ENTRY.uid,
        sequence: 0,
        summary: ENTRY.summary,
        description: ENTRY.description,
        start: ENTRY.start,
      },
    ]);
    expect(text).toContain('DTSTART:20261124T180000Z\r\n');
    expect(text).toContain('DTEND:20261125T000000Z\r\n');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('F12: an empty calendar is a calendar', () => {
    expect(parse(toICalendar('empty', [], NOW))).toEqual([]);
  });

  it('F12: any text comes back as it was, in lines of at most 75 bytes', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => escapeLess(text));
    fc.assert(
      fc.property(texts, texts, (summary, description) => {
        const text = toICalendar('c', [{ ...ENTRY, summary, description }], NOW);
        const [event] = parse(text);
        expect(event?.summary ?? '').toBe(summary);
        expect(event?.description ?? '').toBe(description);
        for (const line of text.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      }),
      { numRuns: 200 },
    );
  });

  it('F12: nothing a server sends can begin a line of its own', () => {
    const evil = 'x\r\nEND:VEVENT\nBEGIN:VEVENT\r\nUID:stolen';
    const events = parse(
      toICalendar(evil, [{ ...ENTRY, summary: evil, description: evil, url: evil, uid: evil }], NOW),
    );
    expect(events).toHaveLength(1);
  });

  it('F12: a moment has no end', () => {
    expect(toICalendar('c', [{ ...ENTRY, end: ENTRY.start }], NOW)).not.toContain('DTEND');
  });

  it('F12: characters of several bytes are never cut', () => {
    const line = `SUMMARY:${'執行個體'.repeat(20)}`;
    expect(foldLine(line).replaceAll('\r\n ', '')).toBe(line);
    expect(escapeText('a\r\nb;c,d\\')).toBe('a\\nb\\;c\\,d\\\\');
  });
});

describe('sequence of a calendar entry', () => {
  it.each([
    ['never written', null, 100, false, 0],
    ['never written, but moved since it was announced', null, 100, true, 1],
    ['written and where it was', { start: 100, sequence: 3 }, 100, false, 3],
    ['moved since', { start: 100, sequence: 3 }, 90, true, 4],
    ['moved back again', { start: 90, sequence: 4 }, 100, false, 5],
  ])('F12: %s', (_, before, start, moved, expected) => {
    expect(nextSequence(before, start, moved)).toBe(expected);
  });
});

/** Line ends become one kind and other control characters are left out: that much is lost on purpose. */
function escapeLess(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the same set as the module's
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
}
