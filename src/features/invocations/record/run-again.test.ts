import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '@/domain/invocation-status';
import type { InstanceRun } from '../run-progress';
import { againSets, deservesAnother } from './run-again';

const run = (over: Partial<InstanceRun>): InstanceRun => ({
  instanceId: 'i-1',
  outcome: 'succeeded',
  wireStatus: '',
  exitCode: undefined,
  startedAt: 1,
  finishedAt: null,
  dropped: 0,
  errorCode: '',
  errorInfo: '',
  ...over,
});

describe('run again on the failed ones', () => {
  it('B6: takes failed, timed out and non-zero, and nothing that may yet succeed', () => {
    expect(OUTCOMES.filter((outcome) => deservesAnother(run({ outcome })))).toEqual(['failed', 'nonzero']);
  });

  it('B6: takes what was stopped before it started, not what was stopped on its way', () => {
    expect(deservesAnother(run({ outcome: 'stopped', startedAt: null }))).toBe(true);
    expect(deservesAnother(run({ outcome: 'stopped', startedAt: 1 }))).toBe(false);
  });
});

describe('run again on other parts of the record', () => {
  const runs = [
    run({ instanceId: 'i-1', outcome: 'failed' }),
    run({ instanceId: 'i-2', outcome: 'nonzero' }),
    run({ instanceId: 'i-3' }),
    run({ instanceId: 'i-4' }),
  ];
  const idsByKind = (listed: readonly InstanceRun[], counts?: Record<string, number>) =>
    Object.fromEntries(againSets(runs, { listed, counts }).map((set) => [set.kind, set.instanceIds]));

  it('B6: narrows down to the succeeded ones', () => {
    expect(idsByKind(runs)).toEqual({ succeeded: ['i-3', 'i-4'] });
  });

  it('B6: takes those whose output matches a search, also together with the failed ones', () => {
    expect(idsByKind(runs, { 'i-1': 2, 'i-3': 1, 'i-4': 0 })).toEqual({
      succeeded: ['i-3', 'i-4'],
      found: ['i-1', 'i-3'],
      failedOrFound: ['i-1', 'i-2', 'i-3'],
    });
  });

  it('B6: takes what the table is narrowed down to', () => {
    expect(idsByKind(runs.slice(1, 2))).toEqual({ succeeded: ['i-3', 'i-4'], listed: ['i-2'] });
  });

  it('B6: offers nothing twice, nothing empty, and not what the buttons beside it do', () => {
    const outcomes = fc.array(fc.record({ outcome: fc.constantFrom(...OUTCOMES), hit: fc.boolean(), shown: fc.boolean() })); // prettier-ignore
    fc.assert(
      fc.property(outcomes, (drawn) => {
        const all = drawn.map(({ outcome }, index) => run({ instanceId: `i-${index}`, outcome }));
        const counts = Object.fromEntries(drawn.map(({ hit }, index) => [`i-${index}`, hit ? 1 : 0]));
        const listed = all.filter((_, index) => drawn[index]?.shown);
        const keys = againSets(all, { listed, counts }).map((set) => set.instanceIds.toSorted().join());
        const failed = all.filter(deservesAnother).map((item) => item.instanceId);
        const others = [
          '',
          all
            .map((item) => item.instanceId)
            .toSorted()
            .join(),
          failed.toSorted().join(),
        ];
        expect(new Set([...keys, ...others]).size).toBe(keys.length + new Set(others).size);
      }),
    );
  });
});
