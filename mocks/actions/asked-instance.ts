import { Fault } from '../fault';
import type { WorldInstance } from '../world/instance';
import type { ActionContext } from './action';

/** The region that was sent, or all of them: an ID is enough to find what it names. */
export function regionsAsked({
  params,
  world,
  regionId,
}: Pick<ActionContext, 'params' | 'world' | 'regionId'>): readonly string[] {
  return params.has('RegionId') ? [regionId] : world.regions.map((region) => region.regionId);
}

/** The instance of a call about one; it is looked for in every region when none was sent. Throws what the API answers. */
export function instanceAsked(context: Pick<ActionContext, 'params' | 'world' | 'regionId'>): WorldInstance {
  const instanceId = context.params.required('InstanceId');
  for (const id of regionsAsked(context)) {
    const instance = context.world.find(id, instanceId);
    if (instance) return instance;
  }
  throw new Fault('InvalidInstanceId.NotFound', 404);
}
