import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '@/api/api';
import type { Invocation } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { mayHaveHappened } from '@/api/unanswered';
import { newClientToken } from '@/api/rpc';
import { isAboutInstances } from '@/domain/batch-plan';
import { pollDelay } from '@/domain/poll-delay';
import { readRecord, tallyOf } from './batch-record';
import { sendBatch } from './batch-call';
import { answersAlike } from './compare-batch';
import { findSent } from './find-sent';
import { type Batch, batchErrorOf, type BatchPlan, isScheduled, stepOf, withBatch } from './plan';
import type { PlanStore } from './plan-store';
import { forgetSecrets, secretsOf } from './secret-part';

export interface DriverParts {
  api: Api;
  cache: QueryClient;
  store: PlanStore;
  /** Epoch ms by the service's clock: a device may be hours off, and its clock may jump. */
  now(): number;
  /** The plan is about to be read: what changed until now needs no waking any more. */
  seen(planId: string): void;
  /** Resolves after the time, as soon as the plan has changed since it was seen, or when the signal aborts. */
  wait(planId: string, ms: number, signal: AbortSignal): Promise<void>;
  signal: AbortSignal;
}

/** Between two tries of a batch without an answer, by how often it was tried. */
const TRY_AGAIN_MS = [2_000, 5_000, 15_000, 30_000];
const SLOWEST_TRY_MS = 60_000;
const AFTER_FAILURE_MS = 10_000;
/** A record that was just made may not be found yet. */
const SETTLED_MS = 60_000;
/** So many running batches are read at the ordinary pace; more of them slower. */
const FEW = 4;

/**
 * Takes a plan step by step until there is nothing to do without a person. Only for who holds the plan's lock. Every step is
 * decided on what is on disk, and written there before it has an effect, so that it can be left at any moment.
 */
export async function drivePlan(planId: string, parts: DriverParts): Promise<void> {
  const { store, signal } = parts;
  while (!signal.aborted) {
    parts.seen(planId);
    const plan = await store.read(planId);
    const step = plan && stepOf(plan);
    switch (step?.kind) {
      case 'send':
        if (!(await send(plan!, step.batch, parts))) return;
        break;
      case 'compare':
        await compare(plan!, step.batch, parts);
        break;
      case 'follow':
        await follow(plan!, parts);
        break;
      default:
        // A refused batch that is asked for again needs the values of one that was accepted, or these.
        if (plan && step?.kind === 'done' && plan.batches.some(({ invokeId }) => invokeId)) {
          forgetSecrets(planId);
        }
        return;
    }
  }
}

/** false: this tab cannot, because the values are not here. */
async function send(plan: BatchPlan, index: number, parts: DriverParts): Promise<boolean> {
  const { api, store, now, wait, signal } = parts;
  const before = plan.batches[index]!;
  const delay = before.tries === 0 ? 0 : (TRY_AGAIN_MS[before.tries - 1] ?? SLOWEST_TRY_MS);
  if (before.error && delay > 0) await wait(plan.id, delay, signal);
  if (signal.aborted) return true;
  const secrets = await secretsOf(api, plan).catch(() => undefined);
  // A ClientToken's lifetime is not published, and not every server heeds it: what was sent is looked for first.
  const found =
    before.sentAt === null || secrets === undefined
      ? null
      : await findSent(api, plan, before, secrets).catch(() => undefined);
  if (secrets === undefined || found === undefined) {
    await wait(plan.id, AFTER_FAILURE_MS, signal);
    return true;
  }
  if (found !== null) {
    await accepted(plan.id, index, found, parts);
    return true;
  }
  if (secrets === null) return false;
  // Decided anew together with writing it down: a pause or a stop may have come in between.
  let claimed: Batch | null = null;
  await store.change(plan.id, (current) => {
    const step = stepOf(current);
    if (step.kind !== 'send' || step.batch !== index) return current;
    const { sentAt, tries } = current.batches[index]!;
    const next = withBatch(current, index, { state: 'sending', sentAt: sentAt ?? now(), tries: tries + 1 });
    claimed = next.batches[index]!;
    return next;
  });
  if (claimed === null) return true;
  const { instanceIds, token } = claimed as Batch;
  try {
    const call = { instanceIds, token, isFirst: index === 0 };
    const { InvokeId } = await sendBatch(api, plan.template, secrets, call);
    await accepted(plan.id, index, InvokeId, parts);
  } catch (error) {
    await failed(plan.id, index, error, parts);
  }
  return true;
}

async function accepted(planId: string, index: number, InvokeId: string, parts: DriverParts): Promise<void> {
  const { store, cache, now } = parts;
  const plan = await store.change(planId, (current) => {
    const ends = isScheduled(current) || InvokeId === '';
    const { instanceIds } = current.batches[index]!;
    return withBatch(current, index, {
      state: ends ? 'ended' : 'running',
      invokeId: InvokeId || null,
      error: null,
      asked: false,
      ...(ends ? { endedAt: now(), tally: { succeeded: 0, failed: 0, other: instanceIds.length } } : {}),
    });
  });
  if (plan) void cache.invalidateQueries({ queryKey: keys.invocations.all(plan.region) });
}

async function failed(planId: string, index: number, error: unknown, { store }: DriverParts): Promise<void> {
  const why = batchErrorOf(error);
  await store.change(planId, (current) => {
    if (mayHaveHappened(error)) return withBatch(current, index, { error: why });
    const refused = withBatch(current, index, {
      state: 'refused',
      error: why,
      asked: false,
      // Nothing runs: what comes after is another intent.
      token: newClientToken(),
    });
    return isAboutInstances(why.code) || current.order !== 'go'
      ? refused
      : { ...refused, order: 'pause', pausedBy: 'refusal' };
  });
}

async function follow(plan: BatchPlan, parts: DriverParts): Promise<void> {
  const { store, wait, signal, now } = parts;
  const running = plan.batches.flatMap((batch, index) =>
    batch.state === 'running' ? [{ batch, index }] : [],
  );
  const reads = await Promise.all(
    running.map(async ({ batch, index }) => {
      const record = await readRecord(parts, plan.region, batch.invokeId ?? '').catch(() => undefined);
      return { batch, index, record };
    }),
  );
  if (signal.aborted) return;
  for (const { batch, index, record } of reads) {
    if (record === undefined) continue;
    const change = standing(batch, record, now());
    if (change !== null) await store.change(plan.id, (current) => withBatch(current, index, change));
  }
  const hasEnded = reads.some(({ batch, record }) => record !== undefined && isOver(batch, record, now()));
  if (hasEnded) return;
  const youngest = Math.max(...running.map(({ batch }) => batch.sentAt ?? 0));
  const isUnread = reads.every(({ record }) => record === undefined);
  const pace = pollDelay(now() - youngest) * Math.ceil(running.length / FEW);
  await wait(plan.id, isUnread ? AFTER_FAILURE_MS : pace, signal);
}

/** A record that is gone, as after the demo's data were reset, ends its batch with nothing known. */
function isOver(batch: Batch, record: Invocation | null, now: number): boolean {
  return record === null ? now - (batch.sentAt ?? 0) > SETTLED_MS : tallyOf(record).open === 0;
}

function standing(batch: Batch, record: Invocation | null, now: number): Partial<Batch> | null {
  const { open: _, ...tally } =
    record === null ? { ...batch.tally, other: batch.instanceIds.length, open: 0 } : tallyOf(record);
  if (isOver(batch, record, now)) return { state: 'ended', endedAt: now, tally };
  const isSame = tally.succeeded === batch.tally.succeeded && tally.failed === batch.tally.failed;
  return record === null || (isSame && tally.other === batch.tally.other) ? null : { tally };
}

async function compare(plan: BatchPlan, index: number, parts: DriverParts): Promise<void> {
  const { api, store, wait, signal } = parts;
  try {
    const alike = await answersAlike(api, plan, index, signal);
    await store.change(plan.id, (current) => withBatch(current, index, { alike }));
  } catch {
    await wait(plan.id, AFTER_FAILURE_MS, signal);
  }
}
