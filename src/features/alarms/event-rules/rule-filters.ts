import type { EventRule } from '@/domain/event-rule';

/** What the list of rules shows. It lives in the URL. */
export interface RuleFilters {
  /** Part of a name. */
  search: string;
  state: 'on' | 'off' | null;
}

/** Anything malformed reads as absent. */
export function readRuleFilters(params: URLSearchParams): RuleFilters {
  const state = params.get('state');
  return { search: params.get('q') ?? '', state: state === 'on' || state === 'off' ? state : null };
}

/** Defaults are left out. */
export function writeRuleFilters({ search, state }: RuleFilters): URLSearchParams {
  return new URLSearchParams({ ...(search && { q: search }), ...(state && { state }) });
}

export function filterRules(rules: readonly EventRule[], { search, state }: RuleFilters): EventRule[] {
  const wanted = search.trim().toLowerCase();
  return rules.filter(
    (rule) =>
      `${rule.name}\n${rule.description}`.toLowerCase().includes(wanted) &&
      (state === null || rule.enabled === (state === 'on')),
  );
}
