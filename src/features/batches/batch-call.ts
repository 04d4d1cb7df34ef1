import type { Api } from '@/api/api';
import { toCli } from '@/api/cli';
import {
  type InvokeCommandRequest,
  invokeCommandParams,
  type RunCommandRequest,
  runCommandParams,
  type StartedInvocation,
} from '@/api/ecs/invocations';
import type { RunTemplate, SecretPart } from './plan';

/** One call of a batched run; `first`: of its first batch. */
export interface BatchCall {
  instanceIds: readonly string[];
  isFirst: boolean;
}

type Call =
  | { action: 'InvokeCommand'; request: InvokeCommandRequest }
  | { action: 'RunCommand'; request: RunCommandRequest };

/** A script is saved as a command by the first call only: each of the others would save it once more. */
function callOf({ action, request }: RunTemplate, secrets: SecretPart, batch: BatchCall): Call {
  const InstanceId = batch.instanceIds.toSorted();
  if (action === 'InvokeCommand') return { action, request: { ...request, ...secrets, InstanceId } };
  const { CommandContent = '', ...parameters } = secrets;
  const { Name, ...unnamed } = request;
  const keeps = batch.isFirst || !request.KeepCommand;
  return {
    action,
    request: {
      ...(keeps
        ? { ...unnamed, ...(Name === undefined ? {} : { Name }) }
        : { ...unnamed, KeepCommand: false }),
      ...parameters,
      CommandContent,
      InstanceId,
    },
  };
}

/** Makes the call of one batch. Rejects with ApiError. */
export function sendBatch(
  api: Api,
  template: RunTemplate,
  secrets: SecretPart,
  batch: BatchCall & { token: string },
): Promise<StartedInvocation> {
  const ClientToken = batch.token;
  const call = callOf(template, secrets, batch);
  return call.action === 'InvokeCommand'
    ? api.ecs.invokeCommand({ ...call.request, ClientToken })
    : api.ecs.runCommand({ ...call.request, ClientToken });
}

/** The call of one batch as a command line. */
export function batchCli(template: RunTemplate, secrets: SecretPart, batch: BatchCall): string {
  const call = callOf(template, secrets, batch);
  return call.action === 'InvokeCommand'
    ? toCli('ecs', 'InvokeCommand', invokeCommandParams(call.request))
    : toCli('ecs', 'RunCommand', runCommandParams(call.request));
}
