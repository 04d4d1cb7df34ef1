import type { ContactChange } from './contact-changes';
import type { EventRuleChange } from './event-rule-changes';
import type { MetricRuleChange } from './metric-rule-changes';

/** Something of CloudMonitor's alarms was put or taken away. What it means is worked out by those who read it, when they do. */
export interface AlarmChanged {
  kind: 'AlarmChanged';
  at: number;
  change: ContactChange | EventRuleChange | MetricRuleChange;
}
