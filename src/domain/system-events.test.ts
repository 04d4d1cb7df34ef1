import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_ADVICE, eventAdvice } from './system-event-advice';
import {
  type ActionableEvent,
  eventActions,
  inAutoRecovery,
  instanceRestartProblem,
} from './system-event-actions';
import { executionWindowOf, historyStart, USER_WINDOWS, userWindowOf } from './system-event-windows';
import {
  categoryOf,
  DRILL_REASON,
  isDrill,
  isFinalEventState,
  isPendingEventState,
  isPlannedEvent,
  isPlannedRestart,
  MANUAL_EVENT_STATES,
  nextEventStates,
  parseEventState,
  parseEventType,
  SYSTEM_EVENT_STATES,
  SYSTEM_EVENT_TYPES,
} from './system-events';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 22, 8);

const event = (members: Partial<ActionableEvent> = {}): ActionableEvent => ({
  type: 'SystemMaintenance.Reboot',
  state: 'Scheduled',
  notBefore: NOW + DAY,
  reason: '',
  ...members,
});
const offers = (members: Partial<ActionableEvent>, status?: string | null) =>
  Object.fromEntries(
    eventActions(event(members), status, NOW).map(({ action, problem }) => [action, problem]),
  );

describe('types', () => {
  it('F4: knows the nine of the manual, and keeps others apart', () => {
    expect(SYSTEM_EVENT_TYPES.map((type) => categoryOf(type))).toEqual([
      'plannedRestart',
      'unplannedRestart',
      'unplannedRestart',
      'stop',
      'release',
      'stop',
      'release',
      'creationFailure',
      'performance',
    ]);
    for (const other of ['SystemMaintenance.Redeploy', 'systemmaintenance.reboot', '', '__proto__']) {
      expect([parseEventType(other), categoryOf(other), isPlannedEvent(other)]).toEqual([null, null, null]);
      for (const state of SYSTEM_EVENT_STATES) expect(eventAdvice(other, state)).toEqual([]);
    }
  });

  it('F4: tells what is announced from what strikes', () => {
    const planned = SYSTEM_EVENT_TYPES.filter((type) => isPlannedEvent(type));
    expect(planned).toEqual(SYSTEM_EVENT_TYPES.filter((type) => USER_WINDOWS[type] !== null));
    expect(SYSTEM_EVENT_TYPES.filter(isPlannedRestart)).toEqual(['SystemMaintenance.Reboot']);
    expect(isPlannedRestart('SystemMaintenance.RebootAndIsolateErrorDisk')).toBe(true);
  });

  it('F8: advises something about every type in every state, and only known things', () => {
    const given = SYSTEM_EVENT_TYPES.flatMap((type) =>
      [...SYSTEM_EVENT_STATES, 'Postponed'].map((state) => eventAdvice(type, state)),
    );
    expect(given.every((list) => list.length > 0)).toBe(true);
    expect(new Set(given.flat())).toEqual(new Set(EVENT_ADVICE));
  });

  it.each([
    ['SystemMaintenance.Reboot', 'Scheduled', ['restartOrMove', 'notInside', 'shiftTraffic', 'snapshot']],
    ['SystemMaintenance.Reboot', 'Executing', ['underWay', 'shiftTraffic']],
    ['SystemMaintenance.Reboot', 'Executed', ['verify']],
    ['SystemMaintenance.Reboot', 'Avoided', ['answered', 'verify']],
    ['SystemMaintenance.Reboot', 'Canceled', ['calledOff']],
    ['SystemMaintenance.Reboot', 'Failed', ['failed', 'verify']],
    ['SystemFailure.Reboot', 'Executed', ['verify', 'subscribe', 'keepServing', 'localDisk']],
    ['InstanceExpiration.Stop', 'Executed', ['renewAndStart']],
    ['AccountUnbalanced.Stop', 'Avoided', ['answered']],
    ['AccountUnbalanced.Delete', 'Executed', ['released']],
    ['SystemFailure.Delete', 'Avoided', ['checkStock']],
  ])('F8: of %s that is %s it advises %s', (type, state, advice) => {
    expect(eventAdvice(type, state)).toEqual(advice);
  });

  it('F8: what can only be done before is advised only of events that are not over', () => {
    const before = new Set([
      'restartOrMove',
      'notInside',
      'snapshot',
      'autoRelease',
      'noAction',
      'liveMigration',
    ]);
    for (const type of SYSTEM_EVENT_TYPES)
      for (const state of SYSTEM_EVENT_STATES.filter(isFinalEventState))
        expect(eventAdvice(type, state).filter((one) => before.has(one))).toEqual([]);
  });
});

describe('states', () => {
  it('F5: four of the manual’s six are final; an unknown one is watched on', () => {
    expect(MANUAL_EVENT_STATES.filter(isFinalEventState)).toEqual([
      'Avoided',
      'Executed',
      'Canceled',
      'Failed',
    ]);
    expect(SYSTEM_EVENT_STATES.filter(isPendingEventState)).toEqual(['Scheduled', 'Inquiring']);
    expect([parseEventState('scheduled'), isFinalEventState('Postponed')]).toEqual([null, false]);
  });

  it('F5: every way ends, and never comes back to where it was', () => {
    const walk = (state: (typeof SYSTEM_EVENT_STATES)[number], seen: readonly string[]): void => {
      expect(seen).not.toContain(state);
      expect(nextEventStates(state).length === 0).toBe(isFinalEventState(state));
      for (const next of nextEventStates(state)) walk(next, [...seen, state]);
    };
    for (const state of SYSTEM_EVENT_STATES) walk(state, []);
  });
});

describe('windows', () => {
  it('F5: the user’s window lies between announcement and plan', () => {
    expect(userWindowOf({ publishedAt: NOW, notBefore: NOW + DAY })).toEqual({ from: NOW, to: NOW + DAY });
    for (const none of [
      { publishedAt: NOW, notBefore: NOW },
      { publishedAt: null, notBefore: NOW },
      { publishedAt: NOW, notBefore: null },
    ])
      expect(userWindowOf(none)).toBeNull();
  });

  it('F5: execution takes six hours at most, a release after a failed creation five minutes', () => {
    expect(executionWindowOf(event())?.to).toBe(NOW + DAY + 6 * HOUR);
    expect(executionWindowOf(event({ type: 'SystemFailure.Delete', notBefore: NOW }))?.to).toBe(
      NOW + 300_000,
    );
    expect(executionWindowOf(event({ notBefore: null }))).toBeNull();
  });

  it.each([
    ['2026-11-22T08:00:00Z', '2026-09-22T08:00:00Z'],
    ['2026-04-30T23:59:59Z', '2026-02-28T23:59:59Z'],
    ['2024-04-30T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['2026-01-31T10:00:00Z', '2025-11-30T10:00:00Z'],
  ])('F3: two months before %s is %s', (now, start) => {
    expect(new Date(historyStart(Date.parse(now))).toISOString()).toBe(new Date(start).toISOString());
  });

  it('F3: two months are between 59 and 62 days, whenever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (now) => {
        const days = (now - historyStart(now)) / DAY;
        expect(days).toBeGreaterThanOrEqual(59);
        expect(days).toBeLessThanOrEqual(62);
      }),
    );
  });
});

describe('actions', () => {
  it('F7: a planned restart can be done early or moved, until it begins', () => {
    expect(offers({}, 'Running')).toEqual({ restart: null, reschedule: null, snapshot: null });
    expect(offers({ state: 'Executing' }, 'Starting')).toEqual({
      restart: 'started',
      reschedule: 'started',
      snapshot: 'busy',
    });
    expect(offers({ notBefore: NOW + HOUR / 2 }, 'Running')).toMatchObject({ reschedule: 'noTimeLeft' });
    expect(offers({ notBefore: null }, 'Running')).toMatchObject({ reschedule: 'noPlan' });
  });

  it.each([
    ['Running', null],
    [undefined, null],
    ['Stopped', 'stopped'],
    ['Starting', 'busy'],
    ['Stopping', 'busy'],
    ['Pending', 'busy'],
    [null, 'gone'],
  ])('F7: an instance that is %s can be restarted: %s', (status, problem) => {
    expect(offers({}, status)).toMatchObject({ restart: problem });
    expect(instanceRestartProblem(status, [])).toBe(problem);
  });

  it('F9: nothing can be done during auto-recovery, drills aside', () => {
    const recovery = { type: 'SystemFailure.Reboot', state: 'Executing', reason: '' };
    expect(offers(recovery, 'Running')).toEqual({ snapshot: 'autoRecovery' });
    expect(instanceRestartProblem('Running', [recovery])).toBe('autoRecovery');
    expect(inAutoRecovery([{ ...recovery, state: 'Executed' }])).toBe(false);
    const drill = { ...recovery, reason: DRILL_REASON };
    expect(isDrill(drill)).toBe(true);
    expect(offers(drill, 'Running')).toEqual({ snapshot: null, cancelDrill: null });
  });

  it('F8: renew what ends, release what failed, consent to what asks', () => {
    expect(offers({ type: 'InstanceExpiration.Stop' }, 'Running')).toEqual({ renew: null, snapshot: null });
    expect(offers({ type: 'AccountUnbalanced.Delete' }, 'Stopped')).toEqual({ renew: null, snapshot: null });
    const failure = { type: 'SystemFailure.Delete', state: 'Executing' };
    expect(offers(failure, 'Stopped')).toEqual({ release: null });
    expect(offers(failure, null)).toEqual({ release: 'gone' });
    expect(offers({ type: 'SystemMaintenance.Redeploy', state: 'Inquiring' })).toMatchObject({
      accept: null,
    });
    expect(offers({ type: 'SystemMaintenance.PerformanceImpact', state: 'Executing' })).toEqual({});
  });

  it('F5: nothing is left to do about a final event, whatever its type', () => {
    const finals = SYSTEM_EVENT_STATES.filter(isFinalEventState);
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...SYSTEM_EVENT_TYPES), fc.string()),
        fc.constantFrom(...finals),
        fc.option(fc.string()),
        (type, state, status) => {
          expect(eventActions(event({ type, state }), status, NOW)).toEqual([]);
        },
      ),
    );
  });
});
