import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  latestFor,
  latestReschedule,
  reschedulableProblem,
  type ReschedulableEvent,
  rescheduleProblem,
} from './system-event-reschedule';
import { SYSTEM_EVENT_STATES, SYSTEM_EVENT_TYPES } from './system-events';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 22, 8);
const PLAN = NOW + 30 * HOUR;

const event = (members: Partial<ReschedulableEvent> = {}): ReschedulableEvent => ({
  type: 'SystemMaintenance.Reboot',
  state: 'Scheduled',
  notBefore: PLAN,
  ...members,
});

describe('moving a planned restart', () => {
  it('F6: the latest time is the plan less thirty minutes', () => {
    expect(latestReschedule(PLAN)).toBe(PLAN - 30 * MINUTE);
  });

  it.each([
    ['now', NOW, null],
    ['the latest time', PLAN - 30 * MINUTE, null],
    ['a second after the latest time', PLAN - 30 * MINUTE + 1000, 'tooLate'],
    ['the plan itself', PLAN, 'tooLate'],
    ['a second ago', NOW - 1000, 'inPast'],
    ['nothing readable', null, 'noTime'],
    ['no number', Number.NaN, 'noTime'],
  ])('F6: to %s', (_name, wanted, problem) => {
    expect(rescheduleProblem(event(), wanted, NOW)).toBe(problem);
  });

  it('F6: the plan that counts is the first: what was brought forward may be put off again', () => {
    const moved = event({ notBefore: NOW + 2 * HOUR, initialNotBefore: PLAN });
    expect(latestFor(moved)).toBe(PLAN - 30 * MINUTE);
    expect(rescheduleProblem(moved, PLAN - 30 * MINUTE, NOW)).toBeNull();
    expect(latestFor(event({ notBefore: null }))).toBeNull();
  });

  it('F6: not in the last thirty minutes, not at the very moment it begins, not after', () => {
    expect(reschedulableProblem(event(), PLAN - 30 * MINUTE - 1)).toBeNull();
    expect(reschedulableProblem(event(), PLAN - 30 * MINUTE)).toBe('noTimeLeft');
    expect(reschedulableProblem(event(), PLAN - 1)).toBe('noTimeLeft');
    expect(reschedulableProblem(event(), PLAN)).toBe('started');
    expect(reschedulableProblem(event({ state: 'Executing' }), NOW)).toBe('started');
  });

  it('F6: only planned restarts, and only while they wait', () => {
    for (const type of [...SYSTEM_EVENT_TYPES.slice(1), 'Something.New']) {
      expect(reschedulableProblem(event({ type }), NOW)).toBe('notPlannedRestart');
    }
    const waiting = SYSTEM_EVENT_STATES.filter(
      (state) => reschedulableProblem(event({ state }), NOW) === null,
    );
    expect(waiting).toEqual(['Scheduled']);
    expect(reschedulableProblem(event({ notBefore: null }), NOW)).toBe('noPlan');
  });

  it('F6: whatever is allowed lies between now and half an hour before the plan', () => {
    const offset = fc.integer({ min: -3 * 24 * HOUR, max: 3 * 24 * HOUR });
    fc.assert(
      fc.property(offset, offset, (plan, wanted) => {
        const planned = event({ notBefore: NOW + plan });
        if (rescheduleProblem(planned, NOW + wanted, NOW) !== null) return;
        expect(wanted).toBeGreaterThanOrEqual(0);
        expect(NOW + wanted).toBeLessThanOrEqual(latestReschedule(NOW + plan));
      }),
    );
  });
});
