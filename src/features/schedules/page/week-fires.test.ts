import { describe, expect, it } from 'vitest';
import type { Invocation } from '@/api/ecs/invocations';
import { readTimeZone } from '@/domain/time-zone';
import { UTC } from '../schedule-dates';
import { activeSchedules, instancesOf, lastOutcome, scheduleAddress } from './active-schedule';
import { weekEntries, weekRows } from './week-fires';

const NOW = Date.UTC(2026, 10, 23, 2, 0, 0);
const invocation = (over: Partial<Invocation>): Invocation => ({
  InvokeId: 't-1',
  CommandId: 'c-1',
  CommandName: 'disk-clean',
  CommandType: 'RunShellScript',
  CommandContent: '',
  CommandDescription: '',
  Parameters: {},
  Timed: true,
  Frequency: '0 0 18 ? * MON-FRI',
  RepeatMode: 'Period',
  InvokeStatus: 'Running',
  InvocationStatus: 'Scheduled',
  CreationTime: '2026-11-01T00:00:00Z',
  Timeout: 60,
  WorkingDir: '',
  Username: '',
  InvokeInstances: [],
  Tags: [],
  ...over,
});
const instance = (over: Partial<Invocation['InvokeInstances'][number]>) => ({
  InstanceId: 'i-1',
  InstanceInvokeStatus: 'Running',
  InvocationStatus: 'Scheduled',
  CreationTime: '',
  StartTime: '2026-11-22T18:00:00Z',
  FinishTime: '2026-11-22T18:00:01Z',
  StopTime: '',
  UpdateTime: '',
  ExitCode: 0,
  Output: '',
  Dropped: 0,
  Repeats: 3,
  ErrorCode: '',
  ErrorInfo: '',
  ...over,
});
const week = (runs: Invocation[], zone = UTC) => weekRows(activeSchedules(runs, NOW), NOW, zone);

describe('active schedules', () => {
  it('D7: the records of a run in batches are one schedule, with the sums of their parts', () => {
    const batch = (InvokeId: string, minute: number, exits: number[]) =>
      invocation({
        InvokeId,
        CreationTime: `2026-11-01T00:0${minute}:00Z`,
        InvokeInstances: exits.map((ExitCode) => instance({ ExitCode })),
      });
    const records = [batch('t-2', 2, [1, 0]), batch('t-9', 3, [0]), batch('t-1', 1, [0, 0, 0])];
    const run = { id: 'r-1', batches: [{ invokeId: 't-1' }, { invokeId: 't-2' }, { invokeId: null }] };
    const [group, single, ...others] = activeSchedules(records, NOW, [run]);
    expect(others).toEqual([]);
    expect(group!.invocations.map(({ InvokeId }) => InvokeId)).toEqual(['t-1', 't-2']);
    expect(group!.last).toEqual([
      { outcome: 'nonzero', count: 1 },
      { outcome: 'succeeded', count: 4 },
    ]);
    expect(instancesOf(group!)).toBe(5);
    expect(scheduleAddress('cn-hangzhou', group!)).toBe('/cn-hangzhou/runs/r-1');
    expect(scheduleAddress('cn-hangzhou', single!)).toBe('/cn-hangzhou/invocations/t-9');
    // What another browser sent cannot be told to belong together.
    expect(activeSchedules(records, NOW).map(({ runId }) => runId)).toEqual([null, null, null]);
  });

  it('D7: the next to fire comes first; stopped ones and one-off runs are left out', () => {
    const list = activeSchedules(
      [
        invocation({ InvokeId: 't-late', Frequency: '0 0 20 * * ?' }),
        invocation({ InvokeId: 't-ended', Frequency: '0 0 20 * * ? 2005' }),
        invocation({ InvokeId: 't-soon', Frequency: '0 0/10 * * * ?' }),
        invocation({ InvokeId: 't-stopped', InvokeStatus: 'Stopped', InvocationStatus: 'Stopped' }),
        invocation({ InvokeId: 't-once', Frequency: '' }),
      ],
      NOW,
    );
    expect(list.map((schedule) => schedule.invocation.InvokeId)).toEqual(['t-soon', 't-late', 't-ended']);
    expect(list.map(({ next }) => next)).toEqual([NOW + 600_000, NOW + 18 * 3_600_000, null]);
  });

  it.each([
    ['succeeded', {}],
    ['nonzero', { ExitCode: 2, ErrorCode: 'ExitCodeNonzero' }],
    ['failed', { ErrorCode: 'ClientNotRunning', ExitCode: undefined, StartTime: '' }],
    ['running', { FinishTime: '', ExitCode: undefined, InvocationStatus: 'Running' }],
    ['pending', { FinishTime: '', ExitCode: undefined, InvocationStatus: 'Pending' }],
    [null, { StartTime: '', FinishTime: '', ExitCode: undefined, Repeats: 0 }],
  ] as const)('D7: the last result of an instance is %s', (outcome, over) => {
    expect(lastOutcome(instance(over))).toBe(outcome);
  });
});

describe('the week', () => {
  it('D7: holds every fire of the seven days from today', () => {
    const [row] = week([invocation({})]);
    expect(row?.fires).toBe(5);
    expect(row?.days.map(({ marks }) => marks.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it('D7: counts where fires are dense', () => {
    const [row] = week([invocation({ Frequency: '0 0/5 9-10 * * ?' })]);
    expect(row?.fires).toBe(24 * 7);
    expect(row?.days[1]?.marks).toMatchObject([{ count: 24 }]);
  });

  it('D7: has the same fires by another clock, on its days', () => {
    const [row] = week([invocation({})], readTimeZone('UTC+8')!);
    expect(row?.days.map(({ marks }) => marks.length)).toEqual([0, 1, 1, 1, 1, 1, 0]);
  });

  it('D7: shows nothing before the schedule was made', () => {
    const [row] = week([invocation({ Frequency: '0 0 0/1 * * ?', CreationTime: '2026-11-23T01:30:00Z' })]);
    expect(row?.fires).toBe(22 + 24 * 6);
  });

  it('D7: the list tells what the calendar shows, in order', () => {
    const rows = week([invocation({}), invocation({ InvokeId: 't-2', Frequency: '0 30 3 * * ?' })]);
    const entries = weekEntries(rows, UTC);
    expect(entries).toHaveLength(12);
    expect(entries.slice(0, 2).map(({ from }) => from)).toEqual([
      Date.UTC(2026, 10, 23, 3, 30),
      Date.UTC(2026, 10, 23, 18),
    ]);
    expect(entries.every(({ from }, index) => index === 0 || from >= entries[index - 1]!.from)).toBe(true);
  });
});
