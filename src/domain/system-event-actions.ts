import { reschedulableProblem, type ReschedulableEvent } from './system-event-reschedule';
import {
  categoryOf,
  isDrill,
  isFinalEventState,
  isPendingEventState,
  isPlannedRestart,
} from './system-events';

/** What a user can do about an event (manual 2.1 to 2.3, contract 7). */
export const EVENT_ACTIONS = [
  'restart',
  'reschedule',
  'snapshot',
  'release',
  'renew',
  'accept',
  'cancelDrill',
] as const;
export type EventAction = (typeof EVENT_ACTIONS)[number];

/** Why an action that belongs to the event cannot be done now. */
export type EventActionProblem =
  'started' | 'noTimeLeft' | 'noPlan' | 'autoRecovery' | 'busy' | 'stopped' | 'gone';

/** What the rules look at; times in epoch ms. */
export interface ActionableEvent extends ReschedulableEvent {
  reason: string;
}

export interface EventActionOffer {
  action: EventAction;
  /** Null: it can be done now. */
  problem: EventActionProblem | null;
}

/**
 * What can be done about an event, most useful first; nothing once it is final.
 * @param instanceStatus lifecycle state as DescribeInstances sends it; null: the instance is not there any more;
 *   undefined: not known yet, then it stands in the way of nothing
 */
export function eventActions(
  event: ActionableEvent,
  instanceStatus: string | null | undefined,
  now: number,
): EventActionOffer[] {
  if (isFinalEventState(event.state)) return [];
  const offers: EventActionOffer[] = [];
  const add = (action: EventAction, problem: EventActionProblem | null) => {
    offers.push({ action, problem });
  };
  const category = categoryOf(event.type);
  if (event.state === 'Inquiring') add('accept', null);
  if (isPlannedRestart(event.type)) {
    const begun = isPendingEventState(event.state) ? null : 'started';
    add('restart', begun ?? restartProblem(instanceStatus));
    if (event.state !== 'Inquiring') add('reschedule', movingProblem(event, now));
  }
  if (category === 'stop' || category === 'release') add('renew', null);
  if (category === 'creationFailure') add('release', instanceStatus === null ? 'gone' : null);
  else if (category !== 'performance') add('snapshot', snapshotProblem(event, instanceStatus));
  if (isDrill(event)) add('cancelDrill', null);
  return offers;
}

/**
 * Why an instance cannot be restarted from the console; null when it can. Only Running ones can (contract 6), and none while
 * the service recovers it (manual 2.2).
 * @param events the instance's events that are not final
 */
export function instanceRestartProblem(
  instanceStatus: string | null | undefined,
  events: readonly { type: string; state: string; reason: string }[],
): EventActionProblem | null {
  return inAutoRecovery(events) ? 'autoRecovery' : restartProblem(instanceStatus);
}

/** Whether the service is restarting the instance after a failure of its host (manual 2.2): nothing can be done meanwhile. */
export function inAutoRecovery(events: readonly { type: string; state: string; reason: string }[]): boolean {
  return events.some(
    (event) => event.type === 'SystemFailure.Reboot' && event.state === 'Executing' && !isDrill(event),
  );
}

function restartProblem(instanceStatus: string | null | undefined): EventActionProblem | null {
  if (instanceStatus === undefined || instanceStatus === 'Running') return null;
  if (instanceStatus === null) return 'gone';
  return instanceStatus === 'Stopped' ? 'stopped' : 'busy';
}

function movingProblem(event: ActionableEvent, now: number): EventActionProblem | null {
  const problem = reschedulableProblem(event, now);
  if (problem === 'started' || problem === 'noTimeLeft' || problem === 'noPlan') return problem;
  return problem === null ? null : 'started';
}

function snapshotProblem(
  event: ActionableEvent,
  instanceStatus: string | null | undefined,
): EventActionProblem | null {
  if (inAutoRecovery([event])) return 'autoRecovery';
  if (instanceStatus === null) return 'gone';
  return instanceStatus === undefined || instanceStatus === 'Running' || instanceStatus === 'Stopped'
    ? null
    : 'busy';
}
