import { OUTCOMES } from '@/domain/invocation-status';
import type { InstanceRun } from '../run-progress';

/** What needs a person first: by outcome in the order of OUTCOMES, then by name as people count. */
export function byUrgency(nameOf: (instanceId: string) => string, locale: string) {
  const collator = new Intl.Collator(locale, { numeric: true });
  return (a: InstanceRun, b: InstanceRun): number =>
    OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
    collator.compare(nameOf(a.instanceId), nameOf(b.instanceId));
}
