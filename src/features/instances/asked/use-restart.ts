import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { atMost } from '../at-most';
import { noteRestart } from './asked-store';

/** RebootInstance takes one instance a call. */
const AT_ONCE = 4;

export interface RestartWish {
  instanceIds: readonly string[];
  /** Power off at once instead of shutting down. */
  force: boolean;
  /** Called after each call with the number of instances dealt with so far. */
  onProgress(done: number): void;
}

/** Restarts instances, one call each; the answer has what failed, by instance ID. Pages are re-read as they go down. */
export function useRestart(region: string) {
  const api = useApi();
  const cache = useQueryClient();
  return async ({ instanceIds, force, onProgress }: RestartWish): Promise<Map<string, unknown>> => {
    const failed = new Map<string, unknown>();
    let done = 0;
    await atMost(AT_ONCE, instanceIds, async (InstanceId) => {
      try {
        await api.ecs.rebootInstance({ RegionId: region, InstanceId, ...(force ? { ForceStop: true } : {}) });
        noteRestart(region, InstanceId, Date.now());
      } catch (error) {
        failed.set(InstanceId, error);
      }
      onProgress(++done);
    });
    void cache.invalidateQueries({ queryKey: keys.instances.all(region) });
    void cache.invalidateQueries({ queryKey: keys.invocations.all(region) });
    return failed;
  };
}
