import type { QueryFunctionContext } from '@tanstack/react-query';
import type { Api } from '@/api/api';
import type { Execution } from '@/api/oos/executions';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { isExecutionOver } from '@/domain/engine-status';

/** One execution; null: the region has none of that ID. */
export function executionQuery(api: Api, region: string, executionId: string) {
  return {
    queryKey: keys.engineRuns.detail(region, executionId),
    queryFn: ({ signal }: Pick<QueryFunctionContext, 'signal'>) =>
      api.oos.findExecution({ RegionId: region, ExecutionId: executionId }, { signal }),
  };
}

/** When to read it again: until it has ended, slower as it ages. */
export const whileExecutionOpen = pollWhile<Execution | null>(
  (execution) => execution !== null && !isExecutionOver(execution.status),
  (execution) => execution?.startedAt ?? null,
);
