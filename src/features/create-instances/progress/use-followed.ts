import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { SystemEvent } from '@/api/ecs/system-events';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import { formatWireTime } from '@/api/wire-times';
import type { Followed } from '../paths';
import { followedRows, type FollowedRow, isSettled } from './follow';

/** Without a filter the service leaves out the one under way (contract 7). */
const STATES = ['Executing', 'Executed', 'Avoided', 'Canceled', 'Failed'];
const PAGE_SIZE = 100;
/** Stops a server that never stops giving pages. */
const MOST_PAGES = 20;
/** Clocks differ. */
const TOLERANCE_MS = 5 * 60_000;

/** What became of the instances so far, read anew until each runs or is known to have failed (manual 2.3, steps 3 and 4). */
export function useFollowed(region: string, { ids, since }: Followed) {
  const api = useApi();
  return useQuery({
    queryKey: keys.instances.list(region, { followed: ids }),
    queryFn: async ({ signal }): Promise<FollowedRow[]> => {
      const { items } = await api.ecs.describeInstances({ RegionId: region, InstanceIds: ids }, { signal });
      const running = new Set(
        items.filter(({ Status }) => Status === 'Running').map(({ InstanceId }) => InstanceId),
      );
      const open = ids.filter((id) => !running.has(id));
      const failures = open.length === 0 ? [] : await readFailures(api, region, open, since, signal);
      return followedRows(region, ids, items, failures, since, serverNow());
    },
    refetchInterval: pollWhile<FollowedRow[]>(
      (rows) => rows.some(({ phase }) => !isSettled(phase)),
      since,
      serverNow,
    ),
  });
}

async function readFailures(
  api: Api,
  region: string,
  ids: readonly string[],
  since: number,
  signal: AbortSignal,
): Promise<SystemEvent[]> {
  const wanted = new Set(ids);
  const found: SystemEvent[] = [];
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    const page = await api.ecs.describeInstanceHistoryEvents(
      {
        RegionId: region,
        InstanceEventType: ['SystemFailure.Delete'],
        InstanceEventCycleStatus: STATES,
        ...(since > 0 ? { EventPublishTime: { Start: formatWireTime(since - TOLERANCE_MS) } } : {}),
        PageNumber,
        PageSize: PAGE_SIZE,
      },
      { signal },
    );
    found.push(...page.items.filter(({ InstanceId }) => wanted.has(InstanceId)));
    if (page.items.length < PAGE_SIZE || found.length >= wanted.size) break;
  }
  return found;
}
