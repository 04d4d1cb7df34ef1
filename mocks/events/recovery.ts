import { inAutoRecovery } from '@/domain/system-event-actions';
import type { Ledger } from '../ledger';
import { userActs } from '../lifecycle';
import type { World } from '../world/world';
import { lifeOf, stateAt } from './life';

const LONGEST_RECOVERY = 86_400_000;

/** Whether the service restarts the instance after a failure of its host: users cannot meanwhile (manual 2.2). */
export function isRecovering(
  world: Pick<World, 'events'>,
  ledger: Pick<Ledger, 'changedInstances' | 'events'>,
  instance: { regionId: string; instanceId: string },
  at: number,
): boolean {
  const plans = world.events.plansOn(instance.regionId, instance.instanceId, at - LONGEST_RECOVERY, at);
  const acts = userActs(ledger);
  const events = plans.flatMap((plan) => {
    const life = lifeOf(plan, acts);
    const state = life && stateAt(life, at);
    return state ? [{ type: plan.type, state, reason: plan.reason }] : [];
  });
  return inAutoRecovery(events);
}
