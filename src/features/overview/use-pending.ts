import { useMemo, useState } from 'react';
import { useRegionList } from '@/api/use-region-list';
import {
  type AllPending,
  clockNow,
  type EventItem,
  groupChanges,
  groupPending,
  type InstanceFacts,
  PENDING_GROUPS,
  type PendingGroup,
  useAccountRegions,
  useAllPending,
  useClock,
  useInstanceFacts,
} from '@/features/events';
import type { Reading } from './reading';

const NO_REGIONS: readonly string[] = [];
/** Events of each group of which the names are asked for: no panel shows more. */
const MOST_NAMED = 8;

export interface Pending {
  reading: Reading;
  all: AllPending;
  /** Every region has answered or failed. */
  isComplete: boolean;
  groups: Readonly<Record<PendingGroup, readonly EventItem[]>>;
  facts: InstanceFacts;
}

/** The events of all regions that are not over, by urgency (F1). Each region answers, or fails, by itself. */
export function usePending(): Pending {
  const list = useRegionList();
  const regions = useAccountRegions() ?? NO_REGIONS;
  const all = useAllPending(regions);
  const { events } = all;
  const [now, setNow] = useState(clockNow);
  const groups = useMemo(() => groupPending(events, now), [events, now]);
  // Sorted anew only when an event crosses from one group into the next.
  const change = useMemo(() => groupChanges(events).find((at) => at > now) ?? null, [events, now]);
  const isDue = useClock((at) => change !== null && at >= change);
  if (isDue) setNow(clockNow());
  const named = useMemo(() => {
    const asking = events.filter(({ state }) => state === 'Inquiring').slice(0, MOST_NAMED);
    const first = PENDING_GROUPS.flatMap((group) => groups[group].slice(0, MOST_NAMED));
    return [...new Set([...first, ...asking])];
  }, [events, groups]);
  const facts = useInstanceFacts(named);
  const isComplete = list.isSuccess && all.answered + all.failed.length === all.asked;
  const isFailed = list.data ? isComplete && all.answered === 0 && all.asked > 0 : list.isError;
  return {
    reading: {
      state: isFailed ? 'failed' : all.answered > 0 || isComplete ? 'ready' : 'loading',
      // A region that failed is told beside what the others answered.
      error: isFailed ? (list.error ?? all.failed[0]?.error ?? null) : null,
      isReading: list.isFetching || all.isFetching,
      readAt: all.readAt,
      refresh: () => {
        if (!list.data) void list.refetch();
        all.refetch();
      },
    },
    all,
    isComplete,
    groups,
    facts,
  };
}
