import type { Invocation } from '@/api/ecs/invocations';
import type { DraftProblem } from '@/domain/command-draft';
import type { Ineligibility } from '@/domain/eligibility';
import { isFinal, outcomeOf } from '@/domain/invocation-status';
import type { Limits } from '@/domain/limits';
import { unquotedUses } from '@/domain/parameters';
import { type RunProblem, runProblems } from '@/domain/run-parameters';
import { runSize } from '@/domain/size';
import { isUnderWay } from '@/features/cloud-assistant';
import { type EngineCheck, engineChecks, type EngineFacts } from './engine-checks';
import type { Restart } from './restarts';
import { valueOf } from './run-request';
import type { Runnable } from './runnable';
import type { ScheduleFacts } from './schedule-facts';

/** Why an instance cannot run the command; `gone`: the region has no such instance any longer. */
export type Unfit = Ineligibility | 'gone';

/** Another run of the command that is under way on instances of this one. */
export interface SameRun {
  invokeId: string;
  instances: number;
  /** It runs by a schedule. */
  scheduled?: boolean;
}

export interface PreflightInput {
  command: Runnable;
  /** False once the service said that it is deleted. */
  exists: boolean;
  instanceIds: readonly string[];
  /** Of the chosen instances, those known to be unfit. */
  unfit: ReadonlyMap<string, Unfit>;
  /** The chosen instances are still being looked up. */
  checking: boolean;
  /** The pairs that would be sent. */
  parameters: Record<string, string>;
  limits: Limits;
  quota: { used: number | null; limit: number | null };
  sameRuns: readonly SameRun[];
  /** Absent or null: at once. */
  schedule?: ScheduleFacts | null;
  /** Chosen instances that a system event touches while the run is under way. */
  restarts?: readonly Restart[];
  /** In several calls; `bad`: how is not said yet. Absent or null: in one. */
  batches?: { calls: number; canary: number; /** Instances of the largest. */ limit: number } | 'bad' | null;
  /** The cloud's engine drives it; `bad`: how is not said yet. Absent or null: the browser does. */
  engine?: EngineFacts | 'bad' | null;
  /** An earlier attempt got no answer: of this very request, or of another. */
  unanswered: 'same' | 'changed' | null;
}

type Tone = 'ok' | 'warn' | 'danger' | 'open';

/** One line of what is known before the run starts. */
export type Check = { tone: Tone; /** Nothing can be sent while it stands. */ blocks: boolean } & (
  | { kind: 'commandGone' }
  | { kind: 'script'; problem: DraftProblem }
  | { kind: 'commandQuota'; limit: number }
  | { kind: 'noInstances' }
  | { kind: 'checking'; count: number }
  | { kind: 'unfit'; instances: [id: string, reason: Unfit][]; of: number }
  | { kind: 'fit'; count: number }
  | { kind: 'calls'; count: number; limit: number }
  | { kind: 'batches'; count: number; calls: number; canary: number; limit: number }
  | { kind: 'badBatches' }
  | { kind: 'size'; bytes: number; limit: number }
  | { kind: 'parameters'; problem: RunProblem }
  | {
      kind: 'unquoted';
      names: string[];
      /** A value given now would be split or expanded. */ harmful: string[];
    }
  | { kind: 'schedule'; schedule: ScheduleFacts }
  | { kind: 'fires'; next: number; shortestSeconds: number | null }
  | { kind: 'overlap'; shortestSeconds: number; timeoutSeconds: number }
  | {
      kind: 'quota';
      left: number;
      limit: number;
      /** Of this run, now. */
      calls: number;
      /** Of a schedule, in the next 24 hours. */
      fires?: number;
    }
  | { kind: 'quotaUnknown' }
  | { kind: 'restarts'; restarts: readonly Restart[] }
  | { kind: 'sameRun'; run: SameRun; others: number }
  | { kind: 'unanswered'; changed: boolean }
  | EngineCheck
);

/** Some of the chosen instances cannot run the command. */
export type UnfitCheck = Extract<Check, { kind: 'unfit' }>;

const ok = { tone: 'ok', blocks: false } as const;
const warn = { tone: 'warn', blocks: false } as const;
const stop = { tone: 'danger', blocks: true } as const;
/** Not done yet, rather than wrong. */
const open = { tone: 'open', blocks: true } as const;

const ORDER: readonly Tone[] = ['danger', 'open', 'warn', 'ok'];

/** Everything worth knowing before a run is sent, what keeps it from being sent first (manual 1.1, 1.2.2). */
export function preflight(input: PreflightInput): Check[] {
  const checks = [
    ...(input.exists ? [] : [{ kind: 'commandGone', ...stop } as const]),
    ...instanceChecks(input),
    ...scheduleChecks(input),
    ...unansweredChecks(input),
    ...sameRunChecks(input),
    ...restartChecks(input),
    ...parameterChecks(input),
    ...sizeChecks(input),
    ...quotaChecks(input),
    ...callChecks(input),
  ];
  return checks.toSorted((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
}

function instanceChecks({ instanceIds, unfit, checking }: PreflightInput): Check[] {
  const count = instanceIds.length;
  if (count === 0) return [{ kind: 'noInstances', ...open }];
  const out = instanceIds.flatMap((id): [string, Unfit][] => {
    const reason = unfit.get(id);
    return reason === undefined ? [] : [[id, reason]];
  });
  if (out.length > 0) return [{ kind: 'unfit', instances: out, of: count, ...stop }];
  return [
    checking ? { kind: 'checking', count, tone: 'open', blocks: false } : { kind: 'fit', count, ...ok },
  ];
}

function callChecks({ instanceIds, limits, batches = null, engine = null }: PreflightInput): Check[] {
  const count = instanceIds.length;
  if (count === 0) return [];
  if (engine !== null)
    return engine === 'bad' ? [{ kind: 'badBatches', ...open }] : engineChecks(engine, count);
  if (batches === 'bad') return [{ kind: 'badBatches', ...open }];
  if (batches !== null) return [{ kind: 'batches', count, ...batches, ...ok }];
  return [
    {
      kind: 'calls',
      count,
      limit: limits.instancesPerCall,
      ...(count > limits.instancesPerCall ? stop : ok),
    },
  ];
}

function sizeChecks({ command, parameters, limits }: PreflightInput): Check[] {
  const bytes = runSize(command.content, parameters);
  return [{ kind: 'size', bytes, limit: limits.contentBytes, ...(bytes > limits.contentBytes ? stop : ok) }];
}

/** Size and number of instances have lines of their own. */
const TOLD_ELSEWHERE: ReadonlySet<RunProblem['kind']> = new Set([
  'noInstances',
  'tooManyInstances',
  'runTooLarge',
]);

function parameterChecks({ command, parameters, instanceIds, limits }: PreflightInput): Check[] {
  const { content, enableParameter } = command;
  const wrong = runProblems({
    content,
    enableParameter,
    parameters,
    instanceCount: instanceIds.length,
    limits,
  })
    .filter(({ kind }) => !TOLD_ELSEWHERE.has(kind))
    .map((problem): Check => ({ kind: 'parameters', problem, ...stop }));
  return [...wrong, ...unquotedChecks(command, parameters)];
}

/** What a shell splits, expands or obeys when it stands outside quotes. */
const SHELL_SYNTAX = /[\s*?[\]{}()<>|&;$`"'\\~#]/;

function unquotedChecks(command: Runnable, parameters: Record<string, string>): Check[] {
  if (command.type !== 'RunShellScript' || !command.enableParameter) return [];
  const uses = new Set(unquotedUses(command.content).map(({ name }) => name.toLowerCase()));
  const names = command.parameterNames.filter((name) => uses.has(name.toLowerCase()));
  if (names.length === 0) return [];
  const harmful = names.filter((name) => SHELL_SYNTAX.test(valueOf(parameters, name)));
  return [{ kind: 'unquoted', names, harmful, ...warn }];
}

/** Below this share of the quota its end is in sight. */
const SHORT = 0.05;

/** One call, and each fire, is one run of the quota, whatever the number of instances; the engine makes a call for each. */
function quotaChecks(input: PreflightInput): Check[] {
  const { quota, schedule, batches = null, engine = null, instanceIds } = input;
  const { used, limit } = quota;
  if (used === null || limit === null) return [{ kind: 'quotaUnknown', tone: 'open', blocks: false }];
  const left = Math.max(0, limit - used);
  const calls =
    engine !== null ? instanceIds.length : batches === null || batches === 'bad' ? 1 : batches.calls;
  const runs = calls * (1 + (schedule?.firesInDay ?? 0));
  const tone = left === 0 ? stop : left <= limit * SHORT || runs > left ? warn : ok;
  const fires = schedule && !schedule.problem ? { fires: schedule.firesInDay * calls } : {};
  return [{ kind: 'quota', left, limit, calls, ...fires, ...tone }];
}

/** A schedule that cannot be sent, or when it fires and whether its runs may overlap (manual 1.2.2, 1.4). */
function scheduleChecks({ schedule, command: { timeoutSeconds } }: PreflightInput): Check[] {
  if (!schedule) return [];
  const { empty, problem, next, shortestSeconds } = schedule;
  if (problem || next === null) return [{ kind: 'schedule', schedule, ...(empty ? open : stop) }];
  const fires: Check = { kind: 'fires', next, shortestSeconds, ...ok };
  return shortestSeconds !== null && shortestSeconds < timeoutSeconds
    ? [fires, { kind: 'overlap', shortestSeconds, timeoutSeconds, ...warn }]
    : [fires];
}

function sameRunChecks({ sameRuns: [run, ...others] }: PreflightInput): Check[] {
  return run === undefined ? [] : [{ kind: 'sameRun', run, others: others.length, ...warn }];
}

function restartChecks({ restarts = [] }: PreflightInput): Check[] {
  return restarts.length === 0 ? [] : [{ kind: 'restarts', restarts, ...warn }];
}

function unansweredChecks({ unanswered }: PreflightInput): Check[] {
  return unanswered === null ? [] : [{ kind: 'unanswered', changed: unanswered === 'changed', ...warn }];
}

/** The runs of a command that are under way on any of these instances, most instances first. */
export function runsOnSame(invocations: readonly Invocation[], instanceIds: readonly string[]): SameRun[] {
  const chosen = new Set(instanceIds);
  return invocations
    .filter(isUnderWay)
    .map(({ InvokeId, Frequency, InvokeInstances }) => ({
      invokeId: InvokeId,
      ...(Frequency ? { scheduled: true } : {}),
      instances: InvokeInstances.filter((row) => chosen.has(row.InstanceId) && !isFinal(outcome(row))).length,
    }))
    .filter(({ instances }) => instances > 0)
    .toSorted((a, b) => b.instances - a.instances);
}

function outcome(row: Invocation['InvokeInstances'][number]) {
  return outcomeOf({
    invocationStatus: row.InvocationStatus || undefined,
    oldStatus: row.InstanceInvokeStatus || undefined,
    exitCode: row.ExitCode,
  });
}
