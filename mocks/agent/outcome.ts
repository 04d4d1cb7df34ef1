import type { Console } from './console';
import type { FileChange, ScriptResult } from './runner';

type Ending = Pick<ScriptResult, 'outcome' | 'exitCode' | 'errorCode' | 'errorInfo'>;

/** The script ended by itself (contract 4.5: ExitCodeNonzero with the service's own sentence). */
export function exited(exitCode: number): Ending {
  return exitCode === 0
    ? { outcome: 'exited', exitCode, errorCode: '', errorInfo: '' }
    : {
        outcome: 'exited',
        exitCode,
        errorCode: 'ExitCodeNonzero',
        errorInfo: 'the command execution exit code is not zero',
      };
}

export function timedOut(timeoutSeconds: number): Ending {
  return {
    outcome: 'timeout',
    exitCode: null,
    errorCode: 'ExecutionTimeout',
    errorInfo: `the command execution has been timeout (${timeoutSeconds} s)`,
  };
}

/** Ended from outside, by the signal. The caller knows why and words the record. */
export function interrupted(): Ending {
  return failed('ExecutionInterrupted', 'the command execution has been interrupted');
}

export function failed(errorCode: string, errorInfo: string): Ending {
  return { outcome: 'failed', exitCode: null, errorCode, errorInfo };
}

export function toResult(
  ending: Ending,
  console: Console,
  files: readonly FileChange[] | null,
): ScriptResult {
  return { ...ending, output: console.output(), dropped: console.dropped(), files };
}
