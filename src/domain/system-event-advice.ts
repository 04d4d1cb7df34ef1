import type { EventAction } from './system-event-actions';
import { parseEventState, parseEventType, type SystemEventType } from './system-events';

/**
 * One measure of the manual's table of advice (2.1), of 2.2 (`keepServing` to `localDisk`), of 2.3 (`autoRelease`,
 * `checkStock`) and 2.4; from `underWay` on what follows from the states of 2.1 for an event that is not ahead any more.
 */
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
  'underWay',
  'renewAndStart',
  'topUpAndStart',
  'released',
  'answered',
  'calledOff',
  'failed',
] as const;
export type EventAdvice = (typeof EVENT_ADVICE)[number];

/** What is worth doing before an event, while it is carried out, and once it was. */
interface Phases {
  ahead: readonly EventAdvice[];
  underWay: readonly EventAdvice[];
  executed: readonly EventAdvice[];
}

/** Those that strike unannounced are never ahead (manual 2.2): what is said then is what is said while they run. */
const sudden = (underWay: readonly EventAdvice[], executed: readonly EventAdvice[]): Phases => ({
  ahead: underWay,
  underWay,
  executed,
});

const ADVICE: Readonly<Record<SystemEventType, Phases>> = {
  'SystemMaintenance.Reboot': {
    ahead: ['restartOrMove', 'notInside', 'shiftTraffic', 'snapshot'],
    underWay: ['underWay', 'shiftTraffic'],
    executed: ['verify'],
  },
  'SystemFailure.Reboot': sudden(
    ['noAction', 'verify', 'subscribe', 'keepServing', 'localDisk'],
    ['verify', 'subscribe', 'keepServing', 'localDisk'],
  ),
  'InstanceFailure.Reboot': sudden(['findCrash', 'verify'], ['findCrash', 'verify']),
  'InstanceExpiration.Stop': { ahead: ['renew'], underWay: ['renew'], executed: ['renewAndStart'] },
  'InstanceExpiration.Delete': {
    ahead: ['renew', 'snapshot'],
    underWay: ['underWay'],
    executed: ['released'],
  },
  'AccountUnbalanced.Stop': { ahead: ['topUp'], underWay: ['topUp'], executed: ['topUpAndStart'] },
  'AccountUnbalanced.Delete': {
    ahead: ['topUp', 'snapshot'],
    underWay: ['underWay'],
    executed: ['released'],
  },
  'SystemFailure.Delete': sudden(['autoRelease', 'checkStock'], ['checkStock']),
  'SystemMaintenance.PerformanceImpact': sudden(['liveMigration', 'subscribe'], ['verify', 'subscribe']),
};

/** The first action worth taking, where one of the console's does it. */
const FIRST_ACTION: Readonly<Partial<Record<EventAdvice, EventAction>>> = {
  restartOrMove: 'restart',
  snapshot: 'snapshot',
  renew: 'renew',
  topUp: 'renew',
  autoRelease: 'release',
};

/**
 * What the manual (2.1 to 2.4) advises about an event of this type as it stands, first things first; nothing for an unknown
 * type. An unknown state is taken for one that is ahead.
 */
export function eventAdvice(type: string, state: string): readonly EventAdvice[] {
  const known = parseEventType(type);
  if (!known) return [];
  const { ahead, underWay, executed } = ADVICE[known];
  switch (parseEventState(state)) {
    case 'Executing':
      return underWay;
    case 'Executed':
      return executed;
    case 'Avoided':
      // Whoever releases what could not be created tries again (manual 2.3); whoever restarted looks at it.
      if (known === 'SystemFailure.Delete') return executed;
      return isRestart(known) ? ['answered', 'verify'] : ['answered'];
    case 'Canceled':
      return ['calledOff'];
    case 'Failed':
      return ['failed', 'verify'];
    case 'Scheduled':
    case 'Inquiring':
    case null:
      return ahead;
  }
}

const isRestart = (type: SystemEventType) => type.endsWith('.Reboot');

/** The action of the console that follows an advice; null when it is for the user to do elsewhere. */
export function actionOf(advice: EventAdvice): EventAction | null {
  return FIRST_ACTION[advice] ?? null;
}
