import type { DescribeInstanceHistoryEventsRequest } from '@/api/ecs/system-events';
import { formatWireTime } from '@/api/wire-times';
import { MANUAL_EVENT_STATES, SYSTEM_EVENT_STATES, SYSTEM_EVENT_TYPES } from '@/domain/system-events';
import { historyStart } from '@/domain/system-event-windows';
import { pagingValues, paramsOf, readDay, readPaging } from '@/ui/list-params';

/** How far back the list goes; `all` is what the manual promises, two months (2.1). */
export const RANGES = ['day', 'week', 'month', 'all', 'custom'] as const;
export type Range = (typeof RANGES)[number];

/** What the list of all events shows. It lives in the URL. */
export interface HistoryFilters {
  /** An instance's ID or name, or an event's ID. */
  search: string;
  /** As on the wire: a type the console does not know can be asked for too. */
  type: string | null;
  state: string | null;
  range: Range;
  /** Days of a custom range, `yyyy-MM-dd`, both included, UTC; `''`: open. */
  from: string;
  to: string;
  /** From 1. */
  page: number;
  size: number;
}

/** Rows a page; 100 is the most the API gives (contract 7). */
export const HISTORY_PAGE_SIZES = [20, 50, 100] as const;

const DAY_MS = 24 * 3_600_000;
const BACK_DAYS = { day: 1, week: 7, month: 30 } as const;

/** Reads the filters from the URL. Anything malformed reads as absent. */
export function readHistoryFilters(params: URLSearchParams, defaultSize: number): HistoryFilters {
  return {
    search: params.get('q') ?? '',
    type: params.get('type') || null,
    state: params.get('status') || null,
    range: RANGES.find((range) => range === params.get('range')) ?? 'all',
    from: readDay(params, 'from'),
    to: readDay(params, 'to'),
    ...readPaging(params, HISTORY_PAGE_SIZES, defaultSize),
  };
}

/** The query of a link to the list; defaults are left out. */
export function writeHistoryFilters(filters: HistoryFilters, defaultSize: number): URLSearchParams {
  return paramsOf({
    q: filters.search,
    type: filters.type,
    status: filters.state,
    range: filters.range === 'all' ? null : filters.range,
    ...(filters.range === 'custom' ? { from: filters.from, to: filters.to } : {}),
    ...pagingValues(filters, defaultSize),
  });
}

export function isHistoryFiltered({ search, type, state, range }: HistoryFilters): boolean {
  return search.trim() !== '' || type !== null || state !== null || range !== 'all';
}

/** What a search text names, told by its prefix; anything else is the name of an instance. */
export function searchKind(search: string): 'none' | 'event' | 'instance' | 'name' {
  const text = search.trim();
  if (text === '') return 'none';
  if (/^e-[a-z0-9-]+$/i.test(text)) return 'event';
  return /^i-[a-z0-9-]+$/i.test(text) ? 'instance' : 'name';
}

/** When the events asked for were published, epoch ms, both ends included; `now` by the server's clock. */
export function publishedSpan(filters: HistoryFilters, now: number): { start: number; end: number | null } {
  const twoMonths = historyStart(now);
  if (filters.range === 'all') return { start: twoMonths, end: null };
  if (filters.range !== 'custom') return { start: now - BACK_DAYS[filters.range] * DAY_MS, end: null };
  return {
    start: filters.from ? Date.parse(filters.from) : twoMonths,
    end: filters.to ? Date.parse(filters.to) + DAY_MS - 1000 : null,
  };
}

/**
 * The request that answers the filters. Every state is named: left alone, the API answers only what is over, and of that
 * only a week (contract 7).
 * @param instanceId the instance that the search stands for
 * @param inquiring the server has events that wait for consent; those of the manual's time refuse a seventh state
 */
export function historyRequest(
  RegionId: string,
  filters: HistoryFilters,
  instanceId: string | null,
  inquiring: boolean,
  now: number,
): DescribeInstanceHistoryEventsRequest {
  const { start, end } = publishedSpan(filters, now);
  return {
    RegionId,
    InstanceEventCycleStatus: filters.state
      ? [filters.state]
      : inquiring
        ? SYSTEM_EVENT_STATES
        : MANUAL_EVENT_STATES,
    ...(filters.type ? { InstanceEventType: [filters.type] } : {}),
    ...(searchKind(filters.search) === 'event' ? { EventId: [filters.search.trim()] } : {}),
    ...(instanceId ? { InstanceId: instanceId } : {}),
    EventPublishTime: {
      Start: formatWireTime(start),
      ...(end === null ? {} : { End: formatWireTime(end) }),
    },
    PageNumber: filters.page,
    PageSize: filters.size,
  };
}

export { SYSTEM_EVENT_TYPES as TYPE_FILTERS };
