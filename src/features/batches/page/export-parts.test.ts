import { describe, expect, it } from 'vitest';
import type { Invocation } from '@/api/ecs/invocations';
import { makePlan, withBatch } from '../plan';
import { exportName, exportParts } from './export-parts';

const PLAN = makePlan(
  {
    id: 'r-1',
    account: 'demo',
    region: 'cn-hangzhou',
    name: 'crowd',
    commandType: 'RunShellScript',
    template: { action: 'InvokeCommand', request: { RegionId: 'cn-hangzhou', CommandId: 'c-1' } },
    hasSecrets: false,
    names: { 'i-1': 'web-1' },
    rules: { gate: null, maxFailures: null, pace: 'afterEnd' },
    instanceIds: ['i-1', 'i-2', 'i-3', 'i-4'],
    split: { perCall: 1 },
  },
  0,
);

describe('what a file with the results of a run in batches holds besides the records', () => {
  it('C7, B3: every instance is in it once, whatever became of its batch', () => {
    const error = { code: 'Invocation.ExceedQuota', message: 'Quota', httpStatus: 403, requestId: 'R-1' };
    let plan = withBatch(PLAN, 0, { state: 'ended', invokeId: 't-1' });
    plan = withBatch(plan, 1, { state: 'ended', invokeId: 't-2' });
    plan = withBatch(plan, 2, { state: 'refused', error, leftOut: ['i-5'] });
    const { batchOf, unsent } = exportParts(plan, [{ InvokeId: 't-1' } as Invocation]);
    expect(batchOf('i-1')).toEqual({ RunId: 'r-1', Batch: 1, BatchState: 'sent' });
    expect(
      unsent.map(({ instanceId, invokeId, batch, errorCode }) => [
        instanceId,
        invokeId,
        batch.Batch,
        batch.BatchState,
        errorCode,
      ]),
    ).toEqual([
      ['i-2', 't-2', 2, 'noRecord', ''],
      ['i-3', null, 3, 'refused', 'Invocation.ExceedQuota'],
      ['i-5', null, 3, 'leftOut', ''],
      ['i-4', null, 4, 'notSent', ''],
    ]);
    expect(unsent.every(({ instanceId }) => batchOf(instanceId) === undefined)).toBe(true);
  });

  it('C7: it is called after the run', () => {
    expect(exportName(PLAN)).toBe('crowd-r-1');
    expect(exportName({ ...PLAN, name: '' })).toBe('r-1');
  });
});
