import type { AlarmTerms } from '@/domain/metric-alarm';

/** What a rule is, as it was put. */
export interface MetricRuleSettings {
  ruleId: string;
  ruleName: string;
  metricName: string;
  /** Dimensions of what it watches, `instanceId` among them; null: every instance. */
  resources: readonly Readonly<Record<string, string>>[] | null;
  terms: AlarmTerms;
  contactGroups: readonly string[];
  /** Empty: the service's own. */
  mailSubject: string;
  webhook: string;
  labels: readonly { Key: string; Value: string }[];
}

/** Metric alarm rules (contract 9.2). A put replaces what had the ID; it is in force at once. */
export type MetricRuleChange =
  | { what: 'MetricRulePut'; rule: MetricRuleSettings }
  | { what: 'MetricRulesEnabled'; ids: readonly string[] }
  | { what: 'MetricRulesDisabled'; ids: readonly string[] }
  | { what: 'MetricRulesDeleted'; ids: readonly string[] };
