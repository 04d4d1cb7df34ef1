import { ineligibility } from '@/domain/eligibility';
import type { Ineligibility } from '@/domain/eligibility';
import { runProblems } from '@/domain/run-parameters';
import type { RunProblem } from '@/domain/run-parameters';
import { Fault, messageFor } from '../fault';
import type { CommandRecord } from '../ledger';
import type { WorldInstance } from '../world/instance';
import type { ActionContext } from './action';
import type { ParamReader } from './params';
import { statusBy } from './request-rules';

/** The instances of `InstanceId.N` without repetitions, all of them known and fit to run the command, or a Fault for the whole call. */
export function readTargets(context: ActionContext, command: CommandRecord): WorldInstance[] {
  const { params, limits, world, regionId } = context;
  const ids = params.list('InstanceId');
  if (ids.length === 0) throw new Fault('MissingParam.InstanceId', 400);
  if (ids.length > limits.instancesPerCall) throw new Fault('InstanceIds.ExceedLimit', 403);
  const instances = [...new Set(ids)].map((id) => {
    const instance = world.find(regionId, id);
    if (!instance) throw naming('InvalidInstance.NotFound', 404, id);
    return instance;
  });
  for (const instance of instances) refuseUnfit(instance, command, context);
  return instances;
}

/** An offline agent is no refusal: the call is accepted and the record given up after a minute (contract 4.1). */
function refuseUnfit(instance: WorldInstance, command: CommandRecord, context: ActionContext): void {
  const { instanceId, state: status, agent, ...rest } = instance;
  const candidate = {
    instanceId,
    status,
    ...rest,
    agent: agent.state === 'missing' ? agent.state : ('online' as const),
  };
  const reason = ineligibility(candidate, command.type, context.limits);
  if (reason !== null) throw unfit(reason, instanceId, context);
}

/** The codes of 2018–2019 for the manual; today's pages have one for all (contract 5, InvokeCommand). */
function unfit(reason: Ineligibility, instanceId: string, context: ActionContext): Fault {
  if (context.profile === 'manual') {
    if (reason === 'notRunning') return naming('InvalidInstanceStatus', 400, instanceId);
    if (reason === 'agentMissing') return naming('InvalidInstance.NoClient', 400, instanceId);
    if (reason === 'notVpc') return naming('InvalidInstance.NotVpc', 400, instanceId);
  }
  return naming('InvalidInstance.NotMatch', statusBy(context, 403, 400), instanceId);
}

function naming(code: string, status: number, instanceId: string): Fault {
  return new Fault(code, status, `${messageFor(code)} (${instanceId})`);
}

/** `Parameters`: one JSON object of texts (contract 4.7). */
export function readParameters(params: ParamReader): Record<string, string> {
  const sent = params.text('Parameters');
  if (sent === undefined) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(sent);
  } catch {
    throw new Fault('InvalidParameter.Parameters', 400);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Fault('InvalidParameter.Parameters', 400);
  }
  if (Object.values(parsed).some((value) => typeof value !== 'string'))
    throw new Fault('ParameterType.NotSupported', 403);
  return parsed as Record<string, string>;
}

/** Throws the first problem of the parameters, and of script and parameters together, as InvokeCommand's code. */
export function refuseBadParameters(
  command: CommandRecord,
  parameters: Record<string, string>,
  instanceCount: number,
  context: ActionContext,
): void {
  const { content, enableParameter } = command;
  const [problem] = runProblems({
    content,
    enableParameter,
    parameters,
    instanceCount,
    limits: context.limits,
  });
  if (problem) throw faultOf(problem, context);
}

function faultOf({ kind }: RunProblem, context: ActionContext): Fault {
  switch (kind) {
    case 'noInstances':
      return new Fault('MissingParam.InstanceId', 400);
    case 'tooManyInstances':
      return new Fault('InstanceIds.ExceedLimit', 403);
    case 'parametersDisabled':
      return new Fault('Parameter.Disabled', statusBy(context, 404, 400));
    case 'tooManyPairs':
      return new Fault('ParameterCount.ExceedLimit', 403);
    case 'keyTooLong':
      return new Fault('ParameterKey.ExceedLimit', 403);
    case 'keyDuplicate':
      return new Fault('ParameterKey.Duplicate', 403);
    case 'keyEmpty':
    case 'keyUnknown':
      return new Fault('Parameter.NotMatched', 403);
    case 'runTooLarge':
      return new Fault('CmdContent.ExceedLimit', 403);
  }
}

const MAX_USERNAME = 255;

/** `Username` and, for Windows, the name of its password (contract 5). */
export function readUsername(params: ParamReader, windows: boolean): string {
  const username = params.text('Username') ?? '';
  const passwordName = params.text('WindowsPasswordName') ?? '';
  if (username.length > MAX_USERNAME) throw new Fault('Username.ExceedLimit', 403);
  if (passwordName.length > MAX_USERNAME) throw new Fault('WindowsPasswordName.ExceedLimit', 403);
  if (windows && username !== '' && username !== 'System' && passwordName === '') {
    throw new Fault('WindowsPasswordName.Missed', 403);
  }
  return username;
}
