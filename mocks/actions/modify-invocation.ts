import { osTypeFor } from '@/domain/command-type';
import { scanParameters } from '@/domain/parameters';
import { type RunProblem, runProblems } from '@/domain/run-parameters';
import type { InvocationModified } from '../acts';
import { Fault } from '../fault';
import { mayFireAgain } from '../periodic';
import type { Invocation } from '../run-record';
import { frequencyRefusal } from '../schedule';
import type { Action, ActionContext } from './action';
import { readContent } from './command-rules';
import { readParameters } from './invoke-rules';

/**
 * ModifyInvocationAttribute (contract 5): script, values and schedule of a periodic run that may still fire, and instances that
 * come to it. Records that have been stay what they were; an instance that comes has none of them.
 */
export const modifyInvocationAttribute: Action = (context) => {
  const { params, ledger, regionId, now } = context;
  const invocation = ledger.invocations.get(params.required('InvokeId'));
  if (invocation?.regionId !== regionId) throw new Fault('InvalidInvokeId.NotFound', 404);
  if (!invocation.periodic) throw new Fault('InvalidOperation.RepeatModeUnsupported', 403);
  if (!mayFireAgain(invocation, now)) throw new Fault('InvalidOperation.InvokeAlreadyFinished', 403);
  const added = readAdded(context, invocation);
  const script = readScript(context, invocation, invocation.instanceIds.length + added.length);
  const frequency = readFrequency(context, invocation);
  if (script !== null || frequency !== undefined || added.length > 0) {
    context.act({
      kind: 'InvocationModified',
      at: now,
      invokeId: invocation.invokeId,
      ...script,
      ...(frequency === undefined ? {} : { frequency }),
      ...(added.length === 0 ? {} : { added }),
    });
  }
  return { CommandId: script?.commandId ?? invocation.commandId };
};

type Script = Pick<InvocationModified, 'commandId' | 'content' | 'enableParameter' | 'parameters'>;

/** The instances named that are new to the run: known, of the command's system, and with the others no more than one call takes. */
function readAdded({ params, world, regionId, limits }: ActionContext, run: Invocation): string[] {
  const named = [...new Set(params.list('InstanceId'))];
  const added = named.filter((id) => !run.instanceIds.includes(id));
  for (const id of added) {
    const instance = world.find(regionId, id);
    if (!instance) throw new Fault('InvalidInstanceId.NotFound', 404);
    if (instance.osType !== osTypeFor(run.commandType))
      throw new Fault('InvalidInstanceId.OSTypeUnsupported', 403);
  }
  if (run.instanceIds.length + added.length > limits.instancesPerCall)
    throw new Fault('InvalidInstanceId.CountLimitExceeded', 403);
  return added;
}

/** The script and values asked for; null when the call names none. `instanceCount`: with those that come. */
function readScript(context: ActionContext, invocation: Invocation, instanceCount: number): Script | null {
  const { params, limits } = context;
  const sent = ['CommandContent', 'EnableParameter', 'Parameters'].some((name) => params.has(name));
  if (!sent) return null;
  const content = params.has('CommandContent')
    ? translated(() => readContent(params, 'PlainText'))
    : invocation.content;
  const enableParameter = params.boolean('EnableParameter') ?? invocation.enableParameter;
  const parameters = params.has('Parameters')
    ? translated(() => readParameters(params))
    : enableParameter
      ? stillNamed(invocation.parameters, content)
      : {};
  const [problem] = runProblems({ content, enableParameter, parameters, instanceCount, limits });
  if (problem) throw faultOf(problem);
  return {
    ...(content === invocation.content ? {} : { content, commandId: context.newId('c') }),
    enableParameter,
    parameters,
  };
}

/** Values of names that the script no longer has are given up. */
function stillNamed(parameters: Readonly<Record<string, string>>, content: string): Record<string, string> {
  const names = new Set(scanParameters(content).names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name.toLowerCase())));
}

function readFrequency({ params, profile, now }: ActionContext, { timeoutSeconds }: Invocation) {
  const frequency = params.text('Frequency');
  if (frequency !== undefined && frequencyRefusal(frequency, profile, timeoutSeconds, now) !== null)
    throw new Fault('InvalidParameter.Frequency', 400, 'The specified frequency is invalid.');
  return frequency;
}

/** This action's own codes for what the other actions refuse too. */
const CODES: Readonly<Record<string, readonly [code: string, status: number]>> = {
  'CmdContent.DecodeError': ['InvalidCommandContent.DecodeError', 400],
  'InvalidParameter.Parameters': ['InvalidParameters.KeyMalformed', 400],
  'ParameterType.NotSupported': ['InvalidParameters.ValueTypeUnsupported', 403],
};

function translated<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Fault ? CODES[error.code] : undefined;
    throw code ? new Fault(...code) : error;
  }
}

function faultOf({ kind }: RunProblem): Fault {
  switch (kind) {
    case 'parametersDisabled':
    case 'keyUnknown':
      return new Fault('InvalidParameters.KeyNotMatch', 400);
    case 'keyEmpty':
      return new Fault('InvalidParameters.KeyEmpty', 400);
    case 'keyDuplicate':
      return new Fault('InvalidParameters.KeyDuplicate', 400);
    case 'keyTooLong':
      return new Fault('InvalidParameters.KeyLengthLimitExceeded', 403);
    case 'tooManyPairs':
      return new Fault('InvalidParameters.CountLimitExceeded', 403);
    case 'runTooLarge':
      return new Fault('InvalidCommandContent.LengthLimitExceeded', 403);
    case 'noInstances':
    case 'tooManyInstances':
      return new Fault('InvalidInstanceId.CountLimitExceeded', 403);
  }
}
