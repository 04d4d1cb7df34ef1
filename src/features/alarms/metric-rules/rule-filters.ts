import { ALARM_STATES, type AlarmState } from '@/domain/metric-alarm';
import { pagingValues, paramsOf, readPaging } from '@/ui/list-params';

/** What the list of rules shows. It lives in the URL. */
export interface RuleFilters {
  /** Part of a name. */
  search: string;
  /** As on the wire: a metric the console does not know can be asked for too. */
  metric: string | null;
  state: AlarmState | null;
  enabled: boolean | null;
  /** From 1. */
  page: number;
  size: number;
}

/** Rows a page; 100 is the most the API gives. */
export const RULE_PAGE_SIZES = [20, 50, 100] as const;

/** Reads the filters from the URL. Anything malformed reads as absent. */
export function readRuleFilters(params: URLSearchParams, defaultSize: number): RuleFilters {
  const enabled = params.get('on');
  return {
    search: params.get('q') ?? '',
    metric: params.get('metric') || null,
    state: ALARM_STATES.find((state) => state === params.get('state')) ?? null,
    enabled: enabled === 'yes' ? true : enabled === 'no' ? false : null,
    ...readPaging(params, RULE_PAGE_SIZES, defaultSize),
  };
}

/** The query of a link to the list; defaults are left out. */
export function writeRuleFilters(filters: RuleFilters, defaultSize: number): URLSearchParams {
  return paramsOf({
    q: filters.search,
    metric: filters.metric,
    state: filters.state,
    on: filters.enabled === null ? null : filters.enabled ? 'yes' : 'no',
    ...pagingValues(filters, defaultSize),
  });
}

export function isRuleFiltered({ search, metric, state, enabled }: RuleFilters): boolean {
  return search.trim() !== '' || metric !== null || state !== null || enabled !== null;
}
