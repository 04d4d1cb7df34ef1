import { historyStart } from '@/domain/system-event-windows';
import { isFinalEventState } from '@/domain/system-events';
import { eventsSince, type EventView, isFolded } from '../events/event-view';
import { Fault } from '../fault';
import type { Action } from './action';
import { EVENT_PAGING, invalid, mandatory, readEventFilter } from './event-filter';
import { EVENT_STATES, historyRow } from './event-rows';
import { pageOf, readPaging } from './paging';
import type { ParamReader } from './params';

const DAY = 86_400_000;
/** Finished events are answered so far back when nothing else is said (contract 7). */
const USUAL_WINDOW = 30 * DAY;
/** No event is open longer. */
const LONGEST_LIFE = 16 * DAY;
const MAX_RESOURCES = 100;

/**
 * DescribeInstanceHistoryEvents (contract 7), newest first. Without a status filter final events only. The last 30 days of
 * finished ones; whoever names events or a time to begin with gets the two months of the manual (2.1) in its profile.
 */
export const describeInstanceHistoryEvents: Action = ({ params, world, ledger, regionId, now, profile }) => {
  mandatory(params, 'RegionId');
  const request = readPaging(params, EVENT_PAGING);
  const filter = readEventFilter(params);
  const states = wantedStates(params, profile === 'manual' ? 6 : 7);
  const instances = wantedInstances(params);
  const start = filter.reachesBack && profile === 'manual' ? historyStart(now) : now - USUAL_WINDOW;
  const wanted = (event: EventView) =>
    (event.finishedAt === null || event.finishedAt >= start) &&
    (states === null ? isFinalEventState(event.state) : states.has(event.state)) &&
    (instances === null || instances.has(event.plan.instanceId)) &&
    filter.matches(event) &&
    (filter.named || !isFolded(event, now));
  const events = eventsSince(world, ledger, regionId, start - LONGEST_LIFE, now).filter(wanted);
  const { items, fields } = pageOf(events, request, (event) => event.plan.eventId);
  return { ...fields, InstanceSystemEventSet: { InstanceSystemEventType: items.map(historyRow) } };
};

/** Null: final ones. */
function wantedStates(params: ParamReader, most: number): ReadonlySet<string> | null {
  const listed = params.list('InstanceEventCycleStatus');
  if (listed.length > most) throw invalid('InstanceEventCycleStatus');
  const single = params.text('EventCycleStatus');
  const named = listed.length > 0 ? listed : single === undefined ? [] : [single];
  for (const state of named) if (!EVENT_STATES.has(state)) throw invalid('InstanceEventCycleStatus');
  return named.length > 0 ? new Set(named) : null;
}

/** Null: all. `ResourceId` wins over `InstanceId`. */
function wantedInstances(params: ParamReader): ReadonlySet<string> | null {
  const resources = params.list('ResourceId');
  if (resources.length > MAX_RESOURCES) throw invalid('ResourceId');
  const type = params.text('ResourceType') ?? 'instance';
  if (!['instance', 'ddh', 'managedhost'].includes(type)) throw invalid('ResourceType');
  // Nobody in this account has a host of their own.
  if (type !== 'instance') return new Set();
  if (params.objects('Tag').length > 0) {
    throw new Fault('UnsupportedParameter', 400, 'The parameter Tag is not supported.');
  }
  const single = params.text('InstanceId');
  if (resources.length > 0) return new Set(resources);
  return single === undefined ? null : new Set([single]);
}
