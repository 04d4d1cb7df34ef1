import { osTypeFor } from '@/domain/command-type';
import type { Ending } from './execution-ending';
import type { Execution } from './run-record';
import type { World } from './world/world';

/** An agent that does not answer gets this long before the record is given up (contract 4.1). World ms. */
export const DELIVERY_WINDOW_MS = 60_000;

export type Delivery =
  | { kind: 'deliver' }
  /** Not now; given up at `until`. */
  | { kind: 'wait'; until: number }
  | { kind: 'refuse'; end: Ending };

/** What happens to a record that has not started, at world time `now` (contract 4.5). */
export function deliveryOf(execution: Execution, world: Pick<World, 'find'>, now: number): Delivery {
  const { invocation, instanceId } = execution;
  const instance = world.find(invocation.regionId, instanceId);
  const refuse = (
    status: 'Aborted' | 'Invalid',
    errorCode: string,
    errorInfo: string,
    at = now,
  ): Delivery => ({ kind: 'refuse', end: { at, status, exitCode: null, errorCode, errorInfo } });
  if (!instance) return refuse('Invalid', 'InstanceNotExists', 'the specified instance does not exist');
  if (instance.state !== 'Running') {
    return refuse(
      'Aborted',
      'InstanceNotRunning',
      'the specified instance was not running when the task was created',
    );
  }
  if (instance.osType !== osTypeFor(invocation.commandType)) {
    return refuse(
      'Invalid',
      'CommandNotApplicable',
      'the specified command is not applicable to the instance',
    );
  }
  if (instance.agent.state === 'online') return { kind: 'deliver' };
  const until = execution.dueAt + DELIVERY_WINDOW_MS;
  if (now < until) return { kind: 'wait', until };
  return instance.agent.state === 'missing'
    ? refuse('Aborted', 'ClientNotRunning', 'the aliyun service is not running on the instance', until)
    : refuse('Aborted', 'ClientNotResponse', 'the aliyun service does not respond on the instance', until);
}
