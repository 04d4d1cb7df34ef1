import { describe, expect, it } from 'vitest';
import type { Execution, TaskExecution } from '@/api/oos/executions';
import { countItems, countResources, engineItems, overallOf, waitsFor } from './engine-items';

const execution = (change: Partial<Execution> = {}): Execution => ({
  executionId: 'exec-1',
  status: 'Running',
  message: '',
  templateName: '',
  templateVersion: '',
  mode: 'Automatic',
  description: '',
  role: '',
  executedBy: '',
  startedAt: 0,
  endedAt: null,
  updatedAt: null,
  parameters: { rateControl: { Mode: 'Concurrency', MaxErrors: 1 } },
  instanceIds: ['i-1', 'i-2', 'i-3'],
  resources: {},
  outputs: [],
  currentTasks: [],
  tags: {},
  ...change,
});
const row = (item: string, status: string): TaskExecution => ({
  taskExecutionId: `exec-1.${item}`,
  parentId: '',
  childExecutionId: '',
  name: 'runCommand',
  status,
  message: '',
  item,
  batch: 1,
  output: null,
  startedAt: 0,
  endedAt: null,
});
const told = (of: Execution, rows: TaskExecution[] | null) =>
  engineItems(of, rows).map(({ instanceId, outcome }) => `${instanceId} ${outcome}`);

describe('the items of an execution', () => {
  it('B10: failures come first, those without a row wait for their turn', () => {
    expect(told(execution(), [row('i-1', 'Success'), row('i-2', 'Failed')])).toEqual([
      'i-2 failed',
      'i-1 succeeded',
      'i-3 pending',
    ]);
  });

  it('B10: an instance without a row at the end was not selected; it did not fail', () => {
    const over = execution({ status: 'Success' });
    const items = engineItems(over, [row('i-1', 'Success'), row('i-2', 'Success')]);
    expect(countItems(items)).toEqual([
      { outcome: 'succeeded', count: 2 },
      { outcome: 'notSelected', count: 1 },
    ]);
    expect(overallOf(over, countItems(items))).toBe('succeeded');
  });

  it('B10: an instance that the engine found by itself is there too, and a new word is shown as it came', () => {
    expect(told(execution({ instanceIds: [] }), [row('i-9', 'Suspended')])).toEqual(['i-9 unknown']);
  });

  it('B10: one that was cancelled before its loop began has not run anywhere', () => {
    expect(told(execution({ status: 'Cancelled' }), [])).toEqual([
      'i-1 cancelled',
      'i-2 cancelled',
      'i-3 cancelled',
    ]);
  });

  it('B10: while its rows are not read nothing is said of an instance, unless none has begun', () => {
    expect(told(execution({ status: 'Success' }), null)).toEqual([
      'i-1 unknown',
      'i-2 unknown',
      'i-3 unknown',
    ]);
    expect(told(execution({ status: 'Started' }), null)).toEqual([
      'i-1 pending',
      'i-2 pending',
      'i-3 pending',
    ]);
  });

  it('B10: resources are counted as items are, whatever they are called', () => {
    const resources = { Success: 3, Failed: 1, Started: 1, Pending: 2, Total: 8, Suspended: 1 };
    expect(countResources({ resources })).toEqual([
      { outcome: 'failed', count: 1 },
      { outcome: 'succeeded', count: 3 },
      { outcome: 'unknown', count: 1 },
      { outcome: 'pending', count: 3 },
    ]);
  });

  it('B10: without its items it is judged by what it tells of its resources', () => {
    expect(overallOf(execution({ status: 'Success', resources: { Success: 3, Failed: 1 } }))).toBe(
      'partlyFailed',
    );
    expect(overallOf(execution({ status: 'Failed' }))).toBe('failed');
  });

  it('B10: it waits about failures only in the mode that asks, and when there are too many', () => {
    const rows = [row('i-1', 'Failed'), row('i-2', 'Failed'), row('i-3', 'Pending')];
    const waiting = (mode: string, of: TaskExecution[]) => {
      const now = execution({ status: 'Waiting', mode });
      return waitsFor(now, engineItems(now, of));
    };
    expect(waiting('FailurePause', rows)).toBe('failure');
    expect(waiting('FailurePause', rows.slice(1))).toBe('batch');
    expect(waiting('Automatic', rows)).toBe('batch');
    expect(waitsFor(execution(), [])).toBeNull();
  });
});
