import { ALARM_STATES, type AlarmState } from '@/domain/metric-alarm';

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
  const page = Number(params.get('page'));
  const size = Number(params.get('size'));
  const enabled = params.get('on');
  return {
    search: params.get('q') ?? '',
    metric: params.get('metric') || null,
    state: ALARM_STATES.find((state) => state === params.get('state')) ?? null,
    enabled: enabled === 'yes' ? true : enabled === 'no' ? false : null,
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
    size: RULE_PAGE_SIZES.some((allowed) => allowed === size) ? size : defaultSize,
  };
}

/** The query of a link to the list; defaults are left out. */
export function writeRuleFilters(filters: RuleFilters, defaultSize: number): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null) => {
    if (value) params.set(name, value);
  };
  put('q', filters.search);
  put('metric', filters.metric);
  put('state', filters.state);
  put('on', filters.enabled === null ? null : filters.enabled ? 'yes' : 'no');
  put('page', filters.page > 1 ? String(filters.page) : null);
  put('size', filters.size === defaultSize ? null : String(filters.size));
  return params;
}

export function isRuleFiltered({ search, metric, state, enabled }: RuleFilters): boolean {
  return search.trim() !== '' || metric !== null || state !== null || enabled !== null;
}
