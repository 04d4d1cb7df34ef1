import { useTranslation } from '@/i18n/use-translation';
import { clockNow } from '../clock/ticker';
import { eventActions, type EventAction } from '@/domain/system-event-actions';
import { useRegionName } from '@/i18n/region-name';
import type { EventItem } from '../event-item';
import { type InstanceFacts, nameOf, actionStatusOf } from '../queries';
import type { ActTarget } from './TargetList';

export interface EventTarget extends ActTarget {
  region: string;
  event: EventItem;
}

/** The events an action was asked for, with the reason beside each that it cannot be done to. */
export function useEventTargets(): (
  action: EventAction,
  events: readonly EventItem[],
  facts: InstanceFacts,
) => EventTarget[] {
  const { t } = useTranslation('events');
  const regionName = useRegionName();
  return (action, events, facts) =>
    events.map((event) => {
      const offer = eventActions(event, actionStatusOf(facts, event), clockNow()).find(
        (one) => one.action === action,
      );
      const leftOut = !offer
        ? t('act.notOffered')
        : offer.problem
          ? t(`problem.${offer.problem}`)
          : undefined;
      return {
        key: event.key,
        region: event.region,
        event,
        label: nameOf(facts, event),
        detail: regionName(event.region),
        ...(leftOut === undefined ? {} : { leftOut }),
      };
    });
}

/** How many of them it will be done to, for the question: all of them where it can be done to none. */
export function countAsked(targets: readonly EventTarget[]): number {
  return targets.filter(({ leftOut }) => leftOut === undefined).length || targets.length;
}

/** One event per instance: a call on an instance is made once, however many events it has. */
export function oncePerInstance(targets: readonly EventTarget[]): EventTarget[] {
  const seen = new Map<string, EventTarget>();
  for (const target of targets) {
    const key = `${target.region} ${target.event.instanceId}`;
    const before = seen.get(key);
    if (!before || (before.leftOut !== undefined && target.leftOut === undefined)) seen.set(key, target);
  }
  return [...seen.values()];
}
