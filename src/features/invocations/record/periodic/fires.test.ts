import { describe, expect, it } from 'vitest';
import type { InvocationResult } from '@/api/ecs/invocations';
import { encodeBase64 } from '@/domain/base64';
import { firesOf } from './fires';

const row = (over: Partial<InvocationResult>): InvocationResult => ({
  InvokeId: 't-1',
  CommandId: 'c-1',
  InstanceId: 'i-1',
  InvokeRecordStatus: 'Finished',
  InvocationStatus: 'Success',
  ExitCode: 0,
  Output: encodeBase64('same'),
  Dropped: 0,
  StartTime: '2026-11-23T02:00:00Z',
  FinishedTime: '2026-11-23T02:00:01Z',
  StopTime: '',
  ErrorCode: '',
  ErrorInfo: '',
  Repeats: 1,
  Username: 'root',
  ...over,
});
const changes = (results: InvocationResult[]) =>
  firesOf(results).map(({ number, records }) => [number, records.get('i-1')?.changed]);

describe('the fires of a schedule', () => {
  it('C5: are newest first, each with the record of every instance', () => {
    const fires = firesOf([
      row({ Repeats: 2, StartTime: '2026-11-23T03:00:00Z' }),
      row({ Repeats: 10, StartTime: '2026-11-23T11:00:00Z' }),
      row({
        Repeats: 2,
        InstanceId: 'i-2',
        StartTime: '2026-11-23T03:00:05Z',
        ExitCode: 3,
        InvocationStatus: 'Failed',
      }),
    ]);
    expect(fires.map(({ number }) => number)).toEqual([10, 2]);
    expect(fires[1]?.at).toBe(Date.UTC(2026, 10, 23, 3));
    expect([...(fires[1]?.records ?? [])].map(([id, { run }]) => [id, run.outcome])).toEqual([
      ['i-1', 'succeeded'],
      ['i-2', 'nonzero'],
    ]);
  });

  it('C5: marks where output or exit code differ from the fire before', () => {
    const rows = [
      row({ Repeats: 1 }),
      row({ Repeats: 2 }),
      row({ Repeats: 3, Output: encodeBase64('other') }),
      row({ Repeats: 4, Output: encodeBase64('other'), ExitCode: 1, InvocationStatus: 'Failed' }),
    ];
    expect(changes(rows)).toEqual([
      [4, true],
      [3, true],
      [2, false],
      [1, null],
    ]);
  });

  it('C5: does not claim a change where a fire is missing, runs still or never ran', () => {
    const aborted = { InvocationStatus: 'Aborted', StartTime: '', Output: '', ErrorCode: 'ClientNotRunning' };
    const running = { InvocationStatus: 'Running', FinishedTime: '', Output: '' };
    expect(changes([row({ Repeats: 1 }), row({ Repeats: 3 })])).toEqual([
      [3, null],
      [1, null],
    ]);
    expect(
      changes([row({ Repeats: 1 }), row({ Repeats: 2, ...aborted }), row({ Repeats: 3, ...running })]),
    ).toEqual([
      [3, null],
      [2, null],
      [1, null],
    ]);
  });

  it('C2: a timeout of one record does not touch the next', () => {
    const timeout = {
      InvocationStatus: 'Timeout',
      InvokeRecordStatus: 'Failed',
      ErrorCode: 'ExecutionTimeout',
    };
    const outcomes = firesOf([row({ Repeats: 1, ...timeout }), row({ Repeats: 2 })]).map(
      ({ records }) => records.get('i-1')?.run.outcome,
    );
    expect(outcomes).toEqual(['succeeded', 'failed']);
  });
});
