import type { Instance } from '@/api/ecs/instances';
import { parseWireTime } from '@/api/wire-times';

const MINUTE = 60_000;
/** RebootInstance answers at once; this long it may take until the instance shows it. */
const UNSEEN_MS = 1.5 * MINUTE;

/** Whether the instance is between two states it can stay in. */
export function isBetweenStates(state: string): boolean {
  return state === 'Pending' || state === 'Starting' || state === 'Stopping';
}

/**
 * Whether the instance is about to show another state: it is between two, or was asked to restart and has not done so yet.
 * @param restartAskedAt epoch ms; null: not from here
 * @param now epoch ms
 */
export function isChanging(
  { Status, StartTime }: Pick<Instance, 'Status' | 'StartTime'>,
  restartAskedAt: number | null,
  now: number,
): boolean {
  if (isBetweenStates(Status)) return true;
  if (restartAskedAt === null || now - restartAskedAt >= UNSEEN_MS) return false;
  // The API tells the start to the minute.
  return (parseWireTime(StartTime) ?? 0) + MINUTE <= restartAskedAt;
}
