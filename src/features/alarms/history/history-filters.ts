import { LONGEST_LOG_SPAN_MS } from '@/api/cms/alert-log';
import { LOG_LEVELS } from '@/domain/metric-alarm';
import { pagingValues, paramsOf, readDay, readPaging } from '@/ui/list-params';

export const LOG_RANGES = ['1h', '24h', '7d', '15d', 'custom'] as const;
export type LogRange = (typeof LOG_RANGES)[number];

/** What the alarm history shows. It lives in the URL. */
export interface LogFilters {
  /** Part of a rule's or an instance's name or ID. */
  search: string;
  /** Of one rule. */
  rule: string | null;
  level: string | null;
  /** TRIGGERED or RESOLVED. */
  event: string | null;
  /** As on the wire, `0` to `4`. */
  sent: string | null;
  range: LogRange;
  /** Days of a custom range, `yyyy-MM-dd`, both included, UTC; `''`: open. */
  from: string;
  to: string;
  /** From 1. */
  page: number;
  size: number;
}

export const LOG_PAGE_SIZES = [20, 50, 100] as const;
/** The levels of the log, and OK for what is over. */
export const LEVELS_TO_FILTER = [...Object.values(LOG_LEVELS), 'OK'];
export const LOG_EVENTS = ['TRIGGERED', 'RESOLVED'] as const;
export const SEND_STATUSES = ['0', '1', '2', '3', '4'] as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BACK = { '1h': HOUR, '24h': DAY, '7d': 7 * DAY, '15d': LONGEST_LOG_SPAN_MS } as const;
export const DEFAULT_RANGE: LogRange = '24h';

/** Reads the filters from the URL. Anything malformed reads as absent. */
export function readLogFilters(params: URLSearchParams, defaultSize: number): LogFilters {
  return {
    search: params.get('q') ?? '',
    rule: params.get('rule') || null,
    level: params.get('level') || null,
    event: params.get('event') || null,
    sent: params.get('sent') || null,
    range: LOG_RANGES.find((range) => range === params.get('range')) ?? DEFAULT_RANGE,
    from: readDay(params, 'from'),
    to: readDay(params, 'to'),
    ...readPaging(params, LOG_PAGE_SIZES, defaultSize),
  };
}

/** The query of a link to the history; defaults are left out. */
export function writeLogFilters(filters: LogFilters, defaultSize: number): URLSearchParams {
  return paramsOf({
    q: filters.search,
    rule: filters.rule,
    level: filters.level,
    event: filters.event,
    sent: filters.sent,
    range: filters.range === DEFAULT_RANGE ? null : filters.range,
    ...(filters.range === 'custom' ? { from: filters.from, to: filters.to } : {}),
    ...pagingValues(filters, defaultSize),
  });
}

export function isLogFiltered({ search, rule, level, event, sent }: LogFilters): boolean {
  return search.trim() !== '' || [rule, level, event, sent].some((value) => value !== null);
}

/** The span asked for, epoch ms; `isCut` when it was longer than one call takes, and the end of it is shown. */
export function logSpan(
  { range, from, to }: Pick<LogFilters, 'range' | 'from' | 'to'>,
  now: number,
): { start: number; end: number; isCut: boolean } {
  if (range !== 'custom') return { start: now - BACK[range], end: now, isCut: false };
  const end = Math.min(now, to ? Date.parse(to) + DAY : now);
  const wanted = from ? Date.parse(from) : end - LONGEST_LOG_SPAN_MS;
  const start = Math.max(Math.min(wanted, end - 1), end - LONGEST_LOG_SPAN_MS);
  return { start, end, isCut: wanted < start };
}
