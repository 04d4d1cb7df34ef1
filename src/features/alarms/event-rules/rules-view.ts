import type { CmsEventCount } from '@/api/cms/system-events';
import type { EventRule } from '@/domain/event-rule';
import { ruleVerdict } from '@/domain/event-rule';
import { eventOfCount } from './queries';

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

/** Events that a rule is about, whether it is on or not. */
export interface Catch {
  count: number;
  /** Of them, those about which only the service can say. */
  maybe: number;
}

/** How many of the counted events a rule would have sent. */
export function catchOf(rule: Pick<EventRule, 'patterns'>, counts: readonly CmsEventCount[]): Catch {
  let count = 0;
  let maybe = 0;
  for (const row of counts) {
    const verdict = ruleVerdict({ ...rule, enabled: true }, eventOfCount(row));
    if (verdict === 'fires') count += row.Num;
    if (verdict === 'maybe') maybe += row.Num;
  }
  return { count: count + maybe, maybe };
}
