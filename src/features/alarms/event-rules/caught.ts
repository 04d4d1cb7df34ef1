import type { CmsEventCount } from '@/api/cms/system-events';
import { findCmsEventName } from '@/domain/cms-event-names';
import { type EventRule, type MatchedEvent, ruleVerdict } from '@/domain/event-rule';

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

/** What a rule looks at, of a counted row. */
export function eventOfCount({ Name, Level, Status }: CmsEventCount): MatchedEvent {
  return {
    product: 'ECS',
    name: Name,
    type: findCmsEventName(Name)?.type ?? null,
    level: Level,
    status: Status,
  };
}
