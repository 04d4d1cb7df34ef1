import type { DrillType } from '@/domain/system-events';
import { DRILL_REASON } from '@/domain/system-events';
import type { EventAct, InstancesCreated, MaintenanceSet, SnapshotCreated } from './acts';
import { PENDING_MS, RELEASE_MS, type EventPlan } from './plan';

export interface Move {
  at: number;
  notBefore: number;
}

/** An instance made by RunInstances. */
export type CreatedInstance = InstancesCreated['instances'][number] &
  Omit<InstancesCreated, 'kind' | 'instances'>;

export type MaintenanceSettings = Pick<MaintenanceSet, 'action' | 'window' | 'notify'>;

/** What users did about events, instances' existence, snapshots and maintenance, arranged for reading. */
export interface EventLedger {
  /** Grows with every act that may change an instance. */
  readonly revision: number;
  /** Oldest first. */
  moves(eventId: string): readonly Move[];
  cancelledAt(eventId: string): number | null;
  acceptedAt(eventId: string): number | null;
  /** When DeleteInstance released it. */
  releasedAt(instanceId: string): number | null;
  /** All of those by instance. */
  readonly releases: ReadonlyMap<string, number>;
  /** Simulated events, and those of instances that could not be made. Oldest first. */
  plans(regionId: string): readonly EventPlan[];
  created(regionId: string): readonly CreatedInstance[];
  findCreated(instanceId: string): CreatedInstance | undefined;
  /** Oldest first. */
  snapshots(regionId: string): readonly SnapshotCreated[];
  maintenance(instanceId: string): MaintenanceSettings;
}

export interface WritableEventLedger extends EventLedger {
  reduce(act: EventAct): void;
  /** Something else changed instances. */
  touch(): void;
}

const NO_MOVES: readonly Move[] = [];

export function createEventLedger(): WritableEventLedger {
  let revision = 0;
  const moves = new Map<string, Move[]>();
  const cancelled = new Map<string, number>();
  const accepted = new Map<string, number>();
  const released = new Map<string, number>();
  const plans = new Map<string, EventPlan[]>();
  const created = new Map<string, CreatedInstance[]>();
  const createdById = new Map<string, CreatedInstance>();
  const snapshots = new Map<string, SnapshotCreated[]>();
  const maintenance = new Map<string, MaintenanceSettings>();

  function note(act: EventAct): void {
    switch (act.kind) {
      case 'EventMoved':
        return push(moves, act.eventId, { at: act.at, notBefore: act.notBefore });
      case 'EventsSimulated':
        for (const { eventId, instanceId } of act.events) {
          push(plans, act.regionId, drillPlan(act.type, act.regionId, eventId, instanceId, act));
        }
        return;
      case 'SimulatedEventsCancelled':
        for (const eventId of act.eventIds) setOnce(cancelled, eventId, act.at);
        return;
      case 'InquiryAccepted':
        return setOnce(accepted, act.eventId, act.at);
      case 'InstanceReleased':
        return setOnce(released, act.instanceId, act.at);
      case 'InstancesCreated': {
        const { kind: _kind, instances, ...rest } = act;
        for (const instance of instances) {
          const made = { ...rest, ...instance };
          push(created, act.regionId, made);
          createdById.set(instance.instanceId, made);
          if (instance.eventId !== null) push(plans, act.regionId, failurePlan(made, instance.eventId));
        }
        return;
      }
      case 'SnapshotCreated':
        return push(snapshots, act.regionId, act);
      case 'MaintenanceSet': {
        const { action, window, notify } = act;
        const set = {
          ...(action !== undefined && { action }),
          ...(window !== undefined && { window }),
          ...(notify !== undefined && { notify }),
        };
        for (const id of act.instanceIds) maintenance.set(id, { ...maintenance.get(id), ...set });
      }
    }
  }

  return {
    get revision() {
      return revision;
    },
    touch() {
      revision += 1;
    },
    reduce(act) {
      revision += 1;
      note(act);
    },
    moves: (eventId) => moves.get(eventId) ?? NO_MOVES,
    cancelledAt: (eventId) => cancelled.get(eventId) ?? null,
    acceptedAt: (eventId) => accepted.get(eventId) ?? null,
    releasedAt: (instanceId) => released.get(instanceId) ?? null,
    releases: released,
    plans: (regionId) => plans.get(regionId) ?? [],
    created: (regionId) => created.get(regionId) ?? [],
    findCreated: (instanceId) => createdById.get(instanceId),
    snapshots: (regionId) => snapshots.get(regionId) ?? [],
    maintenance: (instanceId) => maintenance.get(instanceId) ?? {},
  };
}

/** Maintenance drills wait and are executed at their time; failure drills execute until then (contract 7). */
function drillPlan(
  type: DrillType,
  regionId: string,
  eventId: string,
  instanceId: string,
  { at, notBefore }: { at: number; notBefore: number },
): EventPlan {
  return {
    eventId,
    regionId,
    instanceId,
    type,
    publishedAt: at,
    notBefore,
    first: type.startsWith('SystemMaintenance.') ? 'Scheduled' : 'Executing',
    executionMs: 0,
    outcome: 'Executed',
    closes: null,
    reason: DRILL_REASON,
    drill: true,
  };
}

function failurePlan({ at, regionId, instanceId }: CreatedInstance, eventId: string): EventPlan {
  return creationFailure(eventId, regionId, instanceId, at + PENDING_MS);
}

/** An instance that could not be made, known at `failedAt` (manual 2.3). */
export function creationFailure(
  eventId: string,
  regionId: string,
  instanceId: string,
  failedAt: number,
): EventPlan {
  return {
    eventId,
    regionId,
    instanceId,
    type: 'SystemFailure.Delete',
    publishedAt: failedAt,
    notBefore: failedAt,
    first: 'Executing',
    executionMs: RELEASE_MS,
    outcome: 'Executed',
    closes: null,
    reason: 'The requested resource is sold out in the zone.',
    drill: false,
  };
}

function push<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}

function setOnce(index: Map<string, number>, key: string, at: number): void {
  if (!index.has(key)) index.set(key, at);
}
