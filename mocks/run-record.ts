import { rollUpNew, rollUpOld, toOldStatus } from '@/domain/invocation-status';
import type { NewOverall, OldOverall, OldStatus, RecordStatus } from '@/domain/invocation-status';
import type { Profile } from '@/domain/limits';
import type { ExecutionFinished, ExecutionKey, InvocationCreated } from './acts';
import type { Schedule } from './schedule';

/** One instance's record in one invocation. Times in world epoch ms. */
export interface Execution extends ExecutionKey {
  invocation: Invocation;
  /** When it was to begin: at once, or at its firing. */
  dueAt: number;
  startedAt: number | null;
  /** How much later than `startedAt` its script really began: firings of a time in which nobody looked. Ms. */
  lateBy: number;
  /** When the user stopped it. */
  stoppedAt: number | null;
  finished: ExecutionFinished | null;
}

export interface Invocation extends Omit<InvocationCreated, 'kind' | 'at'> {
  createdAt: number;
  /** Of a periodic run that was modified: what it did before, oldest first. */
  earlier: EarlierScript[];
  /** One per instance; of a periodic run those firings whose scripts were begun, in no order: see `periodic.ts`. */
  executions: Execution[];
  /** Null: once. */
  periodic: Periodic | null;
  /** Executions that are not final yet. */
  openCount: number;
  /** Known once everything is final: what a status filter over thousands of records needs. */
  finalOverall: Overall | null;
}

/** What a periodic run did for firings up to a moment. */
export interface EarlierScript {
  until: number;
  script: Pick<InvocationCreated, 'content' | 'enableParameter' | 'parameters' | 'commandId'>;
}

/** What a record runs: of a periodic run that was modified since, what it was at the firing. */
export function scriptOf({ invocation, dueAt }: Execution): EarlierScript['script'] {
  return invocation.earlier.find(({ until }) => dueAt <= until)?.script ?? invocation;
}

/** What makes a run periodic. Its records are computed; only those whose scripts were begun are kept. */
export interface Periodic {
  frequency: string;
  schedule: Schedule;
  /** By instance: when the user stopped it there. */
  stops: Map<string, number>;
  /** By instance that came later: how many firings had been by then, none of which is its own. */
  missed: Map<string, number>;
  /** By instance and number of the firing. */
  begun: Map<string, Map<number, Execution>>;
}

export interface Overall {
  old: OldOverall;
  today: NewOverall;
}

export function statusOf(execution: Execution): RecordStatus {
  if (execution.finished) return execution.finished.status;
  if (execution.startedAt === null) return execution.stoppedAt === null ? 'Pending' : 'Cancelled';
  return execution.stoppedAt === null ? 'Running' : 'Stopping';
}

/** The old word of a record; the manual's time had none for a record that is being stopped: still Running (contract 4.1). */
export function oldStatusOf(status: RecordStatus, profile: Profile): OldStatus {
  return status === 'Stopping' && profile === 'manual' ? 'Running' : toOldStatus(status);
}

/** Both overall statuses of a one-off run (contract 4.3); of a periodic one see `overallOf` in `periodic.ts`. */
export function overallOfOnce(invocation: Invocation, profile: Profile): Overall {
  if (invocation.finalOverall) return invocation.finalOverall;
  const statuses = invocation.executions.map(statusOf);
  const old = rollUpOld(
    statuses.map((status) => oldStatusOf(status, profile)),
    'once',
  );
  const overall = { old, today: rollUpNew(statuses, 'once') };
  if (invocation.openCount === 0) invocation.finalOverall = overall;
  return overall;
}

/** Latest world time at which the script must have ended. */
export function deadlineOf(execution: Execution): number {
  return (execution.startedAt ?? 0) + execution.lateBy + execution.invocation.timeoutSeconds * 1000;
}

/** A record nothing has happened to. */
export function untouched(
  invocation: Invocation,
  instanceId: string,
  repeat: number,
  dueAt: number,
): Execution {
  const { invokeId } = invocation;
  const nothing = { startedAt: null, lateBy: 0, stoppedAt: null, finished: null };
  return { invokeId, instanceId, repeat, invocation, dueAt, ...nothing };
}
