import { isPlannedRestart, type SystemEventState } from '@/domain/system-events';
import type { EventLedger } from './event-ledger';
import type { EventPlan } from './plan';

export interface LifeStep {
  at: number;
  state: SystemEventState;
}

/** What comes of a plan, with what users did: its states in the order of time, the last one final. World epoch ms. */
export interface EventLife {
  plan: EventPlan;
  steps: readonly LifeStep[];
  /** The plan in force in the end. */
  notBefore: number;
}

/** What users did that bears on events. */
export interface UserActs {
  events: Pick<EventLedger, 'revision' | 'moves' | 'cancelledAt' | 'acceptedAt' | 'releasedAt'>;
  /** When the instance was restarted by RebootInstance, oldest first. */
  rebootsOf(instanceId: string): readonly number[];
}

/** Null for an event that never came: its instance had been released. */
export function lifeOf(plan: EventPlan, acts: UserActs): EventLife | null {
  const { publishedAt, drill } = plan;
  const releasedAt = acts.events.releasedAt(plan.instanceId) ?? Infinity;
  if (releasedAt < publishedAt) return null;
  const moves = acts.events.moves(plan.eventId);
  const planAt = (at: number) => moves.findLast((move) => move.at <= at)?.notBefore ?? plan.notBefore;
  const notBefore = planAt(Infinity);
  let steps = unhindered(plan, notBefore, acts.events.acceptedAt(plan.eventId));

  if (plan.first === 'Scheduled' && isPlannedRestart(plan.type)) {
    const restartedAt = acts
      .rebootsOf(plan.instanceId)
      .find((at) => at >= publishedAt && at < planAt(at) && !endedBy(steps, at));
    if (restartedAt !== undefined) steps = cut(steps, restartedAt, 'Avoided');
  }
  const cancelledAt = acts.events.cancelledAt(plan.eventId);
  if (cancelledAt !== null) steps = cut(steps, cancelledAt, 'Canceled');
  if (!endedBy(steps, releasedAt)) {
    const waiting = stateIn(steps, releasedAt) !== 'Executing' || plan.type === 'SystemFailure.Delete';
    steps = cut(steps, releasedAt, waiting && !drill ? 'Avoided' : 'Canceled');
  }
  return { plan, steps, notBefore };
}

function unhindered(plan: EventPlan, notBefore: number, acceptedAt: number | null): LifeStep[] {
  const { publishedAt, executionMs, outcome, closes } = plan;
  if (plan.first === 'Executing') {
    return [
      { at: publishedAt, state: 'Executing' },
      { at: notBefore + executionMs, state: outcome },
    ];
  }
  const waiting: LifeStep = { at: publishedAt, state: plan.first };
  const begins = plan.first === 'Inquiring' ? (acceptedAt ?? Infinity) : notBefore;
  if (closes && closes.at < begins) return [waiting, closes];
  if (executionMs === 0) return [waiting, { at: begins, state: outcome }];
  return [waiting, { at: begins, state: 'Executing' }, { at: begins + executionMs, state: outcome }];
}

const endOf = (steps: readonly LifeStep[]) => steps.at(-1)?.at ?? Infinity;
const endedBy = (steps: readonly LifeStep[], at: number) => endOf(steps) <= at;

function stateIn(steps: readonly LifeStep[], at: number): SystemEventState | null {
  return steps.findLast((step) => step.at <= at)?.state ?? null;
}

/** The same life, ended at a moment if it had not ended by then. */
function cut(steps: LifeStep[], at: number, state: SystemEventState): LifeStep[] {
  return endedBy(steps, at) ? steps : [...steps.filter((step) => step.at <= at), { at, state }];
}

/** The state at a moment; null before it was published. */
export function stateAt(life: EventLife, at: number): SystemEventState | null {
  return stateIn(life.steps, at);
}

/** When it came to its final state, also when that is still to come. */
export function finishedAt(life: EventLife): number {
  return endOf(life.steps);
}

/** When it began, or will begin, to be carried out; null when it does not come to that. */
export function executedFrom(life: EventLife): number | null {
  return life.steps.find((step) => step.state === 'Executing')?.at ?? null;
}
