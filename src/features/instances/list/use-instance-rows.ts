import {
  type QueryObserverResult,
  skipToken,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Page } from '@/api/decode';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import type { SparseRows } from '@/ui/DataTable';
import { fetchByHealth, fetchInstancePage } from '../fetch-instances';
import type { InstanceFilters } from '../instance-filters';
import { pace } from './pace';
import { type AgentWalk, useAgentWalk } from './use-agent-walk';
import { pagesFor, placeOf, type RowRange } from './page-window';
import { ROWS_PER_BLOCK } from './use-fact-loader';

const PAGE_SIZE = 100;
const ROWS_AHEAD = 30;
const QUIET_MS = 90;
const LONGEST_MS = 260;

export interface InstanceRows {
  rows: SparseRows<Instance>;
  /** The IDs of the rows in view, in blocks that one call for their facts can take. */
  blocks: readonly (readonly string[])[];
  /** Undefined before the first answer. */
  total: number | undefined;
  error: unknown;
  fetching: boolean;
  /** When the oldest of what is in view was read, epoch ms; 0 before the first answer. */
  updatedAt: number;
  /** The search by agent, while filtered by it. */
  walk: AgentWalk | null;
}

/**
 * The region's instances as one list without end, whatever its length: pages are read as they come into view, at most two
 * at a time, and abandoned when scrolled past. Filtered by health or agent it is read as a whole, since no call can page
 * through it.
 */
export function useInstanceRows(region: string, filters: InstanceFilters): InstanceRows {
  const api = useApi();
  const cache = useQueryClient();
  const key = JSON.stringify([region, filters]);
  const [seen, setSeen] = useState<RowRange & { key: string }>({ key, first: 0, last: 0 });
  const inView = seen.key === key ? seen : { first: 0, last: 0 };
  const paced = useMemo(
    () => pace((range: RowRange) => setSeen({ key, ...range }), QUIET_MS, LONGEST_MS),
    [key],
  );
  useEffect(() => paced.cancel, [paced]);
  const onRange = useCallback((first: number, last: number) => paced({ first, last }), [paced]);

  const { health } = filters;
  const walk = useAgentWalk(region, filters);
  const isPaged = health === null && walk === null;
  const keyOf = (page: number) => keys.instances.list(region, { ...filters, page, size: PAGE_SIZE });
  const countOf = (page: number) => cache.getQueryData<Page<Instance>>(keyOf(page))?.totalCount;
  // The first page is always kept: it knows the total from the start, and tells when the region cannot be read.
  const wanted = [...new Set([1, ...pagesFor(inView, PAGE_SIZE, ROWS_AHEAD, countOf(1) ?? 0)])];
  const pages = useQueries({
    queries: wanted.map((page) => ({
      queryKey: keyOf(page),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchInstancePage(api, region, filters, { page, size: PAGE_SIZE }, { signal }),
      enabled: isPaged,
    })),
  });
  const whole = useQuery({
    queryKey: keys.instances.list(region, { ...filters, whole: true }),
    queryFn:
      health === null || walk !== null
        ? skipToken
        : ({ signal }: { signal: AbortSignal }) =>
            fetchByHealth(api, region, { ...filters, health }, { signal }),
  });

  const wholeRows = walk ? (walk.found ?? walk.walk.found) : whole.data;
  // Nothing found so far is not nothing.
  const isEarly =
    walk !== null &&
    walk.found === undefined &&
    walk.walk.found.length === 0 &&
    (walk.walking || walk.error !== null);
  const newestPage = isPaged ? newest(pages) : undefined;
  const total = isPaged ? newestPage?.totalCount : isEarly ? undefined : wholeRows?.length;
  // Asked for every row whenever the table renders, so a page is looked up once.
  const itemsOf = new Map<number, readonly Instance[] | undefined>();
  const at = (index: number) => {
    if (!isPaged) return wholeRows?.[index];
    const { page, offset } = placeOf(index, PAGE_SIZE);
    if (!itemsOf.has(page)) itemsOf.set(page, cache.getQueryData<Page<Instance>>(keyOf(page))?.items);
    return itemsOf.get(page)?.[offset];
  };
  const ids = blocksInView(inView, total ?? 0, at);
  const idKey = JSON.stringify(ids);
  const blocks = useMemo(() => JSON.parse(idKey) as string[][], [idKey]);
  const asked: QueryObserverResult<unknown>[] = isPaged ? pages : walk ? [] : [whole];
  const read = asked.filter((query) => query.dataUpdatedAt > 0).map((query) => query.dataUpdatedAt);
  return {
    rows: { count: total ?? 0, at, onRange },
    blocks,
    total,
    error: walk ? walk.error : (asked.find((query) => query.isError)?.error ?? null),
    fetching: walk ? walk.walking : asked.some((query) => query.isFetching),
    updatedAt: walk ? walk.updatedAt : read.length > 0 ? Math.min(...read) : 0,
    walk,
  };
}

function newest(pages: readonly QueryObserverResult<Page<Instance>>[]): Page<Instance> | undefined {
  return pages
    .filter((query) => query.data !== undefined)
    .toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]?.data;
}

/** Whole blocks, so that scrolling within one asks nothing; a block of which nothing is known yet is left out. */
function blocksInView(
  inView: RowRange,
  count: number,
  at: (index: number) => Instance | undefined,
): string[][] {
  return pagesFor(inView, ROWS_PER_BLOCK, 0, count)
    .map((block) =>
      Array.from({ length: ROWS_PER_BLOCK }, (_, offset) =>
        at((block - 1) * ROWS_PER_BLOCK + offset),
      ).flatMap((instance) => (instance ? [instance.InstanceId] : [])),
    )
    .filter((block) => block.length > 0);
}
