import type { CmsEvent } from '@/api/cms/system-events';
import { parseWireTime } from '@/api/wire-times';
import { instanceOfResource, readCmsContent } from '@/domain/cms-event-content';
import type { MatchedEvent } from '@/domain/event-rule';
import { findCmsEventName } from '@/domain/cms-event-names';
import type { NotifiedEvent } from '@/domain/notification-text';
import { isPendingEventState } from '@/domain/system-events';

/** What a notification tells of an event. */
export function notifiedEvent(event: CmsEvent): NotifiedEvent {
  const content = readCmsContent(event.Content);
  return {
    name: event.Name,
    level: event.Level,
    status: event.Status,
    at: event.Time ?? 0,
    regionId: event.RegionId,
    instanceId: content.instanceId || instanceOfResource(event.ResourceId),
    instanceName: event.InstanceName || content.instanceName,
    notBefore: isPendingEventState(event.Status) ? parseWireTime(content.notBefore) : null,
    isTest: content.isTest,
  };
}

/** The same for an event that never was, of an instance that does not exist. */
export function inventedEvent(
  { name, level, status }: MatchedEvent,
  regionId: string,
  at: number,
): NotifiedEvent {
  return { name, level, status, at, regionId, instanceId: 'i-bp1example', instanceName: 'web-01' };
}

/** What rules look at. */
export function matchedEvent(event: Pick<CmsEvent, 'Product' | 'Name' | 'Level' | 'Status'>): MatchedEvent {
  return {
    product: event.Product || 'ECS',
    name: event.Name,
    type: findCmsEventName(event.Name)?.type ?? null,
    level: event.Level,
    status: event.Status,
  };
}
