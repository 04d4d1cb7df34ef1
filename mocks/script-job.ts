import { substitute } from '@/domain/parameters';
import type { FileChange, ScriptJob } from './agent/runner';
import { deadlineOf, scriptOf } from './run-record';
import type { Execution } from './run-record';
import type { WorldInstance } from './world/instance';

/** Account number of the demo, for `{{ACS::AccountId}}`. */
const ACCOUNT_ID = '100000000000';

/** What the agent is handed for a started record, at world time `now`. */
export function jobOf(
  execution: Execution,
  instance: WorldInstance,
  files: readonly FileChange[],
  now: number,
): ScriptJob {
  const { invocation } = execution;
  return {
    id: `${execution.invokeId}/${execution.instanceId}/${execution.repeat}`,
    type: invocation.commandType,
    script: scriptFor(execution, instance.instanceName),
    workingDir: invocation.workingDir,
    timeoutSeconds: Math.max(1, Math.ceil((deadlineOf(execution) - now) / 1000)),
    username: invocation.username,
    instance,
    files,
    // A firing run late sees the clock of its own time.
    now: now - execution.lateBy,
  };
}

/** The script with its parameters and the service's own values put in if it has any (contract 4.7). */
function scriptFor(execution: Execution, instanceName: string): string {
  const { invocation, instanceId } = execution;
  const { content, enableParameter, parameters, commandId } = scriptOf(execution);
  if (!enableParameter) return content;
  return substitute(content, parameters, {
    'ACS::RegionId': invocation.regionId,
    'ACS::AccountId': ACCOUNT_ID,
    'ACS::InstanceId': instanceId,
    'ACS::InstanceName': instanceName,
    'ACS::InvokeId': invocation.invokeId,
    'ACS::CommandId': commandId,
  }).text;
}
