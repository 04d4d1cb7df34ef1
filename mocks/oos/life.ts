import {
  batchNumbers,
  isOverLimit,
  type ItemState,
  MOST_LOOP_ITEMS,
  nextRateStep,
  type RateStep,
} from '@/domain/rate-control';
import type { Ledger } from '../ledger';
import { statusOf } from '../run-record';
import type { World } from '../world/world';
import type { Attempt, EngineRun } from './book';
import { selectItems } from './targets';

/** When one looks, and at what. */
export interface EngineScene {
  now: number;
  ledger: Pick<Ledger, 'execution'>;
  worldAt(at: number): Pick<World, 'find' | 'instances'>;
}

/** From being asked for to the first task, and from that to the loop. World ms. */
const SELECT_AFTER_MS = 1000;
const LOOP_AFTER_MS = 2000;

export type ExecutionStatus = 'Started' | 'Running' | 'Waiting' | 'Success' | 'Failed' | 'Cancelled';

/** One item of the loop. Times in world epoch ms. */
export interface ItemLife {
  item: string;
  /** From 1. */
  batch: number;
  state: ItemState;
  /** Why it failed. */
  message: string;
  attempts: readonly Attempt[];
  beganAt: number | null;
  endedAt: number | null;
}

export interface LoopLife {
  startedAt: number;
  items: readonly ItemLife[];
  step: RateStep;
}

/** An execution at one moment (contract OOS 5, 11.5 to 11.9). */
export interface EngineLife {
  status: ExecutionStatus;
  message: string;
  /** What a waiting execution waits for; both names are ours (contract OOS 12). */
  waitingFor: 'BatchPause' | 'TaskFailure' | null;
  /** null: its time has not come. */
  selectedAt: number | null;
  loop: LoopLife | null;
  endedAt: number | null;
}

/** Where an execution stands: a function of its acts, the records of its runs, and the clock. */
export function lifeOf(run: EngineRun, scene: EngineScene): EngineLife {
  const { at, cancelledAt } = run;
  const until = Math.min(scene.now, cancelledAt ?? scene.now);
  const selectedAt = until < at + SELECT_AFTER_MS ? null : at + SELECT_AFTER_MS;
  const early = { message: '', waitingFor: null, selectedAt, loop: null, endedAt: cancelledAt };
  if (until < at + LOOP_AFTER_MS)
    return {
      ...early,
      status: cancelledAt !== null ? 'Cancelled' : selectedAt === null ? 'Started' : 'Running',
    };
  const selected = itemsOf(run, scene);
  const startedAt = at + LOOP_AFTER_MS;
  if (selected.length > MOST_LOOP_ITEMS) {
    const message = `Task runCommand failed: ${selected.length} items are more than the ${MOST_LOOP_ITEMS} a loop takes.`;
    return { ...early, status: 'Failed', message, endedAt: startedAt };
  }
  return { ...early, ...loopLife(run, scene, selected, startedAt) };
}

const selections = new WeakMap<EngineRun, string[]>();

/** What was selected when the loop began; it stays the same whatever becomes of the instances. */
function itemsOf(run: EngineRun, { worldAt }: EngineScene): string[] {
  const items = selections.get(run) ?? selectItems(run.order.targets, worldAt(run.at + LOOP_AFTER_MS));
  selections.set(run, items);
  return items;
}

function loopLife(run: EngineRun, scene: EngineScene, selected: readonly string[], startedAt: number) {
  const { order, cancelledAt, rejectedAt } = run;
  const batches = batchNumbers(order.control, selected.length);
  const items = selected.map((item, place) => itemLife(run, item, batches[place] ?? 1, scene));
  const failed = items.filter(({ state }) => state === 'failed').length;
  const isOver = isOverLimit(failed, order.control, items.length);
  const step = nextRateStep(
    items.map(({ state }) => state),
    order.control,
    run.approvals.length,
  );
  const lastEnd = Math.max(startedAt, ...items.map(({ endedAt }) => endedAt ?? 0));
  const standing = (status: ExecutionStatus, endedAt: number | null, more: Partial<EngineLife> = {}) => ({
    status,
    endedAt,
    loop: { startedAt, step, items: endedAt === null ? items : closed(items, endedAt, status) },
    ...more,
  });
  if (cancelledAt !== null) return standing('Cancelled', cancelledAt);
  if (rejectedAt !== null) return standing('Failed', rejectedAt, { message: 'The execution was rejected.' });
  if (isOver && order.pausesOnFailure) return standing('Waiting', null, { waitingFor: 'TaskFailure' });
  if (step.kind === 'pause') return standing('Waiting', null, { waitingFor: 'BatchPause' });
  const isEnding = step.kind === 'stop' && items.every(({ state }) => state !== 'running');
  if (isOver && (isEnding || step.kind === 'done')) {
    const message = `Task runCommand failed: ${failed} of ${items.length} items failed, more than are tolerated.`;
    return standing('Failed', lastEnd, { message });
  }
  return step.kind === 'done' ? standing('Success', lastEnd) : standing('Running', null);
}

/** The items once nothing more starts: cancelling leaves none under way, any other end lets them finish. */
function closed(items: readonly ItemLife[], at: number, how: ExecutionStatus): ItemLife[] {
  return items.map((life) => {
    const { state, endedAt } = life;
    const isCut = state === 'pending' || (how === 'Cancelled' && (endedAt === null || endedAt > at));
    return isCut ? { ...life, state: 'cancelled', message: '', endedAt: at } : life;
  });
}

function itemLife(run: EngineRun, item: string, batch: number, { ledger }: EngineScene): ItemLife {
  const attempts = run.attempts.get(item) ?? [];
  const last = attempts.at(-1);
  const beganAt = last?.at ?? null;
  const life = { item, batch, attempts, beganAt, message: '' };
  const skippedAt = run.skips.get(item);
  if (skippedAt !== undefined) return { ...life, state: 'skipped', endedAt: skippedAt };
  const isDue = attempts.length <= (run.retries.get(item)?.length ?? 0);
  if (last === undefined || isDue) return { ...life, state: 'pending', beganAt: null, endedAt: null };
  if (last.refusal !== null) {
    const { code, message } = last.refusal;
    return { ...life, state: 'failed', message: reason(code, message), endedAt: last.at };
  }
  const record = ledger.execution({ invokeId: last.invokeId ?? '', instanceId: item, repeat: 1 });
  if (record?.finished) {
    const { status, at, errorCode, errorInfo } = record.finished;
    if (status === 'Success') return { ...life, state: 'succeeded', endedAt: at };
    const message =
      status === 'Terminated' ? reason('InvocationStopped', 'it was stopped') : reason(errorCode, errorInfo);
    return { ...life, state: 'failed', message, endedAt: at };
  }
  if (record && statusOf(record) === 'Cancelled')
    return {
      ...life,
      state: 'failed',
      message: reason('InvocationStopped', 'it was stopped'),
      endedAt: record.stoppedAt,
    };
  return { ...life, state: 'running', endedAt: null };
}

function reason(code: string, message: string): string {
  return `Code: ${code}, Message: ${message}`;
}
