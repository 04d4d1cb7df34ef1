import type { EventRule } from '@/domain/event-rule';
import type { EventRuleTargets } from '@/domain/event-rule-targets';

/** Event rules, their targets and the events sent to try them (contract 9.5, 9.6). A put replaces what had the name. */
export type EventRuleChange =
  | { what: 'EventRulePut'; rule: EventRule }
  | { what: 'EventRulesSwitched'; names: readonly string[]; enabled: boolean }
  | { what: 'EventRulesDeleted'; names: readonly string[] }
  | { what: 'EventRuleTargetsPut'; ruleName: string; targets: EventRuleTargets }
  | { what: 'EventRuleTargetsDeleted'; ruleName: string; ids: readonly string[] }
  | { what: 'TestEventSent'; id: string; name: string; content: string };
