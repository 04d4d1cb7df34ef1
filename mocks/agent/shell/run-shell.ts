import type { ScriptNode } from 'just-bash';
import { Bash, type ExecOptions } from 'just-bash/browser';
import { isAbsolutePath } from '../paths';
import type { Console } from '../console';
import { exited, failed, interrupted, timedOut, toResult } from '../outcome';
import type { ScriptJob, ScriptResult } from '../runner';
import { buildMachine } from '../os/build-machine';
import { parsePasswd } from '../os/accounts';
import { buildImage } from '../os/image';
import type { Account, Machine } from '../os/machine';
import { machineCommands } from '../commands';
import { STOPPED_UNITS } from '../commands/services';
import { Disk, CONSOLE_PATH } from './disk';
import { teeCommand, type Copy } from './exec-tee';
import { exitTraps, type ExitTrap } from './exit-trap';
import { refuseUnset } from './unset-variables';
import { functionsOf, withoutTwinNames, writeInOrder } from './written-order';

/** Room for real work; a script beyond it ends with ExecutionException and says which limit it met. */
const LIMITS = {
  maxCommandCount: 20_000_000,
  maxLoopIterations: 20_000_000,
  maxWorkUnits: 1_000_000_000,
  maxAwkIterations: 20_000_000,
  maxSedIterations: 5_000_000,
  maxOutputSize: 64 * 1024 * 1024,
  maxStringLength: 32 * 1024 * 1024,
  maxCallDepth: 200,
} as const;

const LIMIT_EXIT_CODE = 126;
const STOPPED_MESSAGE =
  /^(?:bash: )?(?:execution (?:aborted|exceeded execution deadline.*)|\S+ exceeded its execution deadline)\n?/gm;
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Runs a Shell script on a Linux instance in the calling thread. Ends at the time-out and on `signal` - the latter not
 * inside a loop that never waits: whoever needs that too must end the thread.
 */
export async function runShell(job: ScriptJob, signal: AbortSignal, console: Console): Promise<ScriptResult> {
  const machine = buildMachine(job.instance);
  const beganAt = Date.now();
  const worldNow = () => job.now + Date.now() - beganAt;
  const disk = new Disk(console, worldNow);
  await disk.load(buildImage(machine, job.now), job.files);

  const stopped = await disk.readdir(STOPPED_UNITS).catch(() => []);
  for (const unit of stopped) machine.unitStates.set(unit, 'inactive');
  const accounts = parsePasswd(await disk.readFile('/etc/passwd').catch(() => ''));
  const user = accounts.find(({ name }) => name === (job.username || 'root'));
  if (user === undefined)
    return toResult(
      failed('AccountNotExists', `the user "${job.username}" does not exist on the instance`),
      console,
      null,
    );
  const cwd = job.workingDir || (user.name === 'root' ? '/root' : user.home);
  const problem = await directoryProblem(disk, cwd);
  if (problem !== null) return toResult(failed('DirectoryNotExists', problem), console, null);

  return execute(job, { ...machine, accounts, user }, disk, cwd, signal, console);
}

async function execute(
  job: ScriptJob,
  machine: Machine,
  disk: Disk,
  cwd: string,
  signal: AbortSignal,
  console: Console,
): Promise<ScriptResult> {
  const startedAt = Date.now();
  const limitMs = job.timeoutSeconds * 1000;
  const traps: ExitTrap[] = [];
  const copies: Copy[] = [];
  const bash = new Bash({
    fs: disk,
    cwd,
    env: environment(machine.user, cwd, machine),
    customCommands: [
      ...machineCommands(machine, () => job.now + Date.now() - startedAt),
      exitTraps(traps),
      teeCommand(copies, console),
    ],
    executionLimits: { ...LIMITS, maxExecutionTimeMs: limitMs },
    processInfo: {
      pid: 2400 + (startedAt % 28_000),
      ppid: 1180,
      uid: machine.user.uid,
      gid: machine.user.gid,
    },
  });
  // What `bash -c`, `xargs` and their like run is parsed anew, and its output belongs to the command that runs it.
  let ownScript = true;
  let functions: ScriptNode['statements'] = [];
  bash.registerTransformPlugin({
    name: 'written-order',
    transform({ ast }) {
      if (!ownScript) return { ast };
      ownScript = false;
      const whole = { ...ast, statements: [...functions, ...refuseUnset(ast).statements] };
      functions = functionsOf(whole);
      return { ast: writeInOrder(whole, CONSOLE_PATH) };
    },
  });
  disk.settle();

  const run = async (script: string, options: Pick<ExecOptions, 'env' | 'replaceEnv' | 'cwd'>) => {
    ownScript = true;
    const answer = await bash.exec(script, { rawScript: true, signal, ...options });
    const rest = withoutTwinNames(answer.stdout + answer.stderr.replace(STOPPED_MESSAGE, ''));
    console.write(new TextEncoder().encode(rest));
    return answer;
  };
  const ended = () => signal.aborted || Date.now() - startedAt >= limitMs;
  let { exitCode, stderr } = await run(job.script.replaceAll('\r\n', '\n'), {});
  const trap = ended() ? undefined : traps[0];
  if (trap !== undefined) {
    const env = Object.fromEntries(trap.env);
    const answer = await run(`(exit ${exitCode})\n${trap.handler}\nexit ${exitCode}`, {
      env,
      replaceEnv: true,
      cwd: env['PWD'] ?? cwd,
    });
    ({ exitCode, stderr } = answer);
  }

  for (const { path, append, offset } of copies) {
    const bytes = console.output().subarray(offset);
    await (append ? disk.appendFile(path, bytes) : disk.writeFile(path, bytes)).catch(() => undefined);
  }
  const files = await disk.changes();
  if (signal.aborted) return toResult(interrupted(), console, files);
  if (Date.now() - startedAt >= limitMs) return toResult(timedOut(job.timeoutSeconds), console, files);
  const limit = exitCode === LIMIT_EXIT_CODE ? limitMessage(stderr) : null;
  return toResult(limit === null ? exited(exitCode) : failed('ExecutionException', limit), console, files);
}

function limitMessage(stderr: string): string | null {
  const text = /^(?:bash: )?(.*(?:exceeded|executionLimits).*)$/m.exec(stderr)?.[1];
  return text === undefined
    ? null
    : `the demo's shell stopped the script: ${withoutTwinNames(text).replace(/, increase executionLimits\.\w+/, '')}`;
}

async function directoryProblem(disk: Disk, path: string): Promise<string | null> {
  if (!isAbsolutePath(path, 'linux')) return `the working directory "${path}" is not an absolute path`;
  const stat = await disk.stat(path).catch(() => null);
  return stat?.isDirectory ? null : `the working directory "${path}" does not exist on the instance`;
}

function environment(user: Account, cwd: string, machine: Machine): Record<string, string> {
  return {
    PATH,
    HOME: user.home,
    USER: user.name,
    LOGNAME: user.name,
    SHELL: user.shell,
    PWD: cwd,
    LANG: 'en_US.UTF-8',
    TZ: 'Asia/Shanghai',
    HOSTNAME: machine.instance.hostName,
  };
}
