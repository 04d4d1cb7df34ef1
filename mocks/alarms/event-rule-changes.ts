/** Event rules and their targets (contract 9.5). A put replaces what had the name. */
export type EventRuleChange = { what: 'EventRulesDeleted'; names: readonly string[] };
