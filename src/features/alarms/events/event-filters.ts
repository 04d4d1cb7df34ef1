import type { SystemEventFilters } from '@/api/cms/system-events';
import { historyStart } from '@/domain/system-event-windows';
import { pagingValues, paramsOf, readDay, readPaging } from '@/ui/list-params';

/** How far back the list goes; `all` is as long as ECS keeps its own events (manual 2.1). */
export const RANGES = ['day', 'week', 'month', 'all', 'custom'] as const;
export type Range = (typeof RANGES)[number];

/** What the list of CloudMonitor's events shows. It lives in the URL. Values as on the wire: unknown ones can be asked for too. */
export interface CmsEventFilters {
  /** `a and b`, `a or b`. */
  search: string;
  type: string | null;
  level: string | null;
  name: string | null;
  status: string | null;
  range: Range;
  /** Days of a custom range, `yyyy-MM-dd`, both included, UTC; `''`: open. */
  from: string;
  to: string;
  /** From 1. */
  page: number;
  size: number;
}

/** Rows a page; 100 is the most the API gives (contract 9.6). */
export const PAGE_SIZES = [20, 50, 100] as const;

const DAY_MS = 86_400_000;
const BACK_DAYS = { day: 1, week: 7, month: 30 } as const;

/** Reads the filters from the URL. Anything malformed reads as absent. */
export function readEventFilters(params: URLSearchParams, defaultSize: number): CmsEventFilters {
  return {
    search: params.get('q') ?? '',
    type: params.get('type') || null,
    level: params.get('level') || null,
    name: params.get('name') || null,
    status: params.get('status') || null,
    range: RANGES.find((range) => range === params.get('range')) ?? 'week',
    from: readDay(params, 'from'),
    to: readDay(params, 'to'),
    ...readPaging(params, PAGE_SIZES, defaultSize),
  };
}

/** The query of a link to the list; defaults are left out. */
export function writeEventFilters(filters: CmsEventFilters, defaultSize: number): URLSearchParams {
  return paramsOf({
    q: filters.search,
    type: filters.type,
    level: filters.level,
    name: filters.name,
    status: filters.status,
    range: filters.range === 'week' ? null : filters.range,
    ...(filters.range === 'custom' ? { from: filters.from, to: filters.to } : {}),
    ...pagingValues(filters, defaultSize),
  });
}

export function isFiltered({ search, type, level, name, status }: CmsEventFilters): boolean {
  return search.trim() !== '' || type !== null || level !== null || name !== null || status !== null;
}

/**
 * The span of a range, epoch ms. Whole minutes, so that counts and pages asked for one after the other agree, rounded up,
 * so that nothing new is missing.
 */
export function spanOf(
  { range, from, to }: Pick<CmsEventFilters, 'range' | 'from' | 'to'>,
  now: number,
): { StartTime: number; EndTime: number } {
  const EndTime = Math.ceil(now / 60_000) * 60_000;
  const oldest = historyStart(EndTime);
  if (range === 'all') return { StartTime: oldest, EndTime };
  if (range !== 'custom') return { StartTime: EndTime - BACK_DAYS[range] * DAY_MS, EndTime };
  const start = from === '' ? oldest : Date.parse(from);
  const end = to === '' ? EndTime : Math.min(EndTime, Date.parse(to) + DAY_MS - 1);
  // The other way round nothing is between them.
  return { StartTime: start, EndTime: Math.max(start, end) };
}

/** What is asked for the list. The counts leave the name out, so that the others can be chosen. */
export function eventRequest(
  RegionId: string,
  filters: CmsEventFilters,
  now: number,
  withName = true,
): SystemEventFilters {
  const { search, type, level, name, status } = filters;
  return {
    RegionId,
    ...(type && { EventType: type }),
    ...(level && { Level: level }),
    ...(withName && name && { Name: name }),
    ...(status && { Status: status }),
    ...(search.trim() && { SearchKeywords: search.trim() }),
    ...spanOf(filters, now),
  };
}
