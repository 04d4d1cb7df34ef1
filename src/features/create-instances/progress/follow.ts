import type { Instance } from '@/api/ecs/instances';
import type { SystemEvent } from '@/api/ecs/system-events';
import { parseWireTime } from '@/api/wire-times';
import { type EventItem, eventItem } from '@/features/events';

/**
 * How far an instance that was asked for has come (manual 2.3, the table of states): `failed` waits for its release, by the
 * service or by the user. `gone` is not there, and no event tells why.
 */
export type Phase =
  'pending' | 'starting' | 'running' | 'stopped' | 'failed' | 'releasedByService' | 'releasedByUser' | 'gone';

export interface FollowedRow {
  instanceId: string;
  /** Empty while not known. */
  name: string;
  instanceType: string;
  zoneId: string;
  phase: Phase;
  /** Its lifecycle state as it came; null: it is not listed. */
  status: string | null;
  /** Epoch ms. */
  createdAt: number | null;
  startedAt: number | null;
  /** The failure to make it. */
  event: EventItem | null;
}

/** A new instance may not be listed at once. Ms. */
const LISTED_WITHIN_MS = 60_000;

const BY_STATUS: Readonly<Record<string, Phase>> = {
  Pending: 'pending',
  Starting: 'starting',
  Running: 'running',
};

function phaseOf(instance: Instance | undefined, event: EventItem | null, age: number): Phase {
  if (event?.state === 'Executed') return 'releasedByService';
  if (event?.state === 'Avoided') return 'releasedByUser';
  if (event) return 'failed';
  if (instance) return BY_STATUS[instance.Status] ?? 'stopped';
  return age < LISTED_WITHIN_MS ? 'pending' : 'gone';
}

/**
 * The instances asked for as they stand, in the order asked.
 * @param since when they were asked for; both times in epoch ms
 */
export function followedRows(
  region: string,
  ids: readonly string[],
  instances: readonly Instance[],
  failures: readonly SystemEvent[],
  since: number,
  now: number,
): FollowedRow[] {
  return ids.map((instanceId) => {
    const instance = instances.find(({ InstanceId }) => InstanceId === instanceId);
    const failure = failures.find(({ InstanceId }) => InstanceId === instanceId);
    const event = failure ? eventItem(region, failure) : null;
    return {
      instanceId,
      name: instance?.InstanceName ?? '',
      instanceType: instance?.InstanceType ?? '',
      zoneId: instance?.ZoneId ?? '',
      phase: phaseOf(instance, event, now - since),
      status: instance?.Status ?? null,
      createdAt: parseWireTime(instance?.CreationTime),
      startedAt: parseWireTime(instance?.StartTime),
      event,
    };
  });
}

/** Whether nothing more will become of it by itself. */
export function isSettled(phase: Phase): boolean {
  return !['pending', 'starting', 'failed'].includes(phase);
}

/** Whether it was not made. */
export function isLost(phase: Phase): boolean {
  return ['failed', 'releasedByService', 'releasedByUser'].includes(phase);
}
