import type { ExecutionFinished } from './acts';
import type { ScriptResult } from './agent/runner';
import { deadlineOf } from './run-record';
import type { Execution } from './run-record';

/** Why a script was ended from outside; `gone`: its record no longer concerns this emulator. */
export type EndedEarly = 'stopped' | 'timeout' | 'gone' | null;

/** The part of a finished record that its end decides. */
export type Ending = Pick<ExecutionFinished, 'at' | 'status' | 'exitCode' | 'errorCode' | 'errorInfo'>;

/** How a script's end reads in its record (contract 4.1, 4.5); `now` in world time. */
export function endingOf(execution: Execution, result: ScriptResult, early: EndedEarly, now: number): Ending {
  const deadline = deadlineOf(execution) - execution.lateBy;
  const at = Math.max(execution.startedAt ?? 0, Math.min(now - execution.lateBy, deadline));
  if (execution.stoppedAt !== null) return terminated(Math.max(at, execution.stoppedAt));
  if (early === 'timeout' || result.outcome === 'timeout') {
    const errorInfo = result.errorInfo || 'the command execution has timed out';
    return { at: deadline, status: 'Timeout', exitCode: null, errorCode: 'ExecutionTimeout', errorInfo };
  }
  const { exitCode, errorInfo } = result;
  if (result.outcome === 'exited') {
    if (exitCode === 0) return { at, status: 'Success', exitCode, errorCode: '', errorInfo: '' };
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

/**
 * The end of a record whose tab died, if it was being stopped or its time is over (or has not come: the world's clock
 * was set back); null: its script can be run again.
 */
export function endingOfOrphan(execution: Execution, now: number): Ending | null {
  const startedAt = execution.startedAt ?? now;
  if (execution.stoppedAt !== null) return terminated(Math.max(execution.stoppedAt, startedAt));
  const deadline = deadlineOf(execution);
  if (now >= startedAt + execution.lateBy && now < deadline) return null;
  const errorInfo = 'the command execution was interrupted';
  return {
    at: deadline - execution.lateBy,
    status: 'Error',
    exitCode: null,
    errorCode: 'ExecutionInterrupted',
    errorInfo,
  };
}

function terminated(at: number): Ending {
  return { at, status: 'Terminated', exitCode: null, errorCode: '', errorInfo: '' };
}

/** The result of a script that could not be run. */
export function failure(errorCode: string, errorInfo: string): ScriptResult {
  return {
    outcome: 'failed',
    exitCode: null,
    output: new Uint8Array(),
    dropped: 0,
    errorCode,
    errorInfo,
    files: null,
  };
}
