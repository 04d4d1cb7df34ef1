import { useCallback, useMemo } from 'react';
import type { Invocation } from '@/api/ecs/invocations';
import { useInstanceNames } from '../queries';

/** A record as it was last read. */
export interface RecordView {
  region: string;
  invocation: Invocation;
  /** Epoch ms. */
  readAt: number;
  busy: boolean;
  /** Why what is shown may be old; null when it is not. */
  staleReason: string | null;
  onRefresh(): void;
}

/** The instances of a record, and what to call each: its ID where the region no longer has it. */
export function useRecordInstances(region: string, invocation: Invocation) {
  const ids = useMemo(() => invocation.InvokeInstances.map((instance) => instance.InstanceId), [invocation]);
  const names = useInstanceNames(region, ids);
  const nameOf = useCallback((instanceId: string) => names.get(instanceId) ?? instanceId, [names]);
  return { ids, nameOf };
}
