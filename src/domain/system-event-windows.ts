import type { SystemEventType } from './system-events';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Instances that failed to be made are released by the service about this long after the failure (manual 2.3). Ms. */
export const AUTO_RELEASE_MS = 5 * MINUTE;
/** Instances stopped for lack of payment are released this long after (manual 2.1). Ms. */
export const RELEASE_AFTER_MS = 15 * DAY;
/** Execution usually ends within this time (manual 2.1). Ms. */
export const EXECUTION_MS = 6 * HOUR;
/** How many months of past events the manual promises (2.1). */
export const HISTORY_MONTHS = 2;

/** Shortest and longest time between announcement and plan, ms: the user's window. */
export interface UserWindow {
  min: number;
  max: number;
}

/**
 * The user's windows of the planned types (manual 2.1): a day or two before maintenance, three days before the end of a
 * subscription, usually less than an hour when in arrears, fifteen days before the release of what was stopped. Null: there
 * is none, the event has begun when it is announced.
 */
export const USER_WINDOWS: Readonly<Record<SystemEventType, UserWindow | null>> = {
  'SystemMaintenance.Reboot': { min: 24 * HOUR, max: 48 * HOUR },
  'SystemFailure.Reboot': null,
  'InstanceFailure.Reboot': null,
  'InstanceExpiration.Stop': { min: 3 * DAY, max: 3 * DAY },
  'InstanceExpiration.Delete': { min: RELEASE_AFTER_MS, max: RELEASE_AFTER_MS },
  'AccountUnbalanced.Stop': { min: 0, max: HOUR },
  'AccountUnbalanced.Delete': { min: RELEASE_AFTER_MS, max: RELEASE_AFTER_MS },
  'SystemFailure.Delete': null,
  'SystemMaintenance.PerformanceImpact': null,
};

/** From one time to a later one, epoch ms. */
export interface Span {
  from: number;
  to: number;
}

/** When the user can still act on an event: from its announcement to its plan. Null without both, or without a window. */
export function userWindowOf(event: { publishedAt: number | null; notBefore: number | null }): Span | null {
  const { publishedAt, notBefore } = event;
  return publishedAt !== null && notBefore !== null && notBefore > publishedAt
    ? { from: publishedAt, to: notBefore }
    : null;
}

/**
 * When an event is expected to be carried out: from its plan to six hours after at most (manual 2.1), five minutes for the
 * release after a failed creation (2.3). Null without a plan.
 */
export function executionWindowOf(event: { type: string; notBefore: number | null }): Span | null {
  if (event.notBefore === null) return null;
  const length = event.type === 'SystemFailure.Delete' ? AUTO_RELEASE_MS : EXECUTION_MS;
  return { from: event.notBefore, to: event.notBefore + length };
}

/** The beginning of the past two months, epoch ms: the same UTC time of day, the day cut to the shorter month. */
export function historyStart(now: number): number {
  const start = new Date(now);
  const day = start.getUTCDate();
  start.setUTCDate(1);
  start.setUTCMonth(start.getUTCMonth() - HISTORY_MONTHS);
  const days = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  start.setUTCDate(Math.min(day, days));
  return start.getTime();
}
