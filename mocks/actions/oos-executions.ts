import { BATCH_PAUSES } from '@/domain/rate-control';
import type { EngineDeed, StartedRequest } from '../oos/acts';
import { type EngineRun, engineRuns } from '../oos/book';
import { executionRow, itemStatus, listedMembers, loopId } from '../oos/execution-rows';
import { itemOutput } from '../oos/item-output';
import { type EngineLife, lifeOf } from '../oos/life';
import { orderOf } from '../oos/order';
import { pageByToken } from '../oos/paging';
import { invalid, missing, noExecution } from '../oos/refusal';
import { taskRows } from '../oos/task-rows';
import { readObject } from '../oos/values';
import { parseWireTime } from '@/api/wire-times';
import { Fault } from '../fault';
import type { Action, ActionContext, ParamReader } from './action';

const MODES: readonly string[] = ['Automatic', 'FailurePause'];
const SAFETY: readonly string[] = ['Skip', 'ConfirmEveryHighRiskAction'];
const MOST_TAGS = 20;

/** StartExecution (contract OOS 7, 11.2 to 11.4): answers at once; the rest is the engine's. */
export const startExecution: Action = async (context) => {
  const { params, now, act } = context;
  const request = readStart(context);
  const order = orderOf(request);
  if (!context.world.regions.some(({ regionId }) => regionId === order.regionId)) throw invalid('regionId');
  const executionId = context.newId('exec');
  act({ kind: 'EngineActed', at: now, executionId, deed: { what: 'started', request } });
  const run: EngineRun = {
    ...{ executionId, at: now, request, order },
    ...{ attempts: new Map(), approvals: [], retries: new Map(), skips: new Map() },
    ...{ rejectedAt: null, cancelledAt: null },
  };
  const row = await executionRow(run, lifeOf(run, context), async () => '');
  const { loopMode } = request;
  return { Execution: { ...row, LoopMode: loopMode, Parameters: params.text('Parameters') ?? '{}' } };
};

function readStart({ params, regionId }: ActionContext): StartedRequest {
  const templateName = params.text('TemplateName');
  const templateContent = params.text('TemplateContent');
  if (params.has('TemplateURL')) throw invalid('TemplateURL', 'templates cannot be fetched here');
  if (templateName !== undefined && templateContent !== undefined)
    throw invalid('TemplateContent', 'it cannot be sent beside TemplateName');
  if (templateName === undefined && templateContent === undefined) throw missing('TemplateName');
  if (params.text('ParentExecutionId') !== undefined) throw invalid('ParentExecutionId');
  const tags = readObject(params.text('Tags'), 'Tags');
  if (Object.keys(tags).length > MOST_TAGS || Object.values(tags).some((value) => typeof value !== 'string'))
    throw invalid('Tags');
  return {
    regionId,
    ...(templateName === undefined ? {} : { templateName }),
    ...(templateContent === undefined ? {} : { templateContent }),
    parameters: params.text('Parameters') ?? '{}',
    tags: params.text('Tags') ?? '{}',
    mode: oneOf(params, 'Mode', MODES, 'Automatic'),
    loopMode: oneOf(params, 'LoopMode', BATCH_PAUSES, 'Automatic'),
    safetyCheck: oneOf(params, 'SafetyCheck', SAFETY, 'ConfirmEveryHighRiskAction'),
    description: params.text('Description') ?? '',
  };
}

function oneOf(params: ParamReader, name: string, known: readonly string[], byDefault: string): string {
  const value = params.text(name) ?? byDefault;
  if (!known.includes(value)) throw invalid(name);
  return value;
}

const SORTS: Readonly<Record<string, (run: EngineRun, life: EngineLife) => number | string>> = {
  StartDate: (run) => run.at,
  EndDate: (_run, life) => life.endedAt ?? Number.MAX_SAFE_INTEGER,
  Status: (_run, life) => life.status,
};

/** ListExecutions (contract OOS 7). An ID that is unknown gives an empty list. */
export const listExecutions: Action = async (context) => {
  const { params } = context;
  const fits = executionFilter(params);
  const field = oneOf(params, 'SortField', Object.keys(SORTS), 'StartDate');
  const order = oneOf(params, 'SortOrder', ['Ascending', 'Descending'], 'Descending');
  const sortOf = SORTS[field] as (run: EngineRun, life: EngineLife) => number | string;
  const found = [...engineRuns(context.ledger.engineActs).values()]
    .filter((run) => run.request.regionId === context.regionId)
    .map((run) => ({ run, life: lifeOf(run, context) }))
    .filter(({ run, life }) => fits(run, life))
    .toReversed()
    .toSorted((a, b) => {
      const [x, y] = [sortOf(a.run, a.life), sortOf(b.run, b.life)];
      return (x < y ? -1 : x > y ? 1 : 0) * (order === 'Ascending' ? 1 : -1);
    });
  const { items, fields } = pageByToken(found, params, { lowest: 10, idOf: ({ run }) => run.executionId });
  const Executions = await Promise.all(
    items.map(async ({ run, life }) => ({
      ...(await executionRow(run, life, (item) => itemOutput(item, context))),
      ...listedMembers(run, life),
    })),
  );
  return { Executions, ...fields, TotalCount: found.length };
};

type Fits = (run: EngineRun, life: EngineLife) => boolean;

function executionFilter(params: ParamReader): Fits {
  const tests: Fits[] = [];
  const given = (name: string, test: (value: string) => Fits) => {
    const value = params.text(name);
    if (value !== undefined) tests.push(test(value));
  };
  given('ExecutionId', (value) => (run) => run.executionId === value);
  given('TemplateName', (value) => (run) => (run.request.templateName ?? '').includes(value));
  given('Status', (value) => (_run, life) => life.status === value);
  given('Mode', (value) => (run) => run.request.mode === value);
  given('Description', (value) => (run) => run.request.description === value);
  given('RamRole', (value) => (run) => run.order.role === value);
  given('ParentExecutionId', () => () => false);
  given('Category', (value) => () => value === 'Other');
  given(
    'ResourceId',
    (value) => (_run, life) => life.loop?.items.some(({ item }) => item === value) ?? false,
  );
  given('Tags', (value) => {
    const wanted = Object.entries(readObject(value, 'Tags'));
    return ({ request }) => {
      const tags = readObject(request.tags, 'Tags');
      return wanted.every(([key, text]) => tags[key] === text);
    };
  });
  const time = (name: string, test: (run: EngineRun, life: EngineLife, at: number) => boolean) =>
    given(name, (value) => {
      const at = parseWireTime(value);
      if (at === null) throw invalid(name);
      return (run, life) => test(run, life, at);
    });
  const second = (at: number) => Math.floor(at / 1000) * 1000;
  time('StartDateAfter', (run, _life, at) => second(run.at) >= at);
  time('StartDateBefore', (run, _life, at) => second(run.at) <= at);
  time('EndDateAfter', (_run, life, at) => life.endedAt !== null && second(life.endedAt) >= at);
  time('EndDateBefore', (_run, life, at) => life.endedAt !== null && second(life.endedAt) <= at);
  return (run, life) => tests.every((fits) => fits(run, life));
}

/** The execution a call is about, and where it stands. */
export function findExecution(context: ActionContext): { run: EngineRun; life: EngineLife } {
  const executionId = context.params.text('ExecutionId');
  if (executionId === undefined) throw missing('ExecutionId');
  const run = engineRuns(context.ledger.engineActs).get(executionId);
  if (run?.request.regionId !== context.regionId) throw noExecution(executionId);
  return { run, life: lifeOf(run, context) };
}

/** CancelExecution (contract OOS 11.9): runs that ECS has begun go on to their end. */
export const cancelExecution: Action = (context) => {
  const { run, life } = findExecution(context);
  // The service's own name for this is known only by its beginning (contract OOS 8).
  if (life.endedAt !== null)
    throw new Fault('ExecutionCancelled', 400, `The execution ${run.executionId} has ended already.`);
  note(context, run, { what: 'cancelled' });
  return {};
};

/** NotifyExecution (contract OOS 7, 11.8): ends a pause, or decides about a failed item. */
export const notifyExecution: Action = (context) => {
  const { params } = context;
  const { run, life } = findExecution(context);
  const type = params.text('NotifyType');
  if (type === undefined) throw missing('NotifyType');
  if (life.status !== 'Waiting') throw invalid('NotifyType', 'the execution is not waiting');
  if (type === 'Approve' || type === 'Reject') {
    const task = params.text('TaskExecutionId') ?? loopId(run);
    if (task !== loopId(run))
      throw new Fault('EntityNotExists.TaskExecution', 404, `${task} does not exist.`);
    if (type === 'Approve' && life.waitingFor !== 'BatchPause')
      throw invalid('NotifyType', 'a failed task is to be retried or skipped');
    note(context, run, { what: type === 'Approve' ? 'approved' : 'rejected' });
    return {};
  }
  if (type !== 'RetryTask' && type !== 'SkipTask') throw invalid('NotifyType');
  if (life.waitingFor !== 'TaskFailure') throw invalid('NotifyType', 'no failed task is waited for');
  for (const item of failedItems(context, run, life))
    note(context, run, { what: type === 'RetryTask' ? 'retried' : 'skipped', item });
  return {};
};

function failedItems({ params }: ActionContext, run: EngineRun, life: EngineLife): string[] {
  const one = params.text('TaskExecutionId');
  const ids = params.jsonList('TaskExecutionIds') ?? (one === undefined ? [] : [one]);
  const item = params.text('LoopItem');
  const failed = taskRows(run, life).filter((row) => row.item && itemStatus(row.item) === 'Failed');
  const named = failed.filter((row) => ids.includes(row.taskExecutionId) || row.item?.item === item);
  if (named.length === 0 || named.length < ids.filter((id) => id !== loopId(run)).length)
    throw new Fault('EntityNotExists.TaskExecution', 404, 'There is no such failed task.');
  return named.map((row) => row.item?.item ?? '');
}

function note({ act, now }: ActionContext, { executionId }: EngineRun, deed: EngineDeed): void {
  act({ kind: 'EngineActed', at: now, executionId, deed });
}
