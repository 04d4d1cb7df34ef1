import type { InvokeCommandRequest, RunCommandRequest } from '@/api/ecs/invocations';
import { ApiError } from '@/api/errors';
import { newClientToken } from '@/api/rpc';
import type { CommandType } from '@/domain/command-type';
import {
  type BatchFacts,
  type BatchOrder,
  type BatchRules,
  type BatchState,
  type BatchStep,
  nextBatchStep,
  splitBatches,
  type SplitOptions,
} from '@/domain/batch-plan';

/** What a run says to the service without its instances, and without what may be secret (see SecretPart). */
export type RunTemplate =
  | {
      action: 'InvokeCommand';
      request: Omit<InvokeCommandRequest, 'InstanceId' | 'Parameters' | 'ClientToken'>;
    }
  | {
      action: 'RunCommand';
      request: Omit<RunCommandRequest, 'InstanceId' | 'Parameters' | 'CommandContent' | 'ClientToken'>;
    };

/** The values of the parameters and the text of a script that is not saved: both may hold secrets. */
export interface SecretPart {
  Parameters?: Readonly<Record<string, string>>;
  /** Base64. */
  CommandContent?: string;
}

/** How a call failed, as plain data. */
export interface BatchError {
  code: string;
  message: string;
  httpStatus: number | null;
  requestId: string | null;
}

/** Instances by how they ended, those still open left out. */
export interface Tally {
  succeeded: number;
  /** Failed, ran into the timeout, or exited with another code than 0. */
  failed: number;
  /** Stopped, or ended without a known exit code. */
  other: number;
}

export interface Batch {
  instanceIds: string[];
  canary: boolean;
  state: BatchState;
  /** One per intended effect (contract 1.9): another one only after a refusal, when nothing runs. */
  token: string;
  tries: number;
  /** Epoch ms, of the first try under this token; null before. */
  sentAt: number | null;
  /** null until accepted. */
  invokeId: string | null;
  /** Epoch ms; null before. */
  endedAt: number | null;
  tally: Tally;
  alike: boolean | null;
  asked: boolean;
  /** Of the last try, while it stands. */
  error: BatchError | null;
  /** Taken out before it was sent once more: they could not run it. */
  leftOut: string[];
}

/** A run in several calls, as kept in this browser: what was decided, what was sent, what came of it. */
export interface BatchPlan {
  id: string;
  version: 1;
  /** Whose account: plans of one are not driven on another. */
  account: string;
  region: string;
  /** Epoch ms. */
  createdAt: number;
  /** The command's name; empty for a script that is not saved. */
  name: string;
  commandType: CommandType;
  template: RunTemplate;
  /** The calls need a SecretPart, which is kept elsewhere. */
  hasSecrets: boolean;
  names: Record<string, string>;
  rules: BatchRules;
  order: BatchOrder;
  /** Who paused it: a person, or a refusal that the next batch would meet too; null while it is not paused. */
  pausedBy: 'person' | 'refusal' | null;
  batches: Batch[];
}

export interface NewPlan extends Pick<
  BatchPlan,
  'account' | 'region' | 'name' | 'commandType' | 'template' | 'hasSecrets' | 'names' | 'rules'
> {
  id: string;
  instanceIds: readonly string[];
  split: SplitOptions;
}

const NOTHING: Tally = { succeeded: 0, failed: 0, other: 0 };

/** @param now epoch ms */
export function makePlan({ instanceIds, split, ...rest }: NewPlan, now: number): BatchPlan {
  return {
    ...rest,
    version: 1,
    createdAt: now,
    order: 'go',
    pausedBy: null,
    batches: splitBatches(instanceIds, split).map((part) => ({
      ...part,
      state: 'waiting',
      token: newClientToken(),
      tries: 0,
      sentAt: null,
      invokeId: null,
      endedAt: null,
      tally: NOTHING,
      alike: null,
      asked: false,
      error: null,
      leftOut: [],
    })),
  };
}

export function stepOf(plan: Pick<BatchPlan, 'batches' | 'rules' | 'order'>): BatchStep {
  const facts = plan.batches.map(({ state, canary, instanceIds, tally, alike, asked }): BatchFacts => ({
    state,
    canary,
    size: instanceIds.length,
    succeeded: tally.succeeded,
    failed: tally.failed,
    alike,
    asked,
  }));
  return nextBatchStep(facts, plan.rules, plan.order);
}

/** Whether anything is left to do or to decide. */
export function isUnfinished(plan: BatchPlan): boolean {
  return stepOf(plan).kind !== 'done';
}

/** By a schedule: its batches have done their part as soon as they are accepted. */
export function isScheduled({ template }: BatchPlan): boolean {
  return Boolean(template.request.Frequency);
}

/** The plan with one batch changed. */
export function withBatch(plan: BatchPlan, index: number, change: Partial<Batch>): BatchPlan {
  return {
    ...plan,
    batches: plan.batches.map((batch, place) => (place === index ? { ...batch, ...change } : batch)),
  };
}

/**
 * Sends a refused batch once more, by itself, whatever keeps the others: nothing of it runs, so it is a new intent with a new
 * token. Instances named in `leaveOut` stay behind.
 */
export function askForAgain(plan: BatchPlan, index: number, leaveOut: ReadonlySet<string>): BatchPlan {
  const batch = plan.batches[index];
  if (batch?.state !== 'refused') return plan;
  const instanceIds = batch.instanceIds.filter((id) => !leaveOut.has(id));
  if (instanceIds.length === 0) return plan;
  return withBatch(plan, index, {
    instanceIds,
    leftOut: [...batch.leftOut, ...batch.instanceIds.filter((id) => leaveOut.has(id))],
    state: 'waiting',
    token: newClientToken(),
    tries: 0,
    sentAt: null,
    asked: true,
    error: null,
  });
}

/** Goes on although the canary or the number of failures spoke against it: the rule that held the run falls. */
export function goOnAllTheSame(plan: BatchPlan): BatchPlan {
  const step = stepOf(plan);
  const why = step.kind === 'hold' ? step.why : null;
  const rules: BatchRules =
    why === 'failures' ? { ...plan.rules, maxFailures: null } : { ...plan.rules, gate: null };
  return why === null || why === 'paused' ? resume(plan) : { ...plan, rules };
}

export function pause(plan: BatchPlan): BatchPlan {
  return plan.order === 'go' ? { ...plan, order: 'pause', pausedBy: 'person' } : plan;
}

export function resume(plan: BatchPlan): BatchPlan {
  return plan.order === 'pause' ? { ...plan, order: 'go', pausedBy: null } : plan;
}

export function stop(plan: BatchPlan): BatchPlan {
  return { ...plan, order: 'stop', pausedBy: null };
}

export function batchErrorOf(error: unknown): BatchError {
  if (error instanceof ApiError) {
    const { code, message, httpStatus, requestId } = error;
    return { code, message, httpStatus, requestId };
  }
  return { code: 'BadResponse', message: '', httpStatus: null, requestId: null };
}

/** The kept failure as the one the pages have words for. */
export function apiErrorOf({ template }: BatchPlan, error: BatchError): ApiError {
  return new ApiError({ ...error, product: 'ecs', action: template.action });
}
