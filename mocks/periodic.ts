import { rollUpNew, rollUpOld } from '@/domain/invocation-status';
import type { OldStatus, RecordStatus } from '@/domain/invocation-status';
import type { Profile } from '@/domain/limits';
import { DELIVERY_WINDOW_MS, deliveryOf } from './delivery';
import { oldStatusOf, overallOfOnce, statusOf, untouched } from './run-record';
import type { Ledger } from './ledger';
import type { Execution, Invocation, Overall, Periodic } from './run-record';
import { nextFire } from './schedule';
import type { World } from './world/world';

/** When one looks, and at what. */
export interface Scene {
  now: number;
  /** The world at another moment. */
  worldAt(at: number): Pick<World, 'find'>;
}

/** Numbers of the firings that one instance of a periodic run has had, i.e. of its records; the last is less than the first: none. */
export function firingsOn(
  periodic: Periodic,
  instanceId: string,
  now: number,
): { first: number; last: number } {
  return {
    first: (periodic.missed.get(instanceId) ?? 0) + 1,
    last: periodic.schedule.count(Math.min(now, periodic.stops.get(instanceId) ?? now)),
  };
}

/** How often a record's instance had been run on by then, the record included (`Repeats`, contract 5). */
export function repeatsOf({ invocation, instanceId, repeat }: Execution): number {
  return repeat - (invocation.periodic?.missed.get(instanceId) ?? 0);
}

/**
 * The record of firing `number`, which has been. What is known without running anything is said: a record whose instance
 * was not running or whose agent was away is Aborted. Otherwise a firing whose script has not been run, because nobody
 * looked at the time, is Pending: its script is run when the firing is the instance's latest or somebody looks at it.
 * `dueAt` is the firing's time, for callers that have it.
 */
export function recordOf(
  invocation: Invocation,
  periodic: Periodic,
  instanceId: string,
  number: number,
  { now, worldAt }: Scene,
  dueAt = periodic.schedule.fire(number) ?? now,
): Execution {
  const begun = periodic.begun.get(instanceId)?.get(number);
  if (begun) return begun;
  const record = untouched(invocation, instanceId, number, dueAt);
  const decidedAt = Math.min(now, dueAt + DELIVERY_WINDOW_MS);
  const delivery = deliveryOf(record, worldAt(dueAt), decidedAt);
  if (delivery.kind !== 'refuse') return record;
  const gaveUp = decidedAt - dueAt === DELIVERY_WINDOW_MS && delivery.end.errorCode.startsWith('Client');
  const at = gaveUp ? decidedAt : dueAt;
  const { invokeId } = invocation;
  return {
    ...record,
    finished: {
      kind: 'ExecutionFinished',
      ...{ invokeId, instanceId, repeat: number },
      dropped: 0,
      ...delivery.end,
      at,
    },
  };
}

/** Whether a record is a firing whose script waits to be run. */
export function isUnrun(record: Execution): boolean {
  return record.invocation.periodic !== null && record.startedAt === null && record.finished === null;
}

/** One instance of a periodic run as DescribeInvocations shows it. */
export interface InstanceView {
  instanceId: string;
  status: RecordStatus;
  old: OldStatus;
  /** Null before the first firing. */
  latest: Execution | null;
  repeats: number;
  stoppedAt: number | null;
}

/**
 * Manual tables 1-4 and 1-7, contract 4.2 and 4.4: in the manual's words an instance is Running until the user stops it.
 * In today's it is Scheduled between firings; after the last possible one it has the last record's status. Stopped while a
 * record runs: Stopping until that ends by itself, then Terminated; before any firing: Cancelled.
 */
export function viewOf(
  invocation: Invocation,
  periodic: Periodic,
  instanceId: string,
  profile: Profile,
  scene: Scene,
): InstanceView {
  const { first, last } = firingsOn(periodic, instanceId, scene.now);
  const repeats = Math.max(0, last - first + 1);
  const latest = repeats > 0 ? recordOf(invocation, periodic, instanceId, last, scene) : null;
  const stoppedAt = periodic.stops.get(instanceId) ?? null;
  const status = statusOn(latest, stoppedAt, hasEnded(periodic, scene.now));
  const stopped = status === 'Terminated' || status === 'Cancelled';
  const old = profile === 'today' ? oldStatusOf(status, profile) : stopped ? 'Stopped' : 'Running';
  return { instanceId, status, old, latest, repeats, stoppedAt };
}

function statusOn(latest: Execution | null, stoppedAt: number | null, ended: boolean): RecordStatus {
  if (latest === null) return stoppedAt === null ? 'Scheduled' : 'Cancelled';
  const status = statusOf(latest);
  if (stoppedAt !== null) return status === 'Running' ? 'Stopping' : 'Terminated';
  if (status === 'Pending' || status === 'Running' || ended) return status;
  return 'Scheduled';
}

function hasEnded({ schedule }: Periodic, now: number): boolean {
  return nextFire(schedule, now) === null;
}

/** Whether a run may fire again (`Timed` of DescribeInvocations, contract 5). */
export function mayFireAgain({ periodic, instanceIds }: Invocation, now: number): boolean {
  return periodic !== null && periodic.stops.size < instanceIds.length && !hasEnded(periodic, now);
}

/** Both overall statuses of any run (contract 4.2, 4.3). */
export function overallOf(invocation: Invocation, profile: Profile, scene: Scene): Overall {
  const { periodic } = invocation;
  if (!periodic) return overallOfOnce(invocation, profile);
  const views = invocation.instanceIds.map((id) => viewOf(invocation, periodic, id, profile, scene));
  return overallOfViews(views, profile, hasEnded(periodic, scene.now));
}

function overallOfViews(views: readonly InstanceView[], profile: Profile, ended: boolean): Overall {
  return {
    old: rollUpOld(
      views.map((view) => view.old),
      ended && profile === 'today' ? 'once' : 'periodic',
    ),
    today: rollUpNew(
      views.map((view) => view.status),
      ended ? 'once' : 'periodic',
    ),
  };
}

/** The firings that are waiting now: of every active schedule the latest of each instance, if its script was not run. */
export function* dueFirings(ledger: Ledger, scene: Scene): Generator<Execution> {
  for (const invocation of ledger.schedules) {
    const { periodic } = invocation;
    const number = periodic?.schedule.count(scene.now) ?? 0;
    if (!periodic || number === 0) continue;
    for (const instanceId of invocation.instanceIds) {
      if (periodic.stops.has(instanceId) || periodic.begun.get(instanceId)?.has(number)) continue;
      if (number < firingsOn(periodic, instanceId, scene.now).first) continue;
      const record = recordOf(invocation, periodic, instanceId, number, scene);
      if (isUnrun(record)) yield record;
    }
  }
}
