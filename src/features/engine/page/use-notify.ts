import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { NotifyExecutionRequest } from '@/api/oos/executions';
import { keys } from '@/api/query-keys';

export type Decision = NotifyExecutionRequest['NotifyType'];

/**
 * Tells a waiting execution what was decided. The call knows no ClientToken: after a failure the execution is read again
 * and its status decides (contract OOS 8).
 */
export function useNotify(region: string, executionId: string, onDone: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (request: NotifyExecutionRequest) => {
      try {
        await api.oos.notifyExecution(request);
      } catch (error) {
        const now = await api.oos
          .findExecution({ RegionId: region, ExecutionId: executionId })
          .catch(() => null);
        // Nobody is asked any more: it was decided by this very call, or by somebody else.
        if (now === null || now.status === 'Waiting') throw error;
      } finally {
        // Before it counts as done: what was decided must not be offered once more.
        await cache.invalidateQueries({ queryKey: keys.engineRuns.all(region) });
      }
    },
    // Not with the call: who asked is gone once the execution is read and waits no longer.
    onSuccess: onDone,
  });
}
