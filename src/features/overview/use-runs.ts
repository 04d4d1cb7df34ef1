import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { Page } from '@/api/decode';
import type { Invocation } from '@/api/ecs/invocations';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';
import { parseWireTime } from '@/api/wire-times';
import { isUnderWay } from '@/features/cloud-assistant';
import { type Reading, readingOf } from './reading';
import { type Run, runOf } from './run';

/** The page of records that the list of records shows at first: one answer serves both. */
const PAGE = { Timed: false, PageNumber: 1, PageSize: 20 } as const;
/** Runs that others start are noticed this late while none is under way. */
const IDLE_MS = 60_000;

const follow = pollWhile<Page<Invocation>>(
  (page) => page.items.some(isUnderWay),
  (page) => Math.max(...page.items.filter(isUnderWay).map((run) => parseWireTime(run.CreationTime) ?? 0)),
);

function recordsQuery(api: Api, region: string, filter: { InvokeStatus?: 'Running' }) {
  const request = { RegionId: region, ...filter, ...PAGE };
  return queryOptions({
    queryKey: keys.invocations.list(region, request),
    queryFn: ({ signal }) => api.ecs.describeInvocations(request, { signal }),
    refetchInterval: (query) => follow(query) || IDLE_MS,
  });
}

export interface Runs {
  reading: Reading;
  /** Under way now, newest first, up to twenty; schedules are not runs of now. */
  running: readonly Run[];
  /** How many are under way. */
  total: number;
  /** Over or not, the newest twenty. */
  recent: readonly Run[];
}

const NONE: readonly Run[] = [];

/** The region's runs that are no schedules: what runs now and what ran last. */
export function useRuns(region: string): Runs {
  const api = useApi();
  const running = useQuery(recordsQuery(api, region, { InvokeStatus: 'Running' }));
  const recent = useQuery(recordsQuery(api, region, {}));
  const underWay = useMemo(() => running.data?.items.map(runOf) ?? NONE, [running.data]);
  const last = useMemo(() => recent.data?.items.map(runOf) ?? NONE, [recent.data]);
  return {
    reading: readingOf([running, recent]),
    running: underWay,
    total: running.data?.totalCount ?? 0,
    recent: last,
  };
}
