/**
 * One system event as it goes if no user acts: a pure function of the account's seed and a slot of time, or a drill. Times
 * are world epoch ms.
 */
export interface EventPlan {
  eventId: string;
  regionId: string;
  instanceId: string;
  /** Name as on the wire. */
  type: string;
  publishedAt: number;
  /** `NotBefore`: the planned time; of unplanned events when they began, of drills of them when they end. */
  notBefore: number;
  first: 'Scheduled' | 'Executing' | 'Inquiring';
  /** How long it executes from `notBefore` (Inquiring: from the user's consent). */
  executionMs: number;
  outcome: 'Executed' | 'Failed';
  /** The service takes it back, or a colleague deals with it, before it begins. */
  closes: { at: number; state: 'Canceled' | 'Avoided' } | null;
  reason: string;
  /** Made by CreateSimulatedSystemEvents: does nothing to its instance. */
  drill: boolean;
  /** One of very many alike that leave nothing behind: see `isFolded`. */
  passing?: boolean;
}

const MINUTE = 60_000;

/** How long an instance is down when an event of the type restarts it. */
const DOWN_MS: Readonly<Record<string, number>> = {
  'SystemMaintenance.Reboot': 2 * MINUTE,
  'SystemMaintenance.Redeploy': 8 * MINUTE,
  'SystemFailure.Reboot': 8 * MINUTE,
  'InstanceFailure.Reboot': 3 * MINUTE,
};

/** How long the event keeps its instance down, in ms; 0 when it does not restart it. */
export function downMsOf(plan: EventPlan): number {
  return plan.drill || plan.outcome === 'Failed' ? 0 : (DOWN_MS[plan.type] ?? 0);
}

/** A creation failure: the instance is Pending this long before it is known to fail (manual 2.3). */
export const PENDING_MS = 70_000;
/** `about five minutes` after which the service releases it (manual 2.3). */
export const RELEASE_MS = 5 * MINUTE + 4_000;
