import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { SystemEvent } from '@/api/ecs/system-events';
import { keys } from '@/api/query-keys';
import { useRegionList } from '@/api/use-region-list';
import { serverNow } from '@/api/server-clock';
import { categoryOf, isFinalEventState } from '@/domain/system-events';
import { eventItems, type EventItem } from './event-item';
import { byRegion } from './by-region';
import { factsQuery, type InstanceFact, type RegionFacts } from './read-facts';
import { eventGate } from './event-gate';
import { pollDelayOf } from './poll-delay';

/** The states of events that are not over (contract 7.3). The history leaves them out unless they are asked for. */
export const OPEN_STATES = ['Scheduled', 'Executing', 'Inquiring'] as const;

const PAGE_SIZE = 100;
/** Stops a server that never stops giving pages. */
const MOST_PAGES = 100;
const FRESH_MS = 60_000;

/** The regions of the account, undefined until known. */
export function useAccountRegions(): readonly string[] | undefined {
  const { data } = useRegionList();
  return useMemo(() => data?.map(({ RegionId }) => RegionId), [data]);
}

/** The events of a region that are not over. Read again slowly, sooner when one is about to begin or runs. */
export function pendingQuery(api: Api, region: string) {
  return queryOptions({
    queryKey: keys.events.pending(region),
    queryFn: ({ signal }) => eventGate(() => readPending(api, region, signal)),
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => pollDelayOf(state.data ?? [], state.status === 'error', serverNow()),
  });
}

async function readPending(api: Api, region: string, signal: AbortSignal): Promise<SystemEvent[]> {
  const found = new Map<string, SystemEvent>();
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    const page = await api.ecs.describeInstanceHistoryEvents(
      { RegionId: region, InstanceEventCycleStatus: OPEN_STATES, PageNumber, PageSize: PAGE_SIZE },
      { signal },
    );
    for (const event of page.items) found.set(`${event.EventId} ${event.InstanceId}`, event);
    if (page.items.length < PAGE_SIZE || PageNumber * PAGE_SIZE >= page.totalCount) break;
  }
  return [...found.values()].filter((event) => !isFinalEventState(event.EventCycleStatus));
}

/** The events of one region that are not over. */
export function usePendingEvents(region: string) {
  const api = useApi();
  return useQuery(pendingQuery(api, region));
}

/** A region that did not answer. */
export interface FailedRegion {
  region: string;
  error: Error;
}

export interface AllPending {
  events: readonly EventItem[];
  failed: readonly FailedRegion[];
  /** How many of the regions have answered. */
  answered: number;
  asked: number;
  isFetching: boolean;
  /** When the oldest of the answers was read, epoch ms; 0 while there is none. */
  readAt: number;
  refetch(regions?: readonly string[]): void;
}

/** The events of many regions that are not over: each region answers, or fails, by itself. */
export function useAllPending(regions: readonly string[]): AllPending {
  const api = useApi();
  const combine = useCallback(
    (results: readonly PendingResult[]): AllPending => {
      const answers = results.flatMap(({ data, dataUpdatedAt }, index) =>
        data ? [{ region: regions[index]!, data, dataUpdatedAt }] : [],
      );
      return {
        events: answers.flatMap(({ region, data }) => eventItems(region, data)),
        failed: results.flatMap(({ error }, index) => (error ? [{ region: regions[index]!, error }] : [])),
        answered: answers.length,
        asked: results.length,
        isFetching: results.some((result) => result.isFetching),
        readAt: answers.length === 0 ? 0 : Math.min(...answers.map((answer) => answer.dataUpdatedAt)),
        refetch: (only) => {
          for (const [index, result] of results.entries())
            if (!only || only.includes(regions[index]!)) void result.refetch();
        },
      };
    },
    [regions],
  );
  return useQueries({ queries: regions.map((region) => pendingQuery(api, region)), combine });
}

interface PendingResult {
  data: SystemEvent[] | undefined;
  dataUpdatedAt: number;
  error: Error | null;
  isFetching: boolean;
  refetch(): unknown;
}

/** Instances by `region instanceId`; null: the region has no such instance. Absent: not known yet. */
export type InstanceFacts = ReadonlyMap<string, InstanceFact | null>;

/** The state of an instance that an event is about; null when it is gone, undefined while not known. */
export function statusOf(facts: InstanceFacts, event: EventItem): string | null | undefined {
  const fact = facts.get(`${event.region} ${event.instanceId}`);
  return fact === undefined ? undefined : (fact?.status ?? null);
}

/** The same for the rules of what can be done. */
export function actionStatusOf(facts: InstanceFacts, event: EventItem): string | null | undefined {
  return actionStatus(statusOf(facts, event), event);
}

/** Instances that could not be created are not listed (manual 2.3), and are there to be released all the same. */
export function actionStatus(
  status: string | null | undefined,
  event: { type: string },
): string | null | undefined {
  return status === null && categoryOf(event.type) === 'creationFailure' ? undefined : status;
}

/** Its name, else its ID. */
export function nameOf(facts: InstanceFacts, event: { region: string; instanceId: string }): string {
  return facts.get(`${event.region} ${event.instanceId}`)?.name || event.instanceId;
}

/** Name and state of the instances that events are about; the same map until one of them changes. */
export function useInstanceFacts(events: readonly EventItem[]): InstanceFacts {
  const api = useApi();
  const wanted = useMemo(() => {
    return byRegion(events).map(([region, rows]) => ({
      region,
      ids: [...new Set(rows.map(({ instanceId }) => instanceId))].toSorted(),
    }));
  }, [events]);
  const combine = useMemo(() => factsOf(wanted), [wanted]);
  return useQueries({ queries: wanted.map(({ region, ids }) => factsQuery(api, region, ids)), combine });
}

/** Puts the answers of the regions together; the same ones make the same map. */
function factsOf(wanted: readonly { region: string; ids: readonly string[] }[]) {
  let last: { answers: readonly (RegionFacts['facts'] | undefined)[]; facts: InstanceFacts } | null = null;
  return (results: readonly { data: RegionFacts | undefined }[]): InstanceFacts => {
    const answers = results.map(({ data }) => data?.facts);
    if (last?.answers.every((answer, index) => answer === answers[index])) return last.facts;
    const facts = new Map(
      wanted.flatMap(({ region, ids }, index) => {
        const known = answers[index];
        return known ? ids.map((id) => [`${region} ${id}`, known.get(id) ?? null] as const) : [];
      }),
    );
    last = { answers, facts };
    return facts;
  };
}
