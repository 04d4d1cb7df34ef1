import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collisionsOf,
  type FiringSchedule,
  type OpenRun,
  openRunCollisions,
  type PlannedEvent,
} from './event-collisions';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const PLAN = Date.parse('2026-11-24T18:00:00Z');

const event = (change: Partial<PlannedEvent> = {}): PlannedEvent => ({
  key: 'event',
  region: 'cn-hangzhou',
  instanceId: 'i-1',
  type: 'SystemMaintenance.Reboot',
  state: 'Scheduled',
  notBefore: PLAN,
  ...change,
});
const schedule = (fires: readonly number[], change: Partial<FiringSchedule> = {}): FiringSchedule => ({
  id: 't-1',
  region: 'cn-hangzhou',
  instanceIds: ['i-1', 'i-2'],
  fires,
  ...change,
});

describe('collisions', () => {
  it.each([
    ['as it restarts', 'SystemMaintenance.Reboot', PLAN, 'atRestart'],
    ['shortly before', 'SystemMaintenance.Reboot', PLAN - 9 * MINUTE, 'atRestart'],
    ['within the six hours', 'SystemMaintenance.Reboot', PLAN + 3 * HOUR, 'inWindow'],
    ['long before', 'SystemMaintenance.Reboot', PLAN - HOUR, null],
    ['after the six hours', 'SystemMaintenance.Reboot', PLAN + 6 * HOUR, null],
    ['after it is stopped', 'AccountUnbalanced.Stop', PLAN + 48 * HOUR, 'afterStop'],
    ['before it is stopped', 'AccountUnbalanced.Stop', PLAN - MINUTE, null],
    ['after it is released', 'InstanceExpiration.Delete', PLAN, 'afterStop'],
    ['during live migration', 'SystemMaintenance.PerformanceImpact', PLAN, null],
    ['unknown type', 'Something.New', PLAN, null],
  ])('F12: a run %s (%s)', (_, type, at, kind) => {
    expect(collisionsOf([event({ type })], [schedule([at])]).map((one) => one.kind)).toEqual(
      kind ? [kind] : [],
    );
  });

  it('F12: an event that is over, without a time, in another region or on another instance is in nobody’s way', () => {
    const events = [
      event({ state: 'Avoided' }),
      event({ notBefore: null }),
      event({ region: 'cn-beijing' }),
      event({ instanceId: 'i-9' }),
    ];
    expect(collisionsOf(events, [schedule([PLAN])])).toEqual([]);
  });

  it('F12: one collision per schedule and event, told by its first run, the earliest first', () => {
    const found = collisionsOf(
      [event()],
      [schedule([PLAN + HOUR, PLAN + 2 * HOUR], { id: 't-late' }), schedule([PLAN], { id: 't-soon' })],
    );
    expect(found.map(({ runId, at, count }) => [runId, at, count])).toEqual([
      ['t-soon', PLAN, 1],
      ['t-late', PLAN + HOUR, 2],
    ]);
  });

  it('F12: every run told is a fire of its schedule and not before the event can begin', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 30 }), (offsets) => {
        const fires = offsets.map((offset) => PLAN + offset * 7 * MINUTE).toSorted((a, b) => a - b);
        for (const one of collisionsOf([event()], [schedule(fires)])) {
          expect(fires).toContain(one.at);
          expect(one.at).toBeGreaterThanOrEqual(PLAN - 10 * MINUTE);
          expect(one.count).toBeLessThanOrEqual(fires.length);
        }
      }),
    );
  });
});

describe('runs that are not over', () => {
  const run = (change: Partial<OpenRun> = {}): OpenRun => ({
    id: 't-open',
    region: 'cn-hangzhou',
    instanceIds: ['i-1', 'i-2'],
    from: PLAN,
    until: PLAN + HOUR,
    ...change,
  });

  it.each([
    ['as it restarts', 'SystemMaintenance.Reboot', PLAN, 'underWay'],
    ['in the last minute of the six hours', 'SystemMaintenance.Reboot', PLAN + 6 * HOUR - MINUTE, 'underWay'],
    ['after the six hours', 'SystemMaintenance.Reboot', PLAN + 6 * HOUR, null],
    ['shortly before', 'SystemMaintenance.Reboot', PLAN - 10 * MINUTE, 'underWay'],
    ['so that it may not be over', 'SystemMaintenance.Reboot', PLAN - 40 * MINUTE, 'beforeEnd'],
    ['long enough before', 'SystemMaintenance.Reboot', PLAN - 3 * HOUR, null],
    ['before a stop', 'AccountUnbalanced.Stop', PLAN - 30 * MINUTE, 'beforeEnd'],
    ['after a stop', 'InstanceExpiration.Stop', PLAN + 30 * HOUR, 'underWay'],
    ['during live migration', 'SystemMaintenance.PerformanceImpact', PLAN, null],
    ['with an unknown event', 'Something.New', PLAN, null],
  ])('F12: a run %s (%s)', (_, type, from, kind) => {
    const found = openRunCollisions([event({ type })], [run({ from, until: from + HOUR })]);
    expect(found.map((one) => one.kind)).toEqual(kind ? [kind] : []);
  });

  it('F12: where it has ended, elsewhere, or of an event that is over: nothing', () => {
    const events = [
      event({ state: 'Avoided' }),
      event({ instanceId: 'i-9' }),
      event({ region: 'cn-beijing' }),
    ];
    expect(openRunCollisions(events, [run()])).toEqual([]);
  });

  it('F12: parts of one run are one collision, the first', () => {
    const parts = [
      run({ from: PLAN - HOUR, until: PLAN + 23 * HOUR }),
      run({ from: PLAN - HOUR, until: PLAN - 5 * MINUTE }),
    ];
    expect(openRunCollisions([event()], parts)).toEqual([
      { kind: 'beforeEnd', eventKey: 'event', runId: 't-open', at: PLAN, count: 1 },
    ]);
  });

  it('F12: every collision told lies in the run and in the hours of its event', () => {
    const minutes = fc.integer({ min: -900, max: 900 });
    fc.assert(
      fc.property(minutes, fc.nat(600), (start, length) => {
        const open = run({ from: PLAN + start * MINUTE, until: PLAN + (start + length) * MINUTE });
        for (const { at, kind } of openRunCollisions([event()], [open])) {
          expect(at).toBeGreaterThanOrEqual(open.from);
          expect(at).toBeLessThanOrEqual(open.until + 10 * MINUTE);
          expect(at).toBeLessThan(PLAN + 6 * HOUR);
          expect(kind).toBe(open.from >= PLAN - 10 * MINUTE ? 'underWay' : 'beforeEnd');
        }
      }),
    );
  });
});
