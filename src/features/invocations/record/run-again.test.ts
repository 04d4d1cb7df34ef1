import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '@/domain/invocation-status';
import type { InstanceRun } from '../run-progress';
import { deservesAnother } from './run-again';

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
