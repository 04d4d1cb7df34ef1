import type { Api } from '@/api/api';
import type { Invocation } from '@/api/ecs/invocations';
import { ApiError } from '@/api/errors';
import type { Execution } from '@/api/oos/executions';
import { parseWireTime } from '@/api/wire-times';

export interface EngineRecords {
  /** InvokeId by task execution. */
  byTask: ReadonlyMap<string, string>;
  /** The records themselves, as far as they were found. */
  invocations: readonly Invocation[];
}

const PAGE = 50;
/** Twice the items of the largest loop: each may have been tried again. */
const MOST_PAGES = 40;
/** Records that no list has are asked for one by one, so many side by side. */
const AT_ONCE = 4;
const MOST_SINGLE = 100;

/**
 * From an execution to its runs (contract OOS 6, steps 4 and 5). Where the service does not list them, which it does since
 * 2025 only, or refuses to, they are found among all records. Rejects with ApiError.
 * @param isWhole the records too, not only their IDs: many calls for a large run
 */
export async function readRecords(
  api: Api,
  region: string,
  execution: Execution,
  loopId: string,
  signal: AbortSignal,
  isWhole: boolean,
): Promise<EngineRecords> {
  const listed = await api.oos
    .listInvocations({ RegionId: region, TaskExecutionId: loopId }, { signal })
    .catch((error: unknown) => {
      // Without the right, or on an older service; what is given up is given up.
      if (error instanceof ApiError && error.code !== 'Aborted') return [];
      throw error;
    });
  const wanted = new Set(listed.map(({ invokeId }) => invokeId));
  const byTask = new Map(listed.map(({ taskExecutionId, invokeId }) => [taskExecutionId, invokeId]));
  if (!isWhole && wanted.size > 0) return { byTask, invocations: [] };
  const commandId = execution.parameters['commandId'];
  const of =
    typeof commandId === 'string' ? { CommandId: commandId } : { CommandName: execution.executionId };
  const found = new Map<string, Invocation>();
  const isWanted = (run: Invocation) =>
    wanted.size > 0 ? wanted.has(run.InvokeId) : isOfExecution(run, execution);
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    const page = await api.ecs.describeInvocations(
      { RegionId: region, ...of, PageNumber, PageSize: PAGE },
      { signal },
    );
    for (const run of page.items) if (isWanted(run)) found.set(run.InvokeId, run);
    if (page.items.length < PAGE || (wanted.size > 0 && found.size === wanted.size)) break;
  }
  const left = [...wanted].filter((invokeId) => !found.has(invokeId)).slice(0, MOST_SINGLE);
  for (let from = 0; from < left.length; from += AT_ONCE) {
    const pages = await Promise.all(
      left
        .slice(from, from + AT_ONCE)
        .map((InvokeId) => api.ecs.describeInvocations({ RegionId: region, InvokeId }, { signal })),
    );
    for (const run of pages.flatMap(({ items }) => items))
      if (wanted.has(run.InvokeId)) found.set(run.InvokeId, run);
  }
  return { byTask, invocations: [...found.values()] };
}

/** The engine calls a script by the execution's ID; a saved command keeps its name, and is told by its time. */
function isOfExecution(
  run: Invocation,
  { executionId, instanceIds, startedAt, endedAt }: Execution,
): boolean {
  if (run.CommandName === executionId) return true;
  const at = parseWireTime(run.CreationTime) ?? 0;
  const [only, ...others] = run.InvokeInstances;
  return (
    startedAt !== null &&
    at >= startedAt &&
    (endedAt === null || at <= endedAt) &&
    only !== undefined &&
    others.length === 0 &&
    instanceIds.includes(only.InstanceId)
  );
}
