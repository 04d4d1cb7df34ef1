import type { AccountState } from './account-state';
import type { Act, ExecutionFinished } from './acts';
import type { ScriptResult, ScriptRunner } from './agent/runner';
import type { Clock } from './clock';
import { deliveryOf } from './delivery';
import { diskKey, outputKey, packDisk, unpackDisk } from './disk-blob';
import { endingOf, endingOfOrphan, failure } from './execution-ending';
import type { EndedEarly, Ending } from './execution-ending';
import type { Journal } from './journal';
import { deadlineOf } from './run-record';
import type { Execution } from './run-record';
import { worldAt } from './lifecycle';
import { createMissedRuns } from './missed-runs';
import { dueFirings, isUnrun } from './periodic';
import type { Scene } from './periodic';
import { jobOf } from './script-job';
import { runScript } from './script-run';

const AT_ONCE = 4;
/** So many of those at most for firings that were due before: they must not keep out what users start now. */
const CATCHING_UP = 3;
/** A worker that has to be loaded first may take this long; the runner counts the script's own time. Ms. */
const LOADING_MS = 15_000;

export interface Executions {
  /** Starts what can be started. Returns at once; safe to call at any time. */
  pump(): void;
  /** Somebody looks at these records: firings among them whose scripts were not run are run now, as far as they can be. */
  lookAt(records: readonly Execution[]): void;
  /** Records what the passing of time alone has decided: deliveries given up. */
  settle(): Promise<void>;
  /** Resolves when this emulator executes nothing and has nothing it could start. */
  idle(): Promise<void>;
  close(): void;
}

interface Dependencies {
  journal: Journal;
  state: AccountState;
  clock: Clock;
  runner: ScriptRunner;
  outputBytes: number;
  /** Begins what waited for others to end; whether there was anything. */
  goOn(): Promise<boolean>;
  /** Told about what cannot be recorded, such as a full disk. */
  onError(error: unknown): void;
}

/**
 * Runs what the ledger says is waiting, at most four scripts at once and one per instance. The instance's lock is held
 * meanwhile, so no two tabs ever run the same record. A started record whose lock is free belongs to a tab that died: it
 * is run again from the beginning until its deadline, and after that ends as ExecutionInterrupted.
 */
export function createExecutions({
  journal,
  state,
  clock,
  runner,
  outputBytes,
  goOn,
  onError,
}: Dependencies): Executions {
  const busy = new Map<string, Promise<void>>();
  const catchingUp = new Set<string>();
  const closing = new AbortController();
  const missed = createMissedRuns();
  const worldNow = () => worldAt(state.world, state.ledger, clock.now());
  const scene = (): Scene => ({
    now: clock.now(),
    worldAt: (at) => worldAt(state.world, state.ledger, at),
  });

  /** What can be worked on now: open records, firings that are due, and those of the past somebody looks at. */
  function* workable(): Generator<Execution> {
    const now = clock.now();
    const world = worldNow();
    const isFree = ({ invocation, instanceId }: Execution) => {
      const instance = world.find(invocation.regionId, instanceId);
      return instance?.state === 'Running' && instance.agent.state === 'online';
    };
    for (const execution of state.ledger.open) {
      const waits = execution.startedAt === null && deliveryOf(execution, world, now).kind === 'wait';
      if (!waits) yield execution;
    }
    for (const firing of dueFirings(state.ledger, scene())) if (isFree(firing)) yield firing;
    for (const firing of missed.unrun(state.ledger, scene())) if (isFree(firing)) yield firing;
  }

  /** One pass over what there is. Instances another tab works on are left to it until the next pump. */
  function startSome(heldElsewhere: Set<string>): void {
    const seen = new Set<string>();
    for (const execution of workable()) {
      const { instanceId } = execution;
      if (busy.size >= AT_ONCE || closing.signal.aborted) return;
      if (seen.has(instanceId)) continue;
      if (isUnrun(execution) && catchingUp.size >= CATCHING_UP) return;
      seen.add(instanceId);
      if (busy.has(instanceId) || heldElsewhere.has(instanceId)) continue;
      if (isUnrun(execution)) catchingUp.add(instanceId);
      busy.set(instanceId, workOn(instanceId, heldElsewhere));
    }
  }

  async function workOn(instanceId: string, heldElsewhere: Set<string>): Promise<void> {
    let worked = false;
    try {
      await journal.locks.tryHold(`agent/${instanceId}`, async () => {
        worked = await executeNext(instanceId);
      });
      if (worked) await goOn();
    } catch (error) {
      onError(error);
    }
    busy.delete(instanceId);
    catchingUp.delete(instanceId);
    startSome(worked ? new Set() : heldElsewhere.add(instanceId));
  }

  /** Takes the instance's oldest open record to its end. False: there was none to take. */
  async function executeNext(instanceId: string): Promise<boolean> {
    const execution = await journal.locks.withWrite(() => claim(instanceId));
    if (execution === 'settled') return true;
    if (execution === null) return false;
    const { result, early } = await execute(execution);
    if (early === 'gone') return true;
    await journal.locks.withWrite(async () => {
      await state.sync();
      // After a reset or a change of fleet the record is no more, or another object.
      const current = openRecordNow(execution);
      if (current) await finish(current, result, early);
    });
    return true;
  }

  /** The record as the ledger has it now; undefined when it ended meanwhile, or is no more. */
  function openRecordNow(execution: Execution): Execution | undefined {
    const current = state.ledger.execution(execution);
    return current && state.ledger.open.has(current) ? current : undefined;
  }

  /** Under the write lock: decides what to do with the oldest open record of the instance. */
  async function claim(instanceId: string): Promise<Execution | 'settled' | null> {
    await state.sync();
    const now = clock.now();
    for (const execution of workable()) {
      if (execution.instanceId !== instanceId) continue;
      if (isUnrun(execution)) {
        await record([begunAct(execution, execution.dueAt, now)]);
        return openRecordNow(execution) ?? 'settled';
      }
      if (execution.startedAt !== null) {
        const end = endingOfOrphan(execution, now);
        if (!end) return execution;
        if (isEngines(execution) && now >= execution.startedAt) {
          await record([begunAct(execution, execution.startedAt, now)]);
          return execution;
        }
        await record([finishedAct(execution, end)]);
        return 'settled';
      }
      const delivery = deliveryOf(execution, worldNow(), now);
      if (delivery.kind === 'wait') continue;
      if (delivery.kind === 'deliver') {
        await record([
          isEngines(execution)
            ? begunAct(execution, execution.dueAt, now)
            : { kind: 'ExecutionStarted', at: now, ...keyOf(execution) },
        ]);
        return execution;
      }
      await record([finishedAct(execution, delivery.end)]);
      return 'settled';
    }
    return null;
  }

  /** Hands a started record to the runner. */
  async function execute(execution: Execution) {
    const { invocation, instanceId } = execution;
    const instance = worldNow().find(invocation.regionId, instanceId);
    if (!instance) {
      return { result: failure('InstanceNotExists', 'the specified instance does not exist'), early: null };
    }
    const files = unpackDisk(await journal.blob(diskKey(instanceId)));
    const now = clock.now();
    const offset = now - clock.machine();
    return runScript(runner, jobOf(execution, instance, files, now), {
      closed: closing.signal,
      onError,
      verdict() {
        // What another tab did is seen at the next look.
        state.sync().catch(onError);
        const current = openRecordNow(execution);
        if (!current) return 'gone';
        if (current.stoppedAt !== null) return 'stopped';
        // The runner ends what takes too long; this is for a world that was moved, and for a runner that hangs.
        const moved = Math.abs(clock.now() - clock.machine() - offset) > 1000;
        return clock.now() >= deadlineOf(current) + (moved ? 0 : LOADING_MS) ? 'timeout' : null;
      },
    });
  }

  /** Under the write lock: records how a script ended. */
  async function finish(execution: Execution, result: ScriptResult, early: EndedEarly): Promise<void> {
    const kept = result.output.subarray(0, outputBytes);
    const blob = outputKey(execution.invokeId, execution.instanceId, execution.repeat);
    const end = {
      ...finishedAct(execution, endingOf(execution, result, early, clock.now())),
      dropped: result.dropped + (result.output.length - kept.length),
    };
    const blobs: Record<string, Uint8Array> = {};
    if (kept.length > 0) blobs[blob] = kept;
    if (result.files && !isOfThePast(execution))
      blobs[diskKey(execution.instanceId)] = packDisk(result.files);
    try {
      await record([kept.length > 0 ? { ...end, output: { blob } } : end], blobs);
    } catch (error) {
      // Most likely the browser's storage is full: what happened matters more than what was printed.
      onError(error);
      const why = {
        status: 'Error',
        errorCode: 'ExecutionException',
        errorInfo: 'the output could not be stored',
      } as const;
      await record([{ ...end, ...why, dropped: result.output.length }]);
    }
  }

  async function record(acts: Act[], blobs?: Record<string, Uint8Array>): Promise<void> {
    await journal.append(acts, blobs);
    await state.sync();
  }

  /** Records nobody took within the delivery window. */
  function overdue(): Act[] {
    const now = clock.now();
    const world = worldNow();
    return [...state.ledger.open].flatMap((execution) => {
      if (execution.startedAt !== null) return [];
      const instance = world.find(execution.invocation.regionId, execution.instanceId);
      if (!instance || instance.agent.state === 'online') return [];
      const delivery = deliveryOf(execution, world, now);
      return delivery.kind === 'refuse' ? [finishedAct(execution, delivery.end)] : [];
    });
  }

  async function settle(): Promise<void> {
    do {
      if (overdue().length > 0) {
        await journal.locks.withWrite(async () => {
          await state.sync();
          const acts = overdue();
          if (acts.length > 0) await record(acts);
        });
      }
    } while (await goOn());
  }

  return {
    pump: () => startSome(new Set()),
    lookAt(records) {
      if (missed.ask(records)) startSome(new Set());
    },
    settle,
    async idle() {
      while (busy.size > 0) await Promise.all(busy.values());
    },
    close() {
      closing.abort();
      runner.close();
    },
  };
}

/** A firing that was not the latest any more when its script was run: it shows what it prints and leaves nothing behind. */
function isOfThePast({ invocation: { periodic }, repeat, startedAt, lateBy }: Execution): boolean {
  return periodic !== null && repeat < periodic.schedule.count((startedAt ?? 0) + lateBy);
}

const keyOf = ({ invokeId, instanceId, repeat }: Execution) => ({ invokeId, instanceId, repeat });

/** Begun by the orchestration service's engine, which goes on while nobody looks. */
function isEngines({ invocation, stoppedAt }: Execution): boolean {
  return invocation.engine !== undefined && stoppedAt === null;
}

/** A script that runs as of a moment that has passed. */
function begunAct(execution: Execution, at: number, takenUpAt: number): Act {
  return { kind: 'ExecutionStarted', at, takenUpAt, ...keyOf(execution) };
}

function finishedAct(execution: Execution, end: Ending): ExecutionFinished {
  return { kind: 'ExecutionFinished', ...keyOf(execution), dropped: 0, ...end };
}
