import { describe, expect, it } from 'vitest';
import type { BatchPlan } from '@/features/batches';
import type { EventItem } from '@/features/events';
import { type Need, type NeedFacts, needsOf } from './needs';
import { failingRuns, type Run } from './run';

const NOW = Date.UTC(2026, 10, 22, 8);
const HOUR = 3_600_000;

const event = (type: string, planned: number | null, state = 'Scheduled') =>
  ({
    key: `${type} ${planned}`,
    type,
    state,
    notBefore: planned === null ? null : NOW + planned,
    publishedAt: NOW,
  }) as EventItem;

const NOTHING: NeedFacts = {
  groups: { underWay: [], soon: [], later: [] },
  plans: [],
  failing: [],
  sick: [{ health: 'Impaired', count: 0 }],
  quotas: { commands: { used: null, limit: null }, runs: { used: 10, limit: 5000 } },
};
const needs = (facts: Partial<NeedFacts>) => needsOf({ ...NOTHING, ...facts });
const kinds = (list: readonly Need[]) =>
  list.map((need) => (need.kind === 'events' ? `${need.what} ${need.events.length}` : need.kind));

function run(id: string, of: string, failed: number, age: number): Run {
  const progress = { startedAt: NOW - age } as Run['progress'];
  return { id, name: of, of, progress, isUnderWay: false, failed };
}

describe('what needs a person', () => {
  it('J3: nothing does where nothing is due, failed or short', () => {
    expect(needs({})).toEqual([]);
  });

  it('J3: events of a kind are one thing, the kind that is due first comes first', () => {
    const soon = [
      event('SystemMaintenance.Reboot', 9 * HOUR),
      event('InstanceExpiration.Stop', HOUR),
      event('SystemMaintenance.Reboot', 10 * HOUR),
      event('AccountUnbalanced.Delete', 20 * HOUR),
      event('SystemMaintenance.SomethingNew', 5 * HOUR),
    ];
    expect(kinds(needs({ groups: { underWay: [], soon, later: [] } }))).toEqual([
      'stop 1',
      'other 1',
      'restart 2',
      'release 1',
    ]);
  });

  it('J3: what can only be watched, or is not near, is left to the list; what waits for an answer is not', () => {
    const groups = {
      underWay: [
        event('SystemMaintenance.PerformanceImpact', -HOUR, 'Executing'),
        event('InstanceFailure.Reboot', -HOUR, 'Executing'),
        event('SystemFailure.Delete', -HOUR, 'Executing'),
      ],
      soon: [],
      later: [
        event('SystemMaintenance.Reboot', 90 * HOUR),
        event('SystemMaintenance.Redeploy', 90 * HOUR, 'Inquiring'),
      ],
    };
    expect(kinds(needs({ groups }))).toEqual(['creationFailure 1', 'consent 1']);
  });

  it('J3: a run in batches that its rules hold waits for a decision, one that a person paused does not', () => {
    const plan = (order: BatchPlan['order'], pausedBy: BatchPlan['pausedBy'] = null) =>
      ({
        order,
        pausedBy,
        rules: { gate: 'succeeded', maxFailures: null },
        batches: [
          {
            state: 'ended',
            canary: true,
            instanceIds: ['i-1'],
            tally: { succeeded: 0, failed: 1, other: 0 },
            alike: null,
            asked: false,
          },
          {
            state: 'waiting',
            canary: false,
            instanceIds: ['i-2'],
            tally: { succeeded: 0, failed: 0, other: 0 },
            alike: null,
            asked: false,
          },
        ],
      }) as unknown as BatchPlan;
    expect(kinds(needs({ plans: [plan('go')] }))).toEqual(['held']);
    expect(kinds(needs({ plans: [plan('pause', 'person')] }))).toEqual([]);
    expect(kinds(needs({ plans: [plan('pause', 'refusal')] }))).toEqual(['held']);
  });

  it('J3: names failed runs, sick instances and quotas that run out, in this order', () => {
    const list = needs({
      failing: [run('t-2', 'deploy', 2, HOUR), run('t-1', 'audit', 1, HOUR)],
      sick: [
        { health: 'Impaired', count: 1 },
        { health: 'Warning', count: 3 },
        { health: 'InsufficientData', count: 0 },
      ],
      quotas: { commands: { used: 85, limit: 100 }, runs: { used: 84, limit: 100 } },
    });
    expect(kinds(list)).toEqual(['failed', 'sick', 'quota']);
    expect(list).toMatchObject([
      { run: { id: 't-2' }, others: 1 },
      { total: 4, counts: [{ health: 'Impaired' }, { health: 'Warning' }] },
      { quota: 'commands', used: 85, limit: 100 },
    ]);
  });
});

describe('runs that went wrong', () => {
  it('J3: are those of the day that no other run of the command followed', () => {
    const runs = [
      run('t-5', 'fixed', 0, HOUR),
      run('t-4', 'fixed', 3, 2 * HOUR),
      run('t-3', 'broken', 1, 3 * HOUR),
      run('t-2', 'broken', 5, 4 * HOUR),
      run('t-1', 'old', 5, 25 * HOUR),
    ];
    expect(failingRuns(runs, NOW).map(({ id }) => id)).toEqual(['t-3']);
  });
});
