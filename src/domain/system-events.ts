/** The nine types the manual names (2.1, 2.3, 2.4). */
export const SYSTEM_EVENT_TYPES = [
  'SystemMaintenance.Reboot',
  'SystemFailure.Reboot',
  'InstanceFailure.Reboot',
  'InstanceExpiration.Stop',
  'InstanceExpiration.Delete',
  'AccountUnbalanced.Stop',
  'AccountUnbalanced.Delete',
  'SystemFailure.Delete',
  'SystemMaintenance.PerformanceImpact',
] as const;
export type SystemEventType = (typeof SYSTEM_EVENT_TYPES)[number];

/** What kind of thing happens to the instance: the manual's table of types (2.1), with 2.3 and 2.4. */
export type SystemEventCategory =
  'plannedRestart' | 'unplannedRestart' | 'stop' | 'release' | 'creationFailure' | 'performance';

const CATEGORIES: Readonly<Record<SystemEventType, SystemEventCategory>> = {
  'SystemMaintenance.Reboot': 'plannedRestart',
  'SystemFailure.Reboot': 'unplannedRestart',
  'InstanceFailure.Reboot': 'unplannedRestart',
  'InstanceExpiration.Stop': 'stop',
  'InstanceExpiration.Delete': 'release',
  'AccountUnbalanced.Stop': 'stop',
  'AccountUnbalanced.Delete': 'release',
  'SystemFailure.Delete': 'creationFailure',
  'SystemMaintenance.PerformanceImpact': 'performance',
};

/** The six states of the manual (2.1), in the order of an event's life. */
export const MANUAL_EVENT_STATES = [
  'Scheduled',
  'Avoided',
  'Executing',
  'Executed',
  'Canceled',
  'Failed',
] as const;

/** With today's seventh: `Inquiring` waits for the user's consent (contract 7.3). */
export const SYSTEM_EVENT_STATES = [...MANUAL_EVENT_STATES, 'Inquiring'] as const;
export type SystemEventState = (typeof SYSTEM_EVENT_STATES)[number];

const FOLLOWERS: Readonly<Record<SystemEventState, readonly SystemEventState[]>> = {
  Inquiring: ['Scheduled', 'Executing', 'Avoided', 'Canceled'],
  Scheduled: ['Executing', 'Avoided', 'Canceled'],
  // A creation failure is avoided by releasing the instance (manual 2.3); a drill may be cancelled (contract 7).
  Executing: ['Executed', 'Failed', 'Avoided', 'Canceled'],
  Executed: [],
  Avoided: [],
  Canceled: [],
  Failed: [],
};

/** Null for a type this console does not know, which is then shown as it came. */
export function parseEventType(wire: string): SystemEventType | null {
  return SYSTEM_EVENT_TYPES.find((type) => type === wire) ?? null;
}

/** Null for a state this console does not know. */
export function parseEventState(wire: string): SystemEventState | null {
  return SYSTEM_EVENT_STATES.find((state) => state === wire) ?? null;
}

/** Null for an unknown type. */
export function categoryOf(type: string): SystemEventCategory | null {
  const known = parseEventType(type);
  return known && CATEGORIES[known];
}

/** Whether the state is one of the manual's stable points; an unknown state is not, so it goes on being watched. */
export function isFinalEventState(state: string): boolean {
  const known = parseEventState(state);
  return known !== null && FOLLOWERS[known].length === 0;
}

/** Whether the event waits: for its time, or for the user. */
export function isPendingEventState(state: string): boolean {
  return state === 'Scheduled' || state === 'Inquiring';
}

/** The states that may follow a state at once (manual 2.1 to 2.3, contract 7.3). */
export function nextEventStates(state: SystemEventState): readonly SystemEventState[] {
  return FOLLOWERS[state];
}

/**
 * Whether events of this type are announced with a time. The others begin as they are published, and nothing can be
 * done before (manual 2.2). Null for an unknown type.
 */
export function isPlannedEvent(type: string): boolean | null {
  const category = categoryOf(type);
  if (category === null) return null;
  return category === 'plannedRestart' || category === 'stop' || category === 'release';
}

/** Types of today's service whose event restarts the instance at a planned time too (contract 7.1). */
const LATER_PLANNED_RESTARTS: ReadonlySet<string> = new Set([
  'SystemMaintenance.RebootAndIsolateErrorDisk',
  'SystemMaintenance.RebootAndReInitErrorDisk',
]);

/** Whether the event is a planned restart: the only kind that can be moved or done early (manual 2.1). */
export function isPlannedRestart(type: string): boolean {
  return categoryOf(type) === 'plannedRestart' || LATER_PLANNED_RESTARTS.has(type);
}

/** The types CreateSimulatedSystemEvents takes (contract 7), the manual's first. */
export const DRILL_TYPES = [
  'SystemMaintenance.Reboot',
  'SystemFailure.Reboot',
  'InstanceFailure.Reboot',
  'SystemMaintenance.Stop',
  'SystemMaintenance.Redeploy',
  'SystemFailure.Stop',
  'SystemFailure.Redeploy',
] as const;
export type DrillType = (typeof DRILL_TYPES)[number];

/** `Reason` of events made by CreateSimulatedSystemEvents: the only mark the answers bear (contract 7). */
export const DRILL_REASON = 'A simulated event.';

/** Whether an event is a drill: nothing happens to its instance. */
export function isDrill(event: { reason: string }): boolean {
  return event.reason.trim() === DRILL_REASON;
}
