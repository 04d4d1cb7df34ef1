/** A rule names at most so many event names, types, levels or statuses, each (contract 9.5). */
export const MOST_IN_LIST = 50;
/** Targets of each kind (contract 9.5). */
export const MOST_TARGETS = 5;
/** Characters of a rule's name; the service's own limit is not published. */
export const MOST_NAME_CHARACTERS = 100;
/** Stands for all in a list of types or levels (contract 9.5). */
export const ANY = '*';

/** Which events a rule is about. An empty list, or one with `*`, means all. */
export interface EventPattern {
  /** `ECS` or `ecs`: compared without case. */
  product: string;
  types: readonly string[];
  levels: readonly string[];
  names: readonly string[];
  /** Lists do not tell it (contract 9.5): empty in what was read. */
  statuses: readonly string[];
  /** A further condition of the service's own (`CustomFilters`, `SQLFilter`, `KeywordFilter`), as it came; `''`: none. */
  filter: string;
}

/** One event rule (contract 9.5). */
export interface EventRule {
  name: string;
  description: string;
  enabled: boolean;
  /** Seconds in which an event of the same kind is not told again; null: the service's own. */
  silenceSeconds: number | null;
  patterns: readonly EventPattern[];
}

/** What a pattern looks at. */
export interface MatchedEvent {
  product: string;
  name: string;
  /** Null: not known, because the name is newer than the catalogue. */
  type: string | null;
  level: string;
  status: string;
}

/** `maybe`: a condition that only the service can judge decides. */
export type PatternVerdict = 'yes' | 'maybe' | 'no';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Whether a list lets a value through; null: the value is not known. */
function lets(list: readonly string[], value: string | null): PatternVerdict {
  if (list.length === 0 || list.includes(ANY)) return 'yes';
  if (value === null) return 'maybe';
  return list.some((one) => same(one, value)) ? 'yes' : 'no';
}

/** Whether an event is one that the pattern is about: all its lists must let it through (contract 9.5). */
export function patternVerdict(pattern: EventPattern, event: MatchedEvent): PatternVerdict {
  if (!same(pattern.product, event.product)) return 'no';
  const verdicts = [
    lets(pattern.types, event.type),
    lets(pattern.levels, event.level),
    lets(pattern.names, event.name),
    lets(pattern.statuses, event.status),
  ];
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('maybe') || pattern.filter !== '' ? 'maybe' : 'yes';
}

/** What becomes of an event by a rule; `off`: the rule is about it, but it is disabled. */
export type RuleVerdict = 'fires' | 'maybe' | 'off' | 'no';

/** Whether the rule sends the event to its targets: one pattern is enough (contract 9.5). Silence is not considered. */
export function ruleVerdict(rule: Pick<EventRule, 'enabled' | 'patterns'>, event: MatchedEvent): RuleVerdict {
  const verdicts = rule.patterns.map((pattern) => patternVerdict(pattern, event));
  if (verdicts.every((verdict) => verdict === 'no')) return 'no';
  if (!rule.enabled) return 'off';
  return verdicts.includes('yes') ? 'fires' : 'maybe';
}
