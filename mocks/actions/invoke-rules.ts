import type { Profile } from '@/domain/limits';
import { ineligibility } from '@/domain/eligibility';
import type { Ineligibility } from '@/domain/eligibility';
import { runProblems } from '@/domain/run-parameters';
import type { RunProblem } from '@/domain/run-parameters';
import { Fault, messageFor } from '../fault';
import type { CommandRecord } from '../ledger';
import type { WorldInstance } from '../world/instance';
import type { ActionContext } from './action';
import type { ParamReader } from './params';
import { statusBy, unsupported } from './request-rules';

const REPEAT_MODES: ReadonlySet<string> = new Set([
  'Once',
  'Period',
  'NextRebootOnly',
  'EveryReboot',
  'DryRun',
]);

/** Only runs that happen once and now are offered; a schedule is refused rather than run once. */
export function requireOnce(context: ActionContext): void {
  const { params } = context;
  const mode = params.text('RepeatMode') ?? 'Once';
  if (!REPEAT_MODES.has(mode)) throw new Fault('InvalidRepeatMode.NotFound', 404);
  const timed = params.boolean('Timed') ?? false;
  const frequency = params.text('Frequency');
  if ((timed || mode === 'Period') && frequency === undefined) {
    throw new Fault('MissingParam.Frequency', statusBy(context, 403, 400));
  }
  if (frequency !== undefined && !looksLikeFrequency(frequency, context.profile))
    throw new Fault('InvalidParam.Frequency', statusBy(context, 403, 400));
  if (frequency !== undefined)
    throw unsupported(
      'Frequency',
      'Scheduled runs are not supported: leave out Timed and Frequency to run once, now.',
    );
  if (mode !== 'Once')
    throw unsupported('RepeatMode', `The repeat mode ${mode} is not supported: only Once is.`);
}

/** Whether it has the form of a schedule at all: cron with 6 or 7 fields; today also `rate(…)`, `at(…)` and a zone after cron. */
function looksLikeFrequency(text: string, profile: Profile): boolean {
  if (profile === 'today' && /^(?:rate\(\d+[smhd]\)|at\([^()]+\))$/.test(text.trim())) return true;
  const fields = text.trim().split(/\s+/);
  const zoned =
    profile === 'today' && fields.length > 6 && /^(?:[A-Z][A-Za-z_]+\/|GMT|UTC)/.test(fields.at(-1) ?? '');
  const count = fields.length - (zoned ? 1 : 0);
  return (
    count >= 6 && count <= 7 && fields.slice(0, count).every((field) => /^[\dA-Za-z*?,\-/#]+$/.test(field))
  );
}

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
