import { DRILL_TYPES, isDrill } from '@/domain/system-events';
import { type RescheduleProblem, rescheduleProblem } from '@/domain/system-event-reschedule';
import { findEvent, openEvents } from '../events/event-view';
import { Fault } from '../fault';
import type { Action } from './action';
import { invalid, mandatory, mandatoryList, mandatoryTime } from './event-filter';
import { refuseUnsupported } from './request-rules';

/** Open drills a region may have; the service's own number is not published (contract 7). */
const MOST_DRILLS = 1000;

const notFound = (eventId: string, status = 404) =>
  new Fault('InvalidEventId.NotFound', status, `The specified event ID does not exist. (${eventId})`);

const MOVE_FAULTS: Readonly<Record<RescheduleProblem, () => Fault>> = {
  notPlannedRestart: () => new Fault('InvalidParameter', 403, 'Only planned restarts can be rescheduled.'),
  notScheduled: () => new Fault('IncorrectEventStatus', 403, 'Only scheduled events can be rescheduled.'),
  started: () => new Fault('IncorrectEventStatus', 403, 'The event has already begun.'),
  noPlan: () => new Fault('IncorrectEventStatus', 403, 'The event has no planned time.'),
  noTimeLeft: () =>
    new Fault('InvalidParameter', 403, 'It is too late: less than 30 minutes are left before the event.'),
  noTime: () => invalid('NotBefore'),
  inPast: () => new Fault('InvalidNotBefore.Passed', 403, 'The specified NotBefore has passed.'),
  tooLate: () =>
    new Fault('InvalidParameter', 403, 'NotBefore must be at least 30 minutes before the planned time.'),
};

/** ModifySystemEventAttribute (contract 7) with the manual's rule of 30 minutes (2.1). */
export const modifySystemEventAttribute: Action = ({ params, world, ledger, regionId, now, act }) => {
  mandatory(params, 'RegionId');
  const eventId = mandatory(params, 'EventId');
  const instanceId = mandatory(params, 'InstanceId');
  const wanted = mandatoryTime(params, 'NotBefore');
  const event = findEvent(world, ledger, regionId, eventId, now);
  if (!event || event.plan.instanceId !== instanceId) throw notFound(eventId);
  const { type, notBefore: initialNotBefore } = event.plan;
  const { state, notBefore } = event;
  const problem = rescheduleProblem({ type, state, notBefore, initialNotBefore }, wanted, now);
  if (problem) throw MOVE_FAULTS[problem]();
  act({ kind: 'EventMoved', at: now, eventId, notBefore: wanted });
  return {};
};

/** CreateSimulatedSystemEvents (contract 7): all or nothing; several drills of one instance are allowed. */
export const createSimulatedSystemEvents: Action = ({ params, world, ledger, regionId, now, act, newId }) => {
  mandatory(params, 'RegionId');
  const tooMany = new Fault(
    'InstanceIdLimitExceeded',
    403,
    'The number of instance IDs exceeds the upper limit.',
  );
  const instanceIds = mandatoryList(params, 'InstanceId', tooMany);
  const asked = mandatory(params, 'EventType');
  const type = DRILL_TYPES.find((one) => one === asked);
  if (!type) throw invalid('EventType');
  const notBefore = mandatoryTime(params, 'NotBefore');
  if (params.boolean('TriggerRealOps')) refuseUnsupported(params, ['TriggerRealOps']);
  if (notBefore < now) {
    throw new Fault('InvalidNotBefore.Passed', 403, 'The specified NotBefore has passed.');
  }
  for (const instanceId of instanceIds) {
    if (!world.find(regionId, instanceId)) throw new Fault('InvalidInstanceId.NotFound', 404);
  }
  const open = openEvents(world, ledger, regionId, now).filter(({ plan }) => plan.drill);
  if (open.length + instanceIds.length > MOST_DRILLS) {
    throw new Fault(
      'SimulatedEventLimitExceeded',
      403,
      'The number of simulated events exceeds the upper limit.',
    );
  }
  const events = instanceIds.map((instanceId) => ({ eventId: newId('e'), instanceId }));
  act({ kind: 'EventsSimulated', at: now, regionId, type, notBefore, events });
  return { EventIdSet: { EventId: events.map(({ eventId }) => eventId) } };
};

/** CancelSimulatedSystemEvents (contract 7): all or nothing, open drills only. */
export const cancelSimulatedSystemEvents: Action = ({ params, world, ledger, regionId, now, act }) => {
  mandatory(params, 'RegionId');
  const tooMany = new Fault('EventIdLimitExceeded', 400, 'The number of event IDs exceeds the upper limit.');
  const eventIds = mandatoryList(params, 'EventId', tooMany);
  for (const eventId of eventIds) {
    const event = findEvent(world, ledger, regionId, eventId, now);
    if (!event) throw notFound(eventId, 403);
    if (!isDrill(event.plan)) {
      const why = `Only simulated events can be cancelled. (${eventId})`;
      throw new Fault('CannotCancelSystemEvent.NotSimulated', 403, why);
    }
    if (event.finishedAt !== null) {
      throw new Fault('InvalidParameter', 403, `The event has already ended. (${eventId})`);
    }
  }
  act({ kind: 'SimulatedEventsCancelled', at: now, eventIds });
  return {};
};

/** AcceptInquiredSystemEvent (contract 7): the event begins. */
export const acceptInquiredSystemEvent: Action = ({ params, world, ledger, regionId, now, act }) => {
  const asked = (name: string) => params.required(name, 'MissingParameter');
  asked('RegionId');
  const eventId = asked('EventId');
  const event = findEvent(world, ledger, regionId, eventId, now);
  if (event?.state !== 'Inquiring') {
    throw new Fault('InvalidEventId.NoInquiringEventFound', 404, 'No such event waits for an answer.');
  }
  if (world.find(regionId, event.plan.instanceId)?.state !== 'Running') {
    throw new Fault('IncorrectInstanceStatus', 400);
  }
  act({ kind: 'InquiryAccepted', at: now, eventId });
  return {};
};
