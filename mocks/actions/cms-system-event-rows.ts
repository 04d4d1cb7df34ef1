import { ecsResourceId } from '@/domain/cms-event-content';
import { USER_ID } from '../metrics/metric-points';
import { hash32 } from '../world/random';
import type { World } from '../world/world';
import { type LogContext, type LoggedEvent, resourceOf } from './cms-system-event-log';
import { wireTime } from './wire-time';

const names = new WeakMap<World['events'], Map<string, string>>();

/** The name of the event's instance, also when that is gone; `''` when it is not known. */
function instanceNameOf(event: LoggedEvent, { world, worldAt, ledger }: LogContext): string {
  const known = names.get(world.events) ?? new Map<string, string>();
  names.set(world.events, known);
  const { regionId, instanceId, source } = event;
  const kept = known.get(instanceId);
  if (kept !== undefined) return kept;
  const at =
    source.of === 'life' ? source.life.plan.publishedAt : source.of === 'state' ? source.knownAt : event.at;
  const name =
    world.made(regionId, instanceId)?.instanceName ??
    ledger.events.findCreated(instanceId)?.name ??
    worldAt(at).find(regionId, instanceId)?.instanceName ??
    '';
  known.set(instanceId, name);
  return name;
}

/** `Content`: what the event is about, as JSON in a text; only what was known when it was told. */
function contentOf(event: LoggedEvent, instanceName: string): string {
  const { instanceId, source } = event;
  switch (source.of) {
    case 'test':
      return source.content;
    case 'state':
      return JSON.stringify({
        resourceId: instanceId,
        resourceType: 'ALIYUN::ECS::Instance',
        instanceName,
        state: source.state,
      });
    case 'snapshot': {
      const { snapshotId, name, diskId, diskType, at } = source.snapshot;
      return JSON.stringify({
        snapshotId,
        snapshotName: name,
        diskId,
        diskType,
        instanceId,
        result: 'accomplished',
        startTime: wireTime(at),
        endTime: wireTime(event.at),
      });
    }
    case 'life': {
      const { life, step } = source;
      const { plan, steps } = life;
      const begun = steps.find(({ state }) => state === 'Executing')?.at;
      const isOver = begun !== undefined && step.at > begun;
      return JSON.stringify({
        eventId: plan.eventId,
        eventType: plan.type,
        instanceId,
        instanceName,
        publishTime: wireTime(plan.publishedAt),
        notBefore: wireTime(step === steps[0] ? plan.notBefore : life.notBefore),
        ...(begun !== undefined && step.at >= begun ? { executeStartTime: wireTime(begun) } : {}),
        ...(isOver ? { executeFinishTime: wireTime(step.at) } : {}),
        reason: plan.reason,
      });
    }
  }
}

function resourceIdOf({ regionId, instanceId, source }: LoggedEvent): string {
  if (source.of === 'test') return resourceOf(source.content);
  if (source.of === 'snapshot')
    return `acs:ecs:${regionId}:${USER_ID}:snapshot/${source.snapshot.snapshotId}`;
  return ecsResourceId(regionId, instanceId, USER_ID);
}

/** Tells an event from all others, and stays. */
export function keyOf({ at, name, instanceId, source }: LoggedEvent): string {
  if (source.of === 'test') return source.id;
  return `${name.name}/${instanceId}/${at}/${source.of === 'life' ? source.life.plan.eventId : source.of}`;
}

/** A UUID that is always the same for a text. */
function uuidOf(text: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash32(`${part}/${text}`).toString(16).padStart(8, '0')).join('');
  return hex.toUpperCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A SystemEvent of DescribeSystemEventAttribute (contract 9.6). */
export function systemEventRow(event: LoggedEvent, context: LogContext) {
  const InstanceName = instanceNameOf(event, context);
  return {
    Id: uuidOf(keyOf(event)),
    Product: event.name.product,
    Name: event.name.name,
    Level: event.name.level,
    Status: event.name.status,
    Time: event.at,
    RegionId: event.regionId,
    ResourceId: resourceIdOf(event),
    InstanceName,
    GroupId: '',
    Content: contentOf(event, InstanceName),
  };
}
