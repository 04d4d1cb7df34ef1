import type { EventAction } from './system-event-actions';
import { parseEventType, type SystemEventType } from './system-events';

/** One measure of the manual's table of advice (2.1), of 2.2 (`keepServing` to `localDisk`) and of 2.3 (`autoRelease`, `checkStock`). */
export const EVENT_ADVICE = [
  'restartOrMove',
  'notInside',
  'shiftTraffic',
  'snapshot',
  'verify',
  'subscribe',
  'findCrash',
  'noAction',
  'keepServing',
  'localDisk',
  'renew',
  'topUp',
  'autoRelease',
  'checkStock',
  'liveMigration',
] as const;
export type EventAdvice = (typeof EVENT_ADVICE)[number];

const ADVICE: Readonly<Record<SystemEventType, readonly EventAdvice[]>> = {
  'SystemMaintenance.Reboot': ['restartOrMove', 'notInside', 'shiftTraffic', 'snapshot'],
  'SystemFailure.Reboot': ['noAction', 'verify', 'subscribe', 'keepServing', 'localDisk'],
  'InstanceFailure.Reboot': ['findCrash', 'verify'],
  'InstanceExpiration.Stop': ['renew'],
  'InstanceExpiration.Delete': ['renew', 'snapshot'],
  'AccountUnbalanced.Stop': ['topUp'],
  'AccountUnbalanced.Delete': ['topUp', 'snapshot'],
  'SystemFailure.Delete': ['autoRelease', 'checkStock'],
  'SystemMaintenance.PerformanceImpact': ['liveMigration', 'subscribe'],
};

/** The first action worth taking, where one of the console's does it. */
const FIRST_ACTION: Readonly<Partial<Record<EventAdvice, EventAction>>> = {
  restartOrMove: 'restart',
  snapshot: 'snapshot',
  renew: 'renew',
  topUp: 'renew',
  autoRelease: 'release',
};

/** What the manual advises about events of this type, first things first; nothing for an unknown type. */
export function eventAdvice(type: string): readonly EventAdvice[] {
  const known = parseEventType(type);
  return known ? ADVICE[known] : [];
}

/** The action of the console that follows an advice; null when it is for the user to do elsewhere. */
export function actionOf(advice: EventAdvice): EventAction | null {
  return FIRST_ACTION[advice] ?? null;
}
