import { osTypeFor } from '@/domain/command-type';
import { createConsole } from './console';
import { failed, interrupted, toResult } from './outcome';
import type { ScriptJob, ScriptResult } from './runner';
import { runShell } from './shell/run-shell';
import { runWindows } from './windows/run-windows';

/**
 * Executes one script in the calling thread. `onOutput` hears of kept output as it is written. A fault of the demo
 * itself ends as ExecutionException with its text, never as a rejected promise.
 */
export async function execute(
  job: ScriptJob,
  signal: AbortSignal,
  onOutput?: (bytes: Uint8Array) => void,
): Promise<ScriptResult> {
  const console = createConsole(onOutput);
  if (signal.aborted) return toResult(interrupted(), console, null);
  if (osTypeFor(job.type) !== job.instance.osType)
    return toResult(
      failed('CommandNotApplicable', `${job.type} cannot run on ${job.instance.osNameEn}`),
      console,
      null,
    );
  try {
    return job.instance.osType === 'linux'
      ? await runShell(job, signal, console)
      : await runWindows(job, signal, console);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return toResult(
      failed('ExecutionException', `the demo could not run the script: ${text}`),
      console,
      null,
    );
  }
}
