import type { Console } from '../console';
import { exited, failed, interrupted, toResult } from '../outcome';
import { isAbsolutePath } from '../paths';
import type { ScriptJob, ScriptResult } from '../runner';
import { runBat } from './bat';
import { runPowerShell } from './powershell';
import { CannotRun, ScriptExit, type WindowsSession } from './session';

const ACCOUNTS = ['administrator', 'system', 'guest'];

/**
 * Runs a Bat or PowerShell script as far as the demo can. At the first statement it cannot run the script ends, the
 * output so far is kept, and the record says which statement it was.
 */
export async function runWindows(
  job: ScriptJob,
  signal: AbortSignal,
  console: Console,
): Promise<ScriptResult> {
  if (job.username !== '' && !ACCOUNTS.includes(job.username.toLowerCase()))
    return toResult(
      failed('AccountNotExists', `the user "${job.username}" does not exist on the instance`),
      console,
      null,
    );
  const home = `C:\\ProgramData\\aliyun\\assist\\${job.instance.agent.version}`;
  const cwd = (job.workingDir || home).replaceAll('/', '\\');
  const known = [
    home,
    'C:',
    'C:\\',
    'C:\\Windows',
    'C:\\Windows\\System32',
    'C:\\Users',
    'C:\\Users\\Administrator',
    'C:\\Temp',
    'C:\\ProgramData',
    'C:\\inetpub\\wwwroot',
  ];
  if (
    !isAbsolutePath(cwd, 'windows') ||
    !known.some((path) => path.toLowerCase() === cwd.toLowerCase().replace(/(?<=.{3})\\$/, ''))
  )
    return toResult(
      failed('DirectoryNotExists', `the working directory "${cwd}" does not exist on the instance`),
      console,
      null,
    );

  const session: WindowsSession = {
    instance: job.instance,
    user: job.username || 'System',
    cwd,
    directories: known,
    startedAt: Date.now(),
    now: () => job.now + Date.now() - session.startedAt,
    write: (text) => console.write(new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'))),
  };
  try {
    if (signal.aborted) return toResult(interrupted(), console, null);
    const code =
      job.type === 'RunBatScript' ? runBat(job.script, session) : runPowerShell(job.script, session);
    return toResult(exited(code), console, null);
  } catch (error) {
    if (error instanceof ScriptExit) return toResult(exited(error.code), console, null);
    if (error instanceof CannotRun)
      return toResult(
        failed(
          'ExecutionException',
          `the demo cannot run this ${job.type === 'RunBatScript' ? 'Bat' : 'PowerShell'} statement (line ${error.line}): ${error.statement}`,
        ),
        console,
        null,
      );
    throw error;
  }
}
