import { describe, expect, it } from 'vitest';
import type { Invocation, InvokeInstance } from '@/api/ecs/invocations';
import { needsAttention, runProgress } from './run-progress';

const START = '2026-11-22T08:00:00Z';

function instance(InstanceId: string, change: Partial<InvokeInstance>): InvokeInstance {
  return {
    InstanceId,
    InstanceInvokeStatus: 'Finished',
    InvocationStatus: 'Success',
    CreationTime: START,
    StartTime: '2026-11-22T08:00:01Z',
    FinishTime: '2026-11-22T08:00:05Z',
    StopTime: '',
    UpdateTime: '',
    ExitCode: 0,
    Output: '',
    Dropped: 0,
    Repeats: 1,
    ErrorCode: '',
    ErrorInfo: '',
    ...change,
  };
}

function invocation(InvokeInstances: InvokeInstance[], change: Partial<Invocation> = {}): Invocation {
  return {
    InvokeId: 't-1',
    CommandId: 'c-1',
    CommandName: 'disk-check',
    CommandType: 'RunShellScript',
    CommandContent: '',
    CommandDescription: '',
    Parameters: {},
    Timed: false,
    Frequency: '',
    RepeatMode: 'Once',
    InvokeStatus: 'Finished',
    InvocationStatus: 'Success',
    CreationTime: START,
    Timeout: 600,
    WorkingDir: '',
    Username: '',
    InvokeInstances,
    Tags: [],
    ...change,
  };
}

const RUNNING: Partial<InvokeInstance> = {
  InstanceInvokeStatus: 'Running',
  InvocationStatus: 'Running',
  FinishTime: '',
  ExitCode: 0,
};
const NONZERO: Partial<InvokeInstance> = {
  InvocationStatus: 'Failed',
  ExitCode: 3,
  ErrorCode: 'ExitCodeNonzero',
};
const TIMED_OUT: Partial<InvokeInstance> = { InvocationStatus: 'Timeout', InstanceInvokeStatus: 'Failed' };

describe('runProgress', () => {
  it('C1: counts the instances by outcome, failures first', () => {
    const progress = runProgress(
      invocation([
        instance('i-1', {}),
        instance('i-2', RUNNING),
        instance('i-3', NONZERO),
        instance('i-4', {}),
      ]),
    );
    expect(progress.counts).toEqual([
      { outcome: 'nonzero', count: 1 },
      { outcome: 'running', count: 1 },
      { outcome: 'succeeded', count: 2 },
    ]);
    expect(progress.finished).toBe(3);
  });

  it('C8: finished with an exit code other than 0 is not success, in either vocabulary', () => {
    const [today, manual, unknown] = runProgress(
      invocation([
        instance('i-1', NONZERO),
        instance('i-2', { InvocationStatus: '', ExitCode: 1 }),
        instance('i-3', { InvocationStatus: '', ExitCode: undefined }),
      ]),
    ).runs;
    expect([today?.outcome, manual?.outcome, unknown?.outcome]).toEqual(['nonzero', 'nonzero', 'finished']);
  });

  it('C4: an exit code is shown only once there is one', () => {
    const [running, stopped, ended] = runProgress(
      invocation([
        instance('i-1', RUNNING),
        instance('i-2', { InvocationStatus: 'Terminated', InstanceInvokeStatus: 'Stopped' }),
        instance('i-3', { ExitCode: 0 }),
      ]),
    ).runs;
    expect([running?.exitCode, stopped?.exitCode, ended?.exitCode]).toEqual([undefined, undefined, 0]);
  });

  it('C1: tells how long it took, or until when the last one may run', () => {
    const done = runProgress(
      invocation([instance('i-1', {}), instance('i-2', { FinishTime: '2026-11-22T08:00:09Z' })]),
    );
    expect(done.endedAt).toBe(Date.parse('2026-11-22T08:00:09Z'));
    expect(done.deadline).toBeNull();

    const open = runProgress(
      invocation([instance('i-1', {}), instance('i-2', RUNNING)], { InvocationStatus: 'Running' }),
    );
    expect(open.endedAt).toBeNull();
    expect(open.deadline).toBe(Date.parse('2026-11-22T08:10:01Z'));
  });

  it('C3: keeps a status it does not know as it came', () => {
    const progress = runProgress(
      invocation([instance('i-1', { InvocationStatus: 'Hibernating', InstanceInvokeStatus: '' })]),
    );
    expect(progress.runs[0]).toMatchObject({ outcome: 'unknown', wireStatus: 'Hibernating' });
  });

  it('C4: failures, time-outs and non-zero exits ask for a look; the rest does not', () => {
    const { runs } = runProgress(
      invocation([
        instance('i-1', {}),
        instance('i-2', RUNNING),
        instance('i-3', NONZERO),
        instance('i-4', TIMED_OUT),
      ]),
    );
    expect(runs.filter(needsAttention).map((run) => run.instanceId)).toEqual(['i-3', 'i-4']);
  });
});
