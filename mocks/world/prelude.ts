import type { Act, CommandCreated, ExecutionFinished, ExecutionKey, InvocationCreated } from '../acts';
import { DELIVERY_WINDOW_MS } from '../delivery';
import type { WorldInstance } from './instance';
import { PAST_OUTPUT } from './past-output';
import { type Ending, PAST_RUNS, type PastRun } from './past-runs';
import { madeAt, PAST_SCHEDULES, type PastSchedule, scheduleActs } from './past-schedules';
import { Draws, hash32 } from './random';
import { OUTPOST_COMMANDS, READY_COMMANDS } from './ready-scripts';
import { HOME_REGION } from './regions';
import { HOME_ROSTER } from './roster';
import type { World, WorldSeed } from './world';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** What the past is made from. */
type Home = Pick<World, 'regions' | 'instances'>;

function madeId(prefix: 'c' | 't', name: string): string {
  const hex = [0, 1].map((part) => hash32(`${part}/${name}`).toString(16).padStart(8, '0')).join('');
  return `${prefix}-${hex}`;
}

function commandsOf(world: Home, { seed, bornAt }: WorldSeed): CommandCreated[] {
  return world.regions.flatMap(({ regionId }) =>
    READY_COMMANDS.filter(
      (command) => regionId === HOME_REGION || OUTPOST_COMMANDS.includes(command.name),
    ).map(({ daysOld, ...command }): CommandCreated => ({
      kind: 'CommandCreated',
      at: Math.round(bornAt - daysOld * DAY) - (hash32(command.name + regionId) % 3600) * SECOND,
      regionId,
      commandId: madeId('c', `${seed}/${regionId}/${command.name}`),
      ...command,
    })),
  );
}

/** The home region's handwritten instances by name, as far as the fleet has them. */
function rosterOf(world: Home): Map<string, WorldInstance> {
  const names = new Set(HOME_ROSTER.map((plan) => plan.name));
  return new Map(
    world
      .instances(HOME_REGION)
      .filter((instance) => names.has(instance.instanceName))
      .map((instance) => [instance.instanceName, instance]),
  );
}

function targetsOf(run: Pick<PastRun, 'on'>, roster: ReadonlyMap<string, WorldInstance>): WorldInstance[] {
  if (run.on === 'linux' || run.on === 'windows') {
    return HOME_ROSTER.flatMap(({ name }) => roster.get(name) ?? []).filter(
      ({ osType, agent, networkType }) =>
        osType === run.on && agent.state === 'online' && networkType === 'vpc',
    );
  }
  return run.on.flatMap((name) => roster.get(name) ?? []);
}

function runOf(
  run: PastRun | PastSchedule,
  command: CommandCreated,
  targets: readonly WorldInstance[],
  invokeId: string,
  at: number,
): InvocationCreated {
  return {
    kind: 'InvocationCreated',
    at,
    regionId: command.regionId,
    invokeId,
    commandId: command.commandId,
    commandName: command.name,
    commandDescription: command.description,
    commandType: command.type,
    content: command.content,
    enableParameter: command.enableParameter,
    parameters: run.parameters ?? {},
    workingDir: command.workingDir,
    timeoutSeconds: command.timeoutSeconds,
    username: ('username' in run && run.username) || '',
    instanceIds: targets.map((instance) => instance.instanceId),
    ...('frequency' in run ? { frequency: run.frequency } : {}),
  };
}

function actsOf(
  run: PastRun,
  command: CommandCreated,
  targets: readonly WorldInstance[],
  seed: number,
  bornAt: number,
): Act[] {
  const name = `${seed}/${run.command}/${run.hoursAgo}`;
  const at = Math.round(bornAt - run.hoursAgo * HOUR) - (hash32(name) % 60) * SECOND;
  const invokeId = madeId('t', name);
  const created = runOf(run, command, targets, invokeId, at);
  const acts: Act[] = [created];
  const stopAt = run.stopped ? at + (run.stoppedAfterSeconds ?? 1) * SECOND : null;
  if (stopAt !== null)
    acts.push({ kind: 'InvocationStopped', at: stopAt, invokeId, instanceIds: created.instanceIds });
  if (run.stopped !== 'before') {
    for (const instance of targets) acts.push(...executionOf(run, created, instance, stopAt));
  }
  return acts;
}

function executionOf(
  run: PastRun,
  invocation: InvocationCreated,
  instance: WorldInstance,
  stopAt: number | null,
): Act[] {
  const draws = new Draws(hash32(`${invocation.invokeId}/${instance.instanceId}`));
  const key: ExecutionKey = { invokeId: invocation.invokeId, instanceId: instance.instanceId, repeat: 1 };
  const startedAt = invocation.at + draws.between(300, 1400);
  const ranFor = draws.between(120, 2600);
  const ending: Ending | undefined = run.endings?.[instance.instanceName];
  const finish = (
    at: number,
    rest: Pick<ExecutionFinished, 'status'> & Partial<ExecutionFinished>,
  ): ExecutionFinished => ({
    kind: 'ExecutionFinished',
    at,
    exitCode: null,
    dropped: 0,
    errorCode: '',
    errorInfo: '',
    ...key,
    ...rest,
  });
  if (ending?.kind === 'aborted') {
    return [
      finish(invocation.at + DELIVERY_WINDOW_MS, {
        status: 'Aborted',
        errorCode: ending.errorCode,
        errorInfo: ending.errorInfo,
      }),
    ];
  }

  const started: Act = { kind: 'ExecutionStarted', at: startedAt, ...key };
  if (ending?.kind === 'error') {
    return [
      started,
      finish(startedAt + ranFor, {
        status: 'Error',
        errorCode: ending.errorCode,
        errorInfo: ending.errorInfo,
      }),
    ];
  }
  if (ending?.kind === 'timeout') {
    const errorInfo = `the command did not end within ${invocation.timeoutSeconds} seconds`;
    const at = startedAt + invocation.timeoutSeconds * SECOND;
    return [started, finish(at, { status: 'Timeout', errorCode: 'ExecutionTimeout', errorInfo })];
  }
  const print = PAST_OUTPUT[run.command];
  const { text, exitCode } = ending ??
    print?.(instance, startedAt, invocation.parameters) ?? { text: '', exitCode: 0 };
  const output = { text };
  if (stopAt !== null) return [started, finish(stopAt + 400, { status: 'Terminated', output })];
  const failed = exitCode !== 0;
  return [
    started,
    finish(startedAt + ranFor, {
      status: failed ? 'Failed' : 'Success',
      exitCode,
      output,
      errorCode: failed ? 'ExitCodeNonzero' : '',
      errorInfo: failed ? 'the command execution exit code is not zero' : '',
    }),
  ];
}

/**
 * What the account's teams had done before it is first looked at: acts before `bornAt`, oldest first. A call makes them, once;
 * whoever goes through `parts` before can do something else between them.
 */
export interface Prelude {
  (): readonly Act[];
  parts?(): Iterable<unknown>;
}

export function preludeOf(world: Home, seed: WorldSeed): Prelude {
  let made: readonly Act[] | undefined;
  return Object.assign(() => (made ??= createPrelude(world, seed)), {
    *parts() {
      made ??= yield* makePrelude(world, seed);
    },
  });
}

export function createPrelude(world: Home, seed: WorldSeed): readonly Act[] {
  const making = makePrelude(world, seed);
  let step = making.next();
  while (!step.done) step = making.next();
  return step.value;
}

function* makePrelude(world: Home, seed: WorldSeed): Generator<undefined, Act[]> {
  const commands = commandsOf(world, seed);
  const byName = new Map(
    commands.filter((command) => command.regionId === HOME_REGION).map((command) => [command.name, command]),
  );
  const roster = rosterOf(world);
  yield;
  const runs = PAST_RUNS.flatMap((run) => {
    const command = byName.get(run.command);
    const targets = targetsOf(run, roster);
    return command && targets.length > 0 ? actsOf(run, command, targets, seed.seed, seed.bornAt) : [];
  });
  yield;
  const schedules = PAST_SCHEDULES.flatMap((run) => {
    const command = byName.get(run.command);
    const targets = targetsOf(run, roster);
    if (!command || targets.length === 0) return [];
    const invokeId = madeId('t', `${seed.seed}/${run.command}/${run.frequency}`);
    const at = madeAt(run, seed.bornAt);
    return scheduleActs(runOf(run, command, targets, invokeId, at), targets, seed.bornAt);
  });
  yield;
  return [...commands, ...runs, ...schedules].sort((a, b) => a.at - b.at);
}
