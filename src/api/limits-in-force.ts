import { LIMITS, type Limits, type Profile } from '@/domain/limits';

/**
 * The limits of the account behind the pages: the manual's, or today's once a real account is connected. One object whose
 * members are set before the first page is drawn and never after.
 */
export const LIMITS_IN_FORCE: Limits = { ...LIMITS.manual };

let inForce: Profile = 'manual';

/** Whose vocabulary may be written: the manual's, or today's with its `rate(…)`, `at(…)` and zones. */
export function profileInForce(): Profile {
  return inForce;
}

/** Called once, by whoever opens the back end. */
export function putLimitsInForce(profile: Profile): void {
  inForce = profile;
  Object.assign(LIMITS_IN_FORCE, LIMITS[profile]);
}
