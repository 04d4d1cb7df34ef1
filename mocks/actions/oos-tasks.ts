import { parseWireTime } from '@/api/wire-times';
import { type EngineRun, engineRuns } from '../oos/book';
import { itemOutput } from '../oos/item-output';
import { lifeOf } from '../oos/life';
import { pageByToken } from '../oos/paging';
import { invalid } from '../oos/refusal';
import { type TaskRow, taskRow, taskRows } from '../oos/task-rows';
import type { Action, ActionContext, ParamReader } from './action';

/** ListTaskExecutions (contract OOS 7, 11.11): children of the loop are shown when they are asked for. */
export const listTaskExecutions: Action = async (context) => {
  const { params } = context;
  const parent = params.text('ParentTaskExecutionId');
  const withChildren = (params.boolean('IncludeChildTaskExecution') ?? false) || parent !== undefined;
  const fits = taskFilter(params);
  const found = runsOf(context)
    .flatMap((run) => taskRows(run, lifeOf(run, context)))
    .filter((row) => (withChildren || row.item === null) && fits(row));
  const order = params.text('SortOrder') ?? 'Descending';
  if (order !== 'Ascending' && order !== 'Descending') throw invalid('SortOrder');
  const field = params.text('SortField');
  const sorted = field === undefined ? found : found.toSorted(byField(field, order));
  const { items, fields } = pageByToken(sorted, params, { lowest: 20, idOf: (row) => row.taskExecutionId });
  const TaskExecutions = await Promise.all(
    items.map(async (row) => taskRow(row, await outputsOf(row, context))),
  );
  return { TaskExecutions, ...fields };
};

/** The executions a call may be about: one that is named, by itself or by a task, or all of the region. */
function runsOf({ params, ledger, regionId }: ActionContext): EngineRun[] {
  const executionId = params.text('ExecutionId') ?? params.text('TaskExecutionId')?.split('.')[0];
  return [...engineRuns(ledger.engineActs).values()].filter(
    (run) =>
      run.request.regionId === regionId && (executionId === undefined || run.executionId === executionId),
  );
}

function taskFilter(params: ParamReader): (row: TaskRow) => boolean {
  const equals = (name: string, of: (row: TaskRow) => string) => {
    const value = params.text(name);
    return (row: TaskRow) => value === undefined || of(row) === value;
  };
  const limit = (name: string, isWithin: (row: TaskRow, at: number) => boolean) => {
    const text = params.text(name);
    const at = parseWireTime(text);
    if (text !== undefined && at === null) throw invalid(name);
    return (row: TaskRow) => at === null || isWithin(row, at);
  };
  const tests = [
    equals('TaskExecutionId', (row) => row.taskExecutionId),
    equals('ParentTaskExecutionId', (row) => row.parentId),
    equals('TaskName', (row) => row.name),
    equals('TaskAction', (row) => row.action),
    equals('Status', (row) => row.status),
    limit('StartDateAfter', ({ startedAt }, at) => startedAt !== null && startedAt >= at),
    limit('StartDateBefore', ({ startedAt }, at) => startedAt !== null && startedAt <= at),
    limit('EndDateAfter', ({ endedAt }, at) => endedAt !== null && endedAt >= at),
    limit('EndDateBefore', ({ endedAt }, at) => endedAt !== null && endedAt <= at),
  ];
  return (row) => tests.every((fits) => fits(row));
}

function byField(field: string, order: 'Ascending' | 'Descending') {
  const keys: Record<string, (row: TaskRow) => number | string> = {
    StartDate: ({ startedAt }) => startedAt ?? 0,
    EndDate: ({ endedAt }) => endedAt ?? 0,
    Status: ({ status }) => status,
  };
  const key = keys[field];
  if (!key) throw invalid('SortField');
  const sign = order === 'Ascending' ? 1 : -1;
  return (a: TaskRow, b: TaskRow) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0);
}

async function outputsOf({ item, loop, endedAt }: TaskRow, context: ActionContext): Promise<string> {
  if (item)
    return item.state === 'succeeded'
      ? JSON.stringify({ commandOutput: await itemOutput(item, context) })
      : '';
  if (!loop || endedAt === null) return '';
  const done = loop.items.filter(({ state }) => state === 'succeeded');
  return JSON.stringify({ commandOutputs: await Promise.all(done.map((one) => itemOutput(one, context))) });
}

/** ListTaskExecutionInvocations (contract OOS 7, 11.11): of an item, or of all items of the loop. */
export const listTaskExecutionInvocations: Action = (context) => {
  const { params } = context;
  const taskId = params.text('TaskExecutionId');
  const status = params.text('Status');
  const rows = runsOf(context)
    .flatMap((run) => taskRows(run, lifeOf(run, context)))
    .filter((row) => row.item && [undefined, row.taskExecutionId, row.parentId].includes(taskId));
  return {
    TaskExecutionInvocations: rows
      .filter((row) => status === undefined || row.status === status)
      .flatMap((row) => {
        // An item that was tried again has a run for each time; the last one counts.
        const invokeId = row.item?.attempts.findLast((attempt) => attempt.invokeId !== null)?.invokeId;
        if (!invokeId) return [];
        return [
          {
            InvocationId: invokeId,
            InvocationTaskExecutionId: row.taskExecutionId,
            InvocationTaskName: row.name,
            RegionId: row.run.order.regionId,
            Status: row.status,
          },
        ];
      }),
  };
};
