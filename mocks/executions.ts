import { substitute } from '@/domain/parameters';
import type { AccountState } from './account-state';
import type { Act, ExecutionFinished } from './acts';
import type { ScriptResult, ScriptRunner } from './agent/runner';
import type { Clock } from './clock';
import { deliveryOf } from './delivery';
import { diskKey, outputKey, packDisk, unpackDisk } from './disk-blob';
import type { Journal } from './journal';
import { deadlineOf } from './ledger';
import type { Execution } from './ledger';

/** Account number of the demo, for `{{ACS::AccountId}}`. */
export const ACCOUNT_ID = '100000000000';
const AT_ONCE = 4;
/** How often a running script is held against the world's clock and the user's stop. Real ms. */
const WATCH_MS = 250;
/** A script that was told to end and does not is given up after this long. Real ms. */
const GRACE_MS = 5_000;

export interface Executions {
  /** Starts what can be started. Returns at once; safe to call at any time. */
  pump(): void;
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
  /** Told about what cannot be recorded, such as a full disk. */
  onError(error: unknown): void;
}

type EndedEarly = 'stopped' | 'timeout' | 'gone' | null;

/**
 * Runs what the ledger says is waiting, at most four scripts at once and one per instance. The instance's lock is held
 * meanwhile, so no two tabs ever run the same record. A started record whose lock is free belongs to a tab that died: it
 * is run again from the beginning until its deadline, and after that ends as ExecutionInterrupted.
 */
export function createExecutions({ journal, state, clock, runner, outputBytes, onError }: Dependencies): Executions {
  const busy = new Map<string, Promise<void>>();
  const abortAll = new AbortController();

  /** One pass over what is open. Instances another tab works on are left to it until the next pump. */
  function startSome(heldElsewhere: Set<string>): void {
    const now = clock.now();
    const seen = new Set<string>();
    for (const execution of state.ledger.open) {
      if (busy.size >= AT_ONCE || abortAll.signal.aborted) return;
      const { instanceId } = execution;
      if (seen.has(instanceId)) continue;
      if (execution.startedAt === null && deliveryOf(execution, state.world, now).kind === 'wait') continue;
      seen.add(instanceId);
      if (busy.has(instanceId) || heldElsewhere.has(instanceId)) continue;
      busy.set(instanceId, workOn(instanceId, heldElsewhere));
    }
  }

  async function workOn(instanceId: string, heldElsewhere: Set<string>): Promise<void> {
    let worked = false;
    try {
      await journal.locks.tryHold(`agent/${instanceId}`, async () => {
        worked = await executeNext(instanceId);
      });
    } catch (error) {
      onError(error);
    }
    busy.delete(instanceId);
    startSome(worked ? new Set() : heldElsewhere.add(instanceId));
  }

  /** Takes the instance's oldest open record to its end. False: there was none to take. */
  async function executeNext(instanceId: string): Promise<boolean> {
    const execution = await journal.locks.withWrite(() => claim(instanceId));
    if (execution === 'settled') return true;
    if (execution === null) return false;
    const { result, early } = await runScript(execution);
    if (early === 'gone') return true;
    await journal.locks.withWrite(async () => {
      await state.sync();
      // After a reset or a change of fleet the record is no more, or another object.
      const current = recordNow(execution);
      if (current && state.ledger.open.has(current)) await finish(current, result, early);
    });
    return true;
  }

  function recordNow({ invokeId, instanceId, repeat }: Execution): Execution | undefined {
    return state.ledger.invocations
      .get(invokeId)
      ?.executions.find((other) => other.instanceId === instanceId && other.repeat === repeat);
  }

  /** Under the write lock: decides what to do with the oldest open record of the instance. */
  async function claim(instanceId: string): Promise<Execution | 'settled' | null> {
    await state.sync();
    const now = clock.now();
    for (const execution of state.ledger.open) {
      if (execution.instanceId !== instanceId) continue;
      if (execution.startedAt !== null) return (await endOrphan(execution, now)) ? 'settled' : execution;
      const delivery = deliveryOf(execution, state.world, now);
      if (delivery.kind === 'wait') continue;
      const key = keyOf(execution);
      if (delivery.kind === 'deliver') {
        await record([{ kind: 'ExecutionStarted', at: now, ...key }]);
        return execution;
      }
      const { at, status, errorCode, errorInfo } = delivery;
      await record([{ kind: 'ExecutionFinished', at, ...key, status, exitCode: null, dropped: 0, errorCode, errorInfo }]);
      return 'settled';
    }
    return null;
  }

  /** Ends a record whose tab died, if it was being stopped or its time is over; false: it can be run again. */
  async function endOrphan(execution: Execution, now: number): Promise<boolean> {
    const stopped = execution.stoppedAt !== null;
    if (!stopped && now < deadlineOf(execution) && now >= (execution.startedAt ?? 0)) return false;
    const end = { exitCode: null, dropped: 0 };
    const at = stopped ? Math.max(execution.stoppedAt ?? now, execution.startedAt ?? now) : deadlineOf(execution);
    await record([
      stopped
        ? { kind: 'ExecutionFinished', at, ...keyOf(execution), ...end, status: 'Terminated', errorCode: '', errorInfo: '' }
        : {
            kind: 'ExecutionFinished',
            at,
            ...keyOf(execution),
            ...end,
            status: 'Error',
            errorCode: 'ExecutionInterrupted',
            errorInfo: 'the command execution was interrupted',
          },
    ]);
    return true;
  }

  async function runScript(execution: Execution): Promise<{ result: ScriptResult; early: EndedEarly }> {
    const { invocation, instanceId } = execution;
    const instance = state.world.find(invocation.regionId, instanceId);
    if (!instance) return { result: failure('InstanceNotExists', 'the specified instance does not exist'), early: null };
    const files = unpackDisk(await journal.blob(diskKey(instanceId)));
    const now = clock.now();
    const ender = new AbortController();
    let early: EndedEarly = null;
    const endEarly = (why: EndedEarly) => {
      early ??= why;
      ender.abort();
    };
    const closed = () => endEarly('gone');
    abortAll.signal.addEventListener('abort', closed);
    const watch = setInterval(() => {
      state.sync().catch(onError);
      const current = recordNow(execution);
      if (!current) endEarly('gone');
      else if (current.stoppedAt !== null) endEarly('stopped');
      else if (clock.now() >= deadlineOf(current)) endEarly('timeout');
    }, WATCH_MS);
    try {
      const job = {
        id: `${execution.invokeId}/${instanceId}/${execution.repeat}`,
        type: invocation.commandType,
        script: invocation.enableParameter ? filledIn(execution, instance.instanceName) : invocation.content,
        workingDir: invocation.workingDir,
        timeoutSeconds: Math.max(1, Math.ceil((deadlineOf(execution) - now) / 1000)),
        username: invocation.username,
        instance,
        files,
        now,
      };
      return { result: await withGrace(runner.run(job, ender.signal), ender.signal), early };
    } catch (error) {
      if (early === null) onError(error);
      return { result: failure('ExecutionException', 'the command execution failed with an exception'), early };
    } finally {
      clearInterval(watch);
      abortAll.signal.removeEventListener('abort', closed);
    }
  }

  /** Under the write lock: records how a script ended. */
  async function finish(execution: Execution, result: ScriptResult, early: EndedEarly): Promise<void> {
    const deadline = deadlineOf(execution);
    const ended = Math.max(execution.startedAt ?? 0, Math.min(clock.now(), deadline));
    const kept = result.output.subarray(0, outputBytes);
    const key = outputKey(execution.invokeId, execution.instanceId, execution.repeat);
    const act: ExecutionFinished = {
      kind: 'ExecutionFinished',
      ...keyOf(execution),
      ...ending(execution, result, early, ended, deadline),
      ...(kept.length > 0 ? { output: { blob: key } } : {}),
      dropped: result.dropped + (result.output.length - kept.length),
    };
    const blobs: Record<string, Uint8Array> = {};
    if (kept.length > 0) blobs[key] = kept;
    if (result.files) blobs[diskKey(execution.instanceId)] = packDisk(result.files);
    await record([act], blobs);
  }

  async function record(acts: Act[], blobs?: Record<string, Uint8Array>): Promise<void> {
    await journal.append(acts, blobs);
    await state.sync();
  }

  async function settle(): Promise<void> {
    const overdue = () => {
      const now = clock.now();
      return [...state.ledger.open].flatMap((execution) => {
        if (execution.startedAt !== null) return [];
        const instance = state.world.find(execution.invocation.regionId, execution.instanceId);
        if (!instance || instance.agent.state === 'online') return [];
        const delivery = deliveryOf(execution, state.world, now);
        return delivery.kind === 'refuse' ? [{ execution, delivery }] : [];
      });
    };
    if (overdue().length === 0) return;
    await journal.locks.withWrite(async () => {
      await state.sync();
      const acts = overdue().map(({ execution, delivery: { kind: _kind, ...why } }): Act => {
        return { kind: 'ExecutionFinished', ...keyOf(execution), ...why, exitCode: null, dropped: 0 };
      });
      if (acts.length > 0) await record(acts);
    });
  }

  return {
    pump: () => startSome(new Set()),
    settle,
    async idle() {
      while (busy.size > 0) await Promise.all(busy.values());
    },
    close() {
      abortAll.abort();
      runner.close();
    },
  };
}

const keyOf = ({ invokeId, instanceId, repeat }: Execution) => ({ invokeId, instanceId, repeat });

/** The script with its parameters and the service's own values put in (contract 4.7). */
function filledIn({ invocation, instanceId }: Execution, instanceName: string): string {
  return substitute(invocation.content, invocation.parameters, {
    'ACS::RegionId': invocation.regionId,
    'ACS::AccountId': ACCOUNT_ID,
    'ACS::InstanceId': instanceId,
    'ACS::InstanceName': instanceName,
    'ACS::InvokeId': invocation.invokeId,
    'ACS::CommandId': invocation.commandId,
  }).text;
}

type Ending = Pick<ExecutionFinished, 'at' | 'status' | 'exitCode' | 'errorCode' | 'errorInfo'>;

function ending(execution: Execution, result: ScriptResult, early: EndedEarly, at: number, deadline: number): Ending {
  if (execution.stoppedAt !== null) {
    return { at: Math.max(at, execution.stoppedAt), status: 'Terminated', exitCode: null, errorCode: '', errorInfo: '' };
  }
  if (early === 'timeout' || result.outcome === 'timeout') {
    const errorInfo = result.errorInfo || 'the command execution has timed out';
    return { at: deadline, status: 'Timeout', exitCode: null, errorCode: 'ExecutionTimeout', errorInfo };
  }
  const { exitCode, errorInfo } = result;
  if (result.outcome === 'exited' && exitCode === 0) return { at, status: 'Success', exitCode, errorCode: '', errorInfo: '' };
  if (result.outcome === 'exited') {
    return {
      at,
      status: 'Failed',
      exitCode,
      errorCode: result.errorCode || 'ExitCodeNonzero',
      errorInfo: errorInfo || 'the command execution exit code is not zero',
    };
  }
  const status = result.errorCode === 'CommandNotApplicable' ? 'Invalid' : 'Error';
  return { at, status, exitCode, errorCode: result.errorCode || 'ExecutionException', errorInfo };
}

function failure(errorCode: string, errorInfo: string): ScriptResult {
  return { outcome: 'failed', exitCode: null, output: new Uint8Array(), dropped: 0, errorCode, errorInfo, files: null };
}

/** A runner that ignores the order to end must not hold its record for ever. */
function withGrace(running: Promise<ScriptResult>, signal: AbortSignal): Promise<ScriptResult> {
  return new Promise((resolve, reject) => {
    let grace: ReturnType<typeof setTimeout> | undefined;
    signal.addEventListener('abort', () => {
      grace = setTimeout(() => resolve(failure('ExecutionException', 'the script could not be ended')), GRACE_MS);
    });
    running.then(resolve, reject).finally(() => clearTimeout(grace));
  });
}
