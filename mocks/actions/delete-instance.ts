import { openEvents } from '../events/event-view';
import { Fault } from '../fault';
import type { WorldInstance } from '../world/instance';
import type { Action, ActionContext } from './action';
import { instanceAsked } from './asked-instance';
import { isProtected } from './instance-row';

/**
 * DeleteInstance (contract 6): Stopped ones, with `Force` Running ones too; the region is looked for when none is sent. An
 * instance that could not be made is released this way, and its event is avoided (manual 2.3).
 */
export const deleteInstance: Action = (context) => {
  const { params, now, act } = context;
  const instance = instanceAsked(context);
  const force = params.boolean('Force') ?? false;
  const terminate = params.boolean('TerminateSubscription') ?? false;
  if (isProtected(instance)) {
    const why = 'The instance is protected against release.';
    throw new Fault('InvalidOperation.DeletionProtection', 403, why);
  }
  if (instance.state === 'Pending') {
    const why = 'The instance is still being made.';
    throw new Fault('IncorrectInstanceStatus.Initializing', 403, why);
  }
  if (instance.state !== 'Stopped' && !(force && instance.state === 'Running')) {
    throw new Fault('IncorrectInstanceStatus', 403);
  }
  const expired = instance.expiresAt !== null && instance.expiresAt <= now;
  if (instance.chargeType === 'PrePaid' && !(expired && terminate)) {
    const why = 'A subscription can be released only when it has ended, with TerminateSubscription.';
    throw new Fault('ChargeTypeViolation', 403, why);
  }
  if (isBeingReleased(context, instance)) throw new Fault('IncorrectInstanceStatus', 403);
  if (params.boolean('DryRun')) {
    throw new Fault('DryRunOperation', 400, 'Request validation has been passed with DryRun flag set.');
  }
  act({ kind: 'InstanceReleased', at: now, instanceId: instance.instanceId });
  return {};
};

/** Its release for lack of payment has begun. */
function isBeingReleased({ world, ledger, now }: ActionContext, instance: WorldInstance): boolean {
  return openEvents(world, ledger, instance.regionId, now).some(
    ({ plan, state }) =>
      plan.instanceId === instance.instanceId &&
      state === 'Executing' &&
      plan.type.endsWith('.Delete') &&
      plan.type !== 'SystemFailure.Delete',
  );
}
