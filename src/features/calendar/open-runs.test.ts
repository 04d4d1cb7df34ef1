import { describe, expect, it } from 'vitest';
import { formatWireTime } from '@/api/wire-times';
import type { Invocation } from '@/api/ecs/invocations';
import type { OpenBatchRun } from '@/features/batches';
import { openRuns } from './open-runs';

const NOW = Date.parse('2026-11-23T06:32:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const batched = (change: Partial<OpenBatchRun> = {}): OpenBatchRun => ({
  id: 'r-1',
  region: 'cn-hangzhou',
  name: 'deploy-web',
  path: '/cn-hangzhou/runs/r-1',
  isHeld: false,
  waiting: ['i-3', 'i-4'],
  sent: [{ invokeId: 't-1', instanceIds: ['i-1', 'i-2'], sentAt: NOW - 10 * MINUTE, timeoutSeconds: 1800 }],
  ...change,
});
const running = (change: Partial<Invocation> = {}) => ({
  region: 'cn-hangzhou',
  invocation: {
    InvokeId: 't-9',
    CommandId: 'c-9',
    CommandName: '',
    Timeout: 600,
    CreationTime: formatWireTime(NOW - 5 * MINUTE),
    InvokeInstances: [
      { InstanceId: 'i-8', InstanceInvokeStatus: 'Finished', InvocationStatus: 'Success' },
      { InstanceId: 'i-9', InstanceInvokeStatus: 'Running', InvocationStatus: '' },
    ],
    ...change,
  } as Invocation,
});

describe('open runs', () => {
  it('F12: of a batched run, what was sent ends by its timeout, what waits is looked at for a day', () => {
    const [run] = openRuns([batched()], [], NOW);
    expect(run).toMatchObject({ size: 4, canPause: true, until: NOW + 24 * HOUR });
    expect(run!.parts.map(({ instanceIds, until }) => [instanceIds, until])).toEqual([
      [['i-1', 'i-2'], NOW + 20 * MINUTE],
      [['i-3', 'i-4'], NOW + 24 * HOUR],
    ]);
  });

  it('F12: held, what waits begins nowhere; what was sent goes on', () => {
    const [run] = openRuns([batched({ isHeld: true })], [], NOW);
    expect(run).toMatchObject({ size: 4, canPause: false, until: NOW + 20 * MINUTE });
    expect(run!.parts).toHaveLength(1);
  });

  it('F12: the calls of a batched run are not told twice', () => {
    const rows = openRuns([batched()], [running({ InvokeId: 't-1' }), running()], NOW);
    expect(rows.map(({ id }) => id)).toEqual(['r-1', 't-9']);
  });

  it('F12: of a run in one call only the instances where it goes on count; without a name it has its command', () => {
    const [run] = openRuns([], [running()], NOW);
    expect(run).toMatchObject({ name: 'c-9', size: 1, until: NOW + 5 * MINUTE, canPause: false });
    expect(run!.parts[0]!.instanceIds).toEqual(['i-9']);
  });

  it.each([
    ['overdue', { Timeout: 60 }, NOW],
    ['without a timeout', { Timeout: 0 }, NOW + 55 * MINUTE],
    ['with a malformed time', { CreationTime: 'yesterday' }, NOW + 10 * MINUTE],
  ])('F12: a run %s is over in time too', (_, change, until) => {
    expect(openRuns([], [running(change)], NOW)[0]!.until).toBe(until);
  });

  it('F12: nothing under way is nothing', () => {
    expect(openRuns([batched({ waiting: [], sent: [] })], [], NOW)).toEqual([]);
  });
});
