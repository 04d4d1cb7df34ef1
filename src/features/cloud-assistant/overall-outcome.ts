import type { Invocation } from '@/api/ecs/invocations';
import { isFinal, type Outcome, outcomeOf } from '@/domain/invocation-status';

/** The outcome of a whole run, in whichever vocabulary the service speaks. */
export function overallOutcome(invocation: Pick<Invocation, 'InvocationStatus' | 'InvokeStatus'>): Outcome {
  return outcomeOf({
    invocationStatus: invocation.InvocationStatus || undefined,
    oldStatus: invocation.InvokeStatus || undefined,
  });
}

/** Whether the service may still change anything about the run. */
export function isUnderWay(invocation: Pick<Invocation, 'InvocationStatus' | 'InvokeStatus'>): boolean {
  return !isFinal(overallOutcome(invocation));
}
