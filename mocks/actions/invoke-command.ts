import { osTypeFor } from '@/domain/command-type';
import { Fault } from '../fault';
import type { Action } from './action';
import { refuseBadDraft } from './command-rules';
import { readParameters, readTargets, readUsername, refuseBadParameters, requireOnce } from './invoke-rules';
import { refuseUnsupported } from './request-rules';
import { readTags } from './resource-tags';

/** What today's service can do besides and this account cannot. */
const NOT_OFFERED = ['ResourceTag', 'ContainerId', 'ContainerName', 'Launcher', 'OssOutputDelivery'];
const TERMINATION_MODES: ReadonlySet<string> = new Set(['Process', 'ProcessTree']);

/** InvokeCommand (contract 5), once: all instances qualify or nothing runs; later faults go to the records. */
export const invokeCommand: Action = (context) => {
  const { params, ledger, regionId, now, limits } = context;
  const command = ledger.commands.get(params.required('CommandId'));
  if (command?.regionId !== regionId) throw new Fault('InvalidCmdId.NotFound', 404);
  requireOnce(context);
  refuseUnsupported(params, NOT_OFFERED);
  const termination = params.text('TerminationMode');
  if (termination !== undefined && !TERMINATION_MODES.has(termination)) {
    throw new Fault('InvalidTerminationMode.NotFound', 404);
  }
  const instances = readTargets(context, command);
  const username = readUsername(params, osTypeFor(command.type) === 'windows');
  const timeout = params.text('Timeout') ?? String(command.timeoutSeconds);
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
  const invokeId = context.newId('t');
  context.act({
    kind: 'InvocationCreated',
    at: now,
    regionId,
    invokeId,
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
  });
  return { InvokeId: invokeId };
};

/** Only what this call sets is judged: a saved command may be older than today's limits. */
function ownOf(timeout: string | undefined, workingDir: string | undefined): ('timeout' | 'workingDir')[] {
  return [
    ...(timeout === undefined ? [] : (['timeout'] as const)),
    ...(workingDir === undefined ? [] : (['workingDir'] as const)),
  ];
}
