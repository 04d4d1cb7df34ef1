import { osTypeFor } from '@/domain/command-type';
import type { InvocationCreated } from '../acts';
import { Fault } from '../fault';
import type { CommandRecord } from '../ledger';
import type { ActionContext } from './action';
import { refuseBadDraft } from './command-rules';
import { readParameters, readTargets, readUsername, refuseBadParameters } from './invoke-rules';
import { refuseUnsupported } from './request-rules';
import { readTags } from './resource-tags';
import { readFrequency } from './schedule-rules';

/** What today's service can do besides and this account cannot. */
const NOT_OFFERED = ['ResourceTag', 'ContainerId', 'ContainerName', 'Launcher', 'OssOutputDelivery'];
const TERMINATION_MODES: ReadonlySet<string> = new Set(['Process', 'ProcessTree']);

/**
 * The run that a call of InvokeCommand or RunCommand asks for, once or by a schedule (contract 5): all instances qualify
 * or a Fault says why nothing runs. Later faults go to the records.
 */
export function readRun(context: ActionContext, command: CommandRecord): InvocationCreated {
  const { params, ledger, regionId, now, limits } = context;
  const timeout = params.text('Timeout') ?? String(command.timeoutSeconds);
  const frequency = readFrequency(context, Number(timeout));
  refuseUnsupported(params, NOT_OFFERED);
  const termination = params.text('TerminationMode');
  if (termination !== undefined && !TERMINATION_MODES.has(termination)) {
    throw new Fault('InvalidTerminationMode.NotFound', 404);
  }
  const instances = readTargets(context, command);
  const username = readUsername(params, osTypeFor(command.type) === 'windows');
  const workingDir = params.text('WorkingDir') ?? command.workingDir;
  refuseBadDraft(
    { ...command, timeout, workingDir },
    context,
    ownOf(params.text('Timeout'), params.text('WorkingDir')),
  );
  const parameters = readParameters(params);
  refuseBadParameters(command, parameters, instances.length, context);
  const tags = readTags(params);
  if (ledger.invocationsOnDay(regionId, now) >= limits.invocationsPerDay)
    throw new Fault('Invocation.ExceedQuota', 403);
  return {
    kind: 'InvocationCreated',
    at: now,
    regionId,
    invokeId: context.newId('t'),
    commandId: command.commandId,
    commandName: command.name,
    commandDescription: command.description,
    commandType: command.type,
    content: command.content,
    enableParameter: command.enableParameter,
    parameters,
    workingDir,
    timeoutSeconds: Number(timeout),
    username,
    instanceIds: instances.map((instance) => instance.instanceId),
    tags,
    ...(frequency === undefined ? {} : { frequency }),
  };
}

/** Only what this call sets is judged: a saved command may be older than today's limits. */
function ownOf(timeout: string | undefined, workingDir: string | undefined): ('timeout' | 'workingDir')[] {
  return [
    ...(timeout === undefined ? [] : (['timeout'] as const)),
    ...(workingDir === undefined ? [] : (['workingDir'] as const)),
  ];
}
