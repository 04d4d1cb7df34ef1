import { useMemo, useState } from 'react';
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

/** What a dialog of an action is about. */
export interface AskedEvents {
  events: readonly EventItem[];
  facts: InstanceFacts;
}

/**
 * The events an action was asked for, with the reason beside each that it cannot be done to. As they were when they were asked
 * for: a list that changes under the question would be a trap, and the server has the last word.
 */
export function useAskedTargets(action: EventAction, { events, facts }: AskedEvents): EventTarget[] {
  const { t } = useTranslation('events');
  const regionName = useRegionName();
  const [targets] = useState(() =>
    events.map((event): EventTarget => {
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
    }),
  );
  return targets;
}

/** The same for calls on instances: each is made once, however many events the instance has. */
export function useAskedInstances(action: EventAction, asked: AskedEvents): EventTarget[] {
  const targets = useAskedTargets(action, asked);
  return useMemo(() => oncePerInstance(targets), [targets]);
}

/** How many of them it will be done to, for the question: all of them where it can be done to none. */
export function countAsked(targets: readonly EventTarget[]): number {
  return targets.filter(({ leftOut }) => leftOut === undefined).length || targets.length;
}

function oncePerInstance(targets: readonly EventTarget[]): EventTarget[] {
  const seen = new Map<string, EventTarget>();
  for (const target of targets) {
    const key = `${target.region} ${target.event.instanceId}`;
    const before = seen.get(key);
    if (!before || (before.leftOut !== undefined && target.leftOut === undefined)) seen.set(key, target);
  }
  return [...seen.values()];
}
