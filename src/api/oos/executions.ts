import { readJson } from '@/domain/json-text';
import { LOOP_TASK } from '@/domain/oos-template';
import { type Page, pageOf, readerOf, type Reader } from '../decode';
import type { Done, RegionRequest, RequestOptions } from '../ecs/call';
import type { ParamValue, Params } from '../params';
import type { CallOptions, Rpc } from '../rpc';
import { type Execution, executionOf, type TaskExecution, taskOf } from './execution-rows';

export type { Execution, TaskExecution } from './execution-rows';

/** StartExecution (contract OOS 7): by the name of a template or by its text. Maps travel as one JSON text. */
export type StartExecutionRequest = RegionRequest & {
  Parameters: Readonly<Record<string, unknown>>;
  Mode?: 'Automatic' | 'FailurePause';
  LoopMode?: string;
  SafetyCheck: 'Skip';
  Description?: string;
  Tags?: Readonly<Record<string, string>>;
  ClientToken?: string;
} & ({ TemplateName: string } | { TemplateContent: string });

export interface ListExecutionsRequest extends RegionRequest {
  ExecutionId?: string;
  Status?: string;
  Tags?: Readonly<Record<string, string>>;
  /** Inclusive, `yyyy-MM-ddTHH:mm:ssZ`. */
  StartDateAfter?: string;
  StartDateBefore?: string;
  /** 10 to 100. */
  MaxResults?: number;
  NextToken?: string;
}

export interface NotifyExecutionRequest extends RegionRequest {
  ExecutionId: string;
  NotifyType: 'Approve' | 'Reject' | 'RetryTask' | 'SkipTask';
  TaskExecutionId?: string;
  /** Several tasks decided at once: all of them or, refused, none. */
  TaskExecutionIds?: readonly string[];
}

interface TasksRequest extends RegionRequest {
  ExecutionId: string;
  TaskName?: string;
  ParentTaskExecutionId?: string;
  IncludeChildTaskExecution?: boolean;
}

/** The loop of an execution: its own row and one for each item. */
export interface LoopItems {
  loopId: string | null;
  items: TaskExecution[];
}

/** Which run ECS made for an item of the loop. */
export interface ItemInvocation {
  invokeId: string;
  taskExecutionId: string;
  regionId: string;
}

/** A right that the caller, or the role, lacks: `ecs:RunCommand`. */
export type MissingRight = string;

/** What StartExecution sends; the same parameters make the CLI line. */
export function startExecutionParams({ Parameters, Tags, ...rest }: StartExecutionRequest): Params {
  return {
    ...(rest as Readonly<Record<string, ParamValue>>),
    Parameters: JSON.stringify(Parameters),
    ...(Tags ? { Tags: JSON.stringify(Tags) } : {}),
  };
}

/** What NotifyExecution sends; the same parameters make the CLI line. */
export function notifyExecutionParams({ TaskExecutionIds, ...rest }: NotifyExecutionRequest): Params {
  return { ...rest, ...(TaskExecutionIds ? { TaskExecutionIds: JSON.stringify(TaskExecutionIds) } : {}) };
}

const LARGEST_PAGE = 100;
/** Stops a server that never stops giving pages: ten times the items of the largest loop. */
const MOST_PAGES = 100;

/** Runs handed to the cloud's own engine (contract OOS 7). Every function rejects with ApiError. */
export function engineActions(rpc: Rpc) {
  const of =
    (kind: CallOptions['kind']) =>
    async (action: string, request: object, options?: RequestOptions): Promise<Reader> =>
      readerOf(await rpc('oos', action, request as Params, { kind, ...options }));
  const read = of('read');
  const write = of('write');

  async function listExecutions(
    { Tags, ...request }: ListExecutionsRequest,
    options?: RequestOptions,
  ): Promise<Page<Execution>> {
    const params = { ...request, ...(Tags ? { Tags: JSON.stringify(Tags) } : {}) };
    const reply = await read('ListExecutions', params, options);
    return pageOf(reply, reply.list('Executions', 'Execution', executionOf));
  }

  async function everyTask(request: TasksRequest, options?: RequestOptions): Promise<TaskExecution[]> {
    const rows = new Map<string, TaskExecution>();
    let NextToken = '';
    for (let page = 0; page < MOST_PAGES; page++) {
      const params = { ...request, MaxResults: LARGEST_PAGE, ...(NextToken === '' ? {} : { NextToken }) };
      const reply = await read('ListTaskExecutions', params, options);
      for (const row of reply.list('TaskExecutions', 'TaskExecution', taskOf))
        rows.set(row.taskExecutionId, row);
      NextToken = reply.text('NextToken');
      if (NextToken === '') break;
    }
    return [...rows.values()];
  }

  return {
    /** Says only that it was accepted. */
    async startExecution(request: StartExecutionRequest, options?: RequestOptions): Promise<Execution> {
      const reply = await write('StartExecution', startExecutionParams(request), options);
      return executionOf(reply.object('Execution'));
    },

    listExecutions,

    /** null: the region has no such execution. */
    async findExecution(
      { RegionId, ExecutionId }: RegionRequest & { ExecutionId: string },
      options?: RequestOptions,
    ): Promise<Execution | null> {
      const { items } = await listExecutions({ RegionId, ExecutionId }, options);
      return items.find(({ executionId }) => executionId === ExecutionId) ?? null;
    },

    /** Every item of the loop (contract OOS 6, steps 2 and 3); none before the loop has begun. */
    async listItems(
      { RegionId, ExecutionId }: RegionRequest & { ExecutionId: string },
      options?: RequestOptions,
    ): Promise<LoopItems> {
      const named = { RegionId, ExecutionId };
      const tasks = await everyTask({ ...named, TaskName: LOOP_TASK }, options);
      const loop = tasks.find(({ item }) => item === '');
      if (!loop) return { loopId: null, items: tasks.filter(({ item }) => item !== '') };
      const rows = await everyTask(
        { ...named, ParentTaskExecutionId: loop.taskExecutionId, IncludeChildTaskExecution: true },
        options,
      );
      return { loopId: loop.taskExecutionId, items: rows.filter(({ item }) => item !== '') };
    },

    /** The runs of an item, or of all items of a loop (contract OOS 6, step 4; since 2025). */
    async listInvocations(
      request: RegionRequest & { TaskExecutionId: string },
      options?: RequestOptions,
    ): Promise<ItemInvocation[]> {
      const reply = await read('ListTaskExecutionInvocations', request, options);
      return reply.list('TaskExecutionInvocations', 'TaskExecutionInvocation', (row) => ({
        invokeId: row.text('InvocationId'),
        taskExecutionId: row.text('InvocationTaskExecutionId'),
        regionId: row.text('RegionId'),
      }));
    },

    /** The text of the template as the execution used it, JSON or YAML. */
    async executionTemplate(
      request: RegionRequest & { ExecutionId: string },
      options?: RequestOptions,
    ): Promise<string> {
      return (await read('GetExecutionTemplate', request, options)).text('Content');
    },

    /** Knows no ClientToken: read the execution again after a failure, and decide by its status. */
    async notifyExecution(request: NotifyExecutionRequest, options?: RequestOptions): Promise<Done> {
      const reply = await write('NotifyExecution', notifyExecutionParams(request), options);
      return { RequestId: reply.text('RequestId') };
    },

    /** Runs that ECS has begun are not stopped by it (contract OOS 7). */
    async cancelExecution(
      request: RegionRequest & { ExecutionId: string },
      options?: RequestOptions,
    ): Promise<Done> {
      return { RequestId: (await write('CancelExecution', request, options)).text('RequestId') };
    },

    /** The rights a run by the template would lack; none where nothing is said of them. */
    async missingRights(
      request: RegionRequest & { RamRole?: string } & (
          { TemplateName: string } | { TemplateContent: string }
        ),
      options?: RequestOptions,
    ): Promise<MissingRight[]> {
      const reply = await read('GenerateExecutionPolicy', request, options);
      const told = { missing: missingOf(reply) };
      return readerOf(told)
        .list('missing', 'Statement', (entry) => {
          const service = entry.text('ServiceName');
          const names = entry.texts('Action', 'Action');
          const all = names.length > 0 ? names : [entry.text('Action')];
          return all.map((name) => (name.includes(':') || service === '' ? name : `${service}:${name}`));
        })
        .flat()
        .filter((name) => name !== '');
    },
  };
}

function missingOf(reply: Reader): unknown {
  const value = reply.raw['MissingPolicy'];
  return typeof value === 'string' ? readJson(value) : value;
}
