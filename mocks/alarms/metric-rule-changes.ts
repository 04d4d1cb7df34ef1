/** Metric alarm rules (contract 9.2). A put replaces what had the ID. */
export type MetricRuleChange = { what: 'MetricRulesDeleted'; ids: readonly string[] };
