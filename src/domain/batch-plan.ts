import { isOverLimit, shareOf } from './rate-control';

/** How many instances go first, to see whether the rest may follow. */
export interface CanaryShare {
  unit: 'instances' | 'percent';
  /** From 1; of percent up to 100. */
  value: number;
}

/** One call's worth of a run. */
export interface BatchPart {
  instanceIds: string[];
  /** One of those that go first, alone. */
  canary: boolean;
}

export interface SplitOptions {
  /** The most instances one call takes (contract 5). */
  perCall: number;
  /** Instances of a batch; `perCall` when absent, and never more. */
  batchSize?: number | null;
  canary?: CanaryShare | null;
}

/** The number of instances a share stands for: of percent rounded up, at least 1 and never more than there are. */
export function canarySize({ unit, value }: CanaryShare, total: number): number {
  return shareOf(unit === 'percent' ? `${value}%` : value, total);
}

/**
 * Splits the instances of a run into calls, in the order given: every instance is in exactly one batch, no batch holds more
 * than one call takes. The first ones are the canary; a canary larger than one call is several batches.
 */
export function splitBatches(
  instanceIds: readonly string[],
  { perCall, batchSize = null, canary = null }: SplitOptions,
): BatchPart[] {
  const ids = [...new Set(instanceIds)];
  const size = Math.max(1, Math.min(perCall, Math.floor(batchSize ?? perCall) || perCall));
  const first = canary === null || ids.length === 0 ? 0 : canarySize(canary, ids.length);
  return [...chunks(ids.slice(0, first), size, true), ...chunks(ids.slice(first), size, false)];
}

function chunks(ids: readonly string[], size: number, canary: boolean): BatchPart[] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ({
    instanceIds: ids.slice(index * size, (index + 1) * size),
    canary,
  }));
}

/**
 * `succeeded`: the rest follows when the canary succeeded on every instance. `sameOutput`: besides, every instance of the
 * canary has to answer alike, and a batch that answers otherwise keeps the next one from starting.
 */
export type CanaryGate = 'succeeded' | 'sameOutput';

/** When a batch starts: once those before have ended, or as soon as they were accepted. */
export type BatchPace = 'afterEnd' | 'atOnce';

export interface BatchRules {
  /** null: the canary, if any, is a batch like the others. */
  gate: CanaryGate | null;
  /** Once more instances than these have failed no further batch starts; null: however many fail. */
  maxFailures: number | null;
  pace: BatchPace;
}

/** `sending`: the call was made and no answer is known: under the same ClientToken it may be made again. */
export type BatchState = 'waiting' | 'sending' | 'running' | 'ended' | 'refused';

/** Where one batch stands. */
export interface BatchFacts {
  state: BatchState;
  canary: boolean;
  /** Instances. */
  size: number;
  succeeded: number;
  failed: number;
  /** Whether it answered as the canary did; null while nobody compared. */
  alike: boolean | null;
  /** Somebody asked for this very batch, whatever keeps the others. */
  asked: boolean;
}

/** What the person wants of the whole run. */
export type BatchOrder = 'go' | 'pause' | 'stop';

/** Why no further batch starts. */
export type HoldReason =
  'paused' | 'failures' | 'canaryRefused' | 'canaryFailed' | 'canaryDiffers' | 'differs';

/** What to do next. `hold` and `done`: nothing, until somebody decides otherwise. */
export type BatchStep =
  | { kind: 'send'; batch: number }
  | { kind: 'compare'; batch: number }
  | { kind: 'follow' }
  | { kind: 'hold'; why: HoldReason }
  | { kind: 'done' };

/**
 * The next step of a run in batches. A batch without an answer is asked for again before anything else starts. Nobody's
 * batch starts while the run is paused, stopped, over its limit of failures, or its canary has not passed; only one that
 * was asked for by itself does.
 */
export function nextBatchStep(
  batches: readonly BatchFacts[],
  rules: BatchRules,
  order: BatchOrder,
): BatchStep {
  const isOpen = batches.some(({ state }) => state === 'running');
  if (order === 'stop') return isOpen ? { kind: 'follow' } : { kind: 'done' };
  const asked = batches.findIndex((batch) => batch.asked && isToSend(batch));
  if (asked >= 0) return { kind: 'send', batch: asked };
  if (rules.gate === 'sameOutput') {
    const uncompared = batches.findIndex((batch) => batch.alike === null && isClean(batch));
    if (uncompared >= 0) return { kind: 'compare', batch: uncompared };
  }
  const next = indexOfNext(batches);
  if (next < 0) return isOpen ? { kind: 'follow' } : { kind: 'done' };
  const why = holdReason(batches, rules, order, next);
  if (why !== null) return isOpen ? { kind: 'follow' } : { kind: 'hold', why };
  const isSent = batches[next]?.state === 'sending';
  const isCanaryOut =
    rules.gate !== null && batches.some(({ canary, state }) => canary && state === 'running');
  if (isOpen && !isSent && (rules.pace === 'afterEnd' || isCanaryOut)) return { kind: 'follow' };
  return { kind: 'send', batch: next };
}

function isToSend({ state }: BatchFacts): boolean {
  return state === 'waiting' || state === 'sending';
}

function indexOfNext(batches: readonly BatchFacts[]): number {
  const unanswered = batches.findIndex(({ state }) => state === 'sending');
  return unanswered >= 0 ? unanswered : batches.findIndex(({ state }) => state === 'waiting');
}

/** Ended, and well on every instance. */
function isClean({ state, succeeded, size }: BatchFacts): boolean {
  return state === 'ended' && succeeded === size;
}

function holdReason(
  batches: readonly BatchFacts[],
  { gate, maxFailures }: BatchRules,
  order: BatchOrder,
  next: number,
): HoldReason | null {
  if (order === 'pause') return 'paused';
  const total = (of: 'failed' | 'size') => batches.reduce((sum, batch) => sum + batch[of], 0);
  if (maxFailures !== null && isOverLimit(total('failed'), { maxErrors: maxFailures }, total('size')))
    return 'failures';
  if (gate === null) return null;
  const canaries = batches.filter(({ canary }) => canary);
  if (canaries.some(({ state }) => state === 'refused') && !batches[next]?.canary) return 'canaryRefused';
  if (canaries.some((batch) => batch.state === 'ended' && !isClean(batch))) return 'canaryFailed';
  if (gate === 'succeeded') return null;
  if (canaries.some(({ alike }) => alike === false)) return 'canaryDiffers';
  const others = batches.filter(({ canary, state }) => !canary && state === 'ended');
  return others.some((batch) => batch.alike === false || !isClean(batch)) ? 'differs' : null;
}

/**
 * Whether the code of a refused InvokeCommand or RunCommand is about the instances it named (contract 5): the next batch may
 * do better. Anything else, such as a quota or a missing right, would refuse the next one as well.
 */
export function isAboutInstances(code: string): boolean {
  return /^(?:Invalid|Incorrect)(?:Ecs)?Instance/.test(code);
}
