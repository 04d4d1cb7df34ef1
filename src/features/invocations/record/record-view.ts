import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
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

/** What the address says of the record's view, and how to change some of it; null or nothing takes a part out. */
export function useRecordAddress() {
  const [params, setParams] = useSearchParams();
  // The router renders a change later: one that is made meanwhile goes on from it, not from what is on screen.
  const newest = useRef(params);
  useEffect(() => {
    newest.current = params;
  }, [params]);
  const put = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(newest.current);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
    }
    newest.current = next;
    setParams(next, { replace: true });
  };
  return [params, put] as const;
}
