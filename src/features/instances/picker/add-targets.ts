import type { Instance } from '@/api/ecs/instances';
import type { Limits } from '@/domain/limits';
import type { PickerRow } from './use-picker-rows';
import type { FoundTargets } from './find-targets';
import { type Picked, type PickedInstance, toPicked } from './picked-instance';
import { canBePicked, type PickFor, verdictOf } from './verdict';

/** What became of a pasted list. Nothing of it is passed over silently. */
export interface Added {
  /** The selection with what was added. */
  picked: Picked;
  added: PickedInstance[];
  already: PickedInstance[];
  /** Cannot run the command. */
  cannot: PickerRow[];
  /** Could run it, but one run takes no more. */
  surplus: PickedInstance[];
}

/** Adds what was found and can run the command, in the list's order, as far as the maximum allows. */
export function addTargets(
  { instances, agents }: { instances: readonly Instance[] } & Pick<FoundTargets, 'agents'>,
  current: Picked,
  { type, limits, maximum, systemOf }: AddOptions,
): Added {
  const picked = new Map(current);
  const result: Added = { picked, added: [], already: [], cannot: [], surplus: [] };
  for (const instance of instances) {
    const row: PickerRow = {
      instance,
      picked: toPicked(instance, systemOf(instance)),
      verdict: verdictOf(instance, agents, type, limits),
      agent: agents.state === 'known' ? agents.agents.get(instance.InstanceId) : undefined,
    };
    if (current.has(instance.InstanceId)) result.already.push(row.picked);
    else if (!canBePicked(row.verdict)) result.cannot.push(row);
    else if (picked.size >= maximum) result.surplus.push(row.picked);
    else {
      picked.set(instance.InstanceId, row.picked);
      result.added.push(row.picked);
    }
  }
  return result;
}

export interface AddOptions {
  type: PickFor;
  limits: Limits;
  /** The most instances the selection may have. */
  maximum: number;
  /** An instance's system in few words. */
  systemOf(instance: PickerRow['instance']): string;
}
