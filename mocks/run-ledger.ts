import type {
  ExecutionFinished,
  ExecutionKey,
  ExecutionStarted,
  InvocationCreated,
  InvocationModified,
  InvocationStopped,
} from './acts';
import { type Execution, type Invocation, type Periodic, untouched } from './run-record';
import { changedSchedule, createSchedule } from './schedule';

/** What runs there were and how they went, arranged for reading. Lists are oldest first. */
export interface RunLedger {
  readonly invocations: ReadonlyMap<string, Invocation>;
  /** Files sent to instances: executed like runs, listed apart from them and not counted. Oldest first. */
  readonly sentFiles: ReadonlyMap<string, Invocation>;
  /** Executions that are not final, oldest first. */
  readonly open: ReadonlySet<Execution>;
  /** Periodic runs that are not stopped on all their instances, oldest first. */
  readonly schedules: ReadonlySet<Invocation>;
  invocationsIn(regionId: string): readonly Invocation[];
  invocationsOf(commandId: string): readonly Invocation[];
  invocationsOn(instanceId: string): readonly Invocation[];
  executionsOn(instanceId: string): readonly Execution[];
  /** The kept record of that name. */
  execution(key: ExecutionKey): Execution | undefined;
  /** Calls of InvokeCommand in the region on the UTC day of `at`. */
  invocationsOnDay(regionId: string, at: number): number;
}

export type RunAct =
  InvocationCreated | InvocationModified | InvocationStopped | ExecutionStarted | ExecutionFinished;

export interface WritableRunLedger extends RunLedger {
  reduce(act: RunAct): void;
  /** A restart or a release takes running scripts with it (contract 4.5). */
  interrupt(instanceId: string, at: number, errorCode: string, errorInfo: string): void;
}

export function createRunLedger(): WritableRunLedger {
  const invocations = new Map<string, Invocation>();
  const sentFiles = new Map<string, Invocation>();
  const open = new Set<Execution>();
  const invocationsByRegion = new Map<string, Invocation[]>();
  const invocationsByCommand = new Map<string, Invocation[]>();
  const executionsByInstance = new Map<string, Execution[]>();
  const invocationsByInstance = new Map<string, Invocation[]>();
  const schedules = new Set<Invocation>();
  const callsByDay = new Map<string, number>();

  function close(execution: Execution) {
    if (open.delete(execution)) execution.invocation.openCount -= 1;
  }

  function find(key: ExecutionKey): Execution | undefined {
    const invocation = invocations.get(key.invokeId) ?? sentFiles.get(key.invokeId);
    if (invocation?.periodic) return invocation.periodic.begun.get(key.instanceId)?.get(key.repeat);
    return invocation?.executions.find(
      (execution) => execution.instanceId === key.instanceId && execution.repeat === key.repeat,
    );
  }

  function keep(execution: Execution): Execution {
    const { invocation, instanceId, repeat } = execution;
    invocation.executions.push(execution);
    invocation.openCount += 1;
    open.add(execution);
    push(executionsByInstance, instanceId, execution);
    if (invocation.periodic) {
      const { begun } = invocation.periodic;
      const known = begun.get(instanceId) ?? new Map<number, Execution>();
      begun.set(instanceId, known.set(repeat, execution));
    }
    return execution;
  }

  /** The firing's record; it is kept from now on. */
  function findFiring(key: ExecutionKey): Execution | undefined {
    const invocation = invocations.get(key.invokeId);
    const dueAt = invocation?.periodic?.schedule.fire(key.repeat) ?? null;
    if (!invocation || dueAt === null || !invocation.instanceIds.includes(key.instanceId)) return undefined;
    if (key.repeat <= (invocation.periodic?.missed.get(key.instanceId) ?? 0)) return undefined;
    return find(key) ?? keep(untouched(invocation, key.instanceId, key.repeat, dueAt));
  }

  function stopSchedule(invocation: Invocation, periodic: Periodic, named: Iterable<string>, at: number) {
    for (const instanceId of named) {
      if (invocation.instanceIds.includes(instanceId) && !periodic.stops.has(instanceId))
        periodic.stops.set(instanceId, at);
    }
    if (periodic.stops.size === invocation.instanceIds.length) schedules.delete(invocation);
  }

  function interrupt(instanceId: string, at: number, errorCode: string, errorInfo: string) {
    for (const execution of open) {
      if (execution.instanceId !== instanceId || execution.startedAt === null) continue;
      const { invokeId, repeat, startedAt, lateBy } = execution;
      execution.finished = {
        kind: 'ExecutionFinished',
        at: Math.max(startedAt, at - lateBy),
        ...{ invokeId, instanceId, repeat },
        status: 'Error',
        exitCode: null,
        dropped: 0,
        errorCode,
        errorInfo,
      };
      close(execution);
    }
  }

  function addInvocation({ kind: _kind, at, ...rest }: InvocationCreated) {
    const { frequency } = rest;
    const schedule = frequency === undefined ? null : createSchedule(frequency, at);
    const invocation: Invocation = {
      ...rest,
      createdAt: at,
      earlier: [],
      executions: [],
      periodic: schedule && {
        frequency: frequency ?? '',
        schedule,
        stops: new Map(),
        missed: new Map(),
        begun: new Map(),
      },
      openCount: 0,
      finalOverall: null,
    };
    if (rest.file) {
      for (const instanceId of rest.instanceIds) keep(untouched(invocation, instanceId, 1, at));
      sentFiles.set(rest.invokeId, invocation);
      return;
    }
    for (const instanceId of rest.instanceIds) {
      push(invocationsByInstance, instanceId, invocation);
      if (!schedule) keep(untouched(invocation, instanceId, 1, at));
    }
    if (schedule) schedules.add(invocation);
    invocations.set(rest.invokeId, invocation);
    push(invocationsByRegion, rest.regionId, invocation);
    push(invocationsByCommand, rest.commandId, invocation);
    const day = dayKey(rest.regionId, at);
    callsByDay.set(day, (callsByDay.get(day) ?? 0) + 1);
  }

  function addInstances(invocation: Invocation, periodic: Periodic, named: readonly string[], at: number) {
    const added = named.filter((instanceId) => !invocation.instanceIds.includes(instanceId));
    for (const instanceId of added) {
      periodic.missed.set(instanceId, periodic.schedule.count(at));
      push(invocationsByInstance, instanceId, invocation);
    }
    invocation.instanceIds = [...invocation.instanceIds, ...added];
  }

  function modify({ kind: _kind, at, invokeId, frequency, added, ...changed }: InvocationModified) {
    const invocation = invocations.get(invokeId);
    if (!invocation?.periodic) return;
    const { content, enableParameter, parameters, commandId, periodic } = invocation;
    if (Object.keys(changed).length > 0) {
      invocation.earlier.push({ until: at, script: { content, enableParameter, parameters, commandId } });
      Object.assign(invocation, changed);
      if (invocation.commandId !== commandId) push(invocationsByCommand, invocation.commandId, invocation);
    }
    if (added) addInstances(invocation, periodic, added, at);
    if (frequency === undefined) return;
    periodic.frequency = frequency;
    periodic.schedule = changedSchedule(periodic.schedule, at, createSchedule(frequency, at));
  }

  function reduce(act: RunAct): void {
    switch (act.kind) {
      case 'InvocationModified':
        return modify(act);
      case 'InvocationCreated':
        return addInvocation(act);
      case 'InvocationStopped': {
        const named = new Set(act.instanceIds);
        const invocation = invocations.get(act.invokeId);
        if (invocation?.periodic) return stopSchedule(invocation, invocation.periodic, named, act.at);
        for (const execution of invocation?.executions ?? []) {
          if (!named.has(execution.instanceId) || !open.has(execution) || execution.stoppedAt !== null)
            continue;
          execution.stoppedAt = act.at;
          if (execution.startedAt === null) close(execution);
        }
        return;
      }
      case 'ExecutionStarted': {
        const execution = find(act) ?? findFiring(act);
        if (!execution || !open.has(execution)) return;
        // A script that broke off with its tab is taken up again; nothing else starts twice.
        if (execution.startedAt !== null && (act.takenUpAt === undefined || !execution.invocation.engine))
          return;
        execution.startedAt = act.at;
        execution.lateBy = (act.takenUpAt ?? act.at) - act.at;
        return;
      }
      case 'ExecutionFinished': {
        const execution = find(act) ?? findFiring(act);
        if (!execution || !open.has(execution)) return;
        execution.finished = act;
        close(execution);
        return;
      }
    }
  }

  return {
    invocations,
    sentFiles,
    open,
    schedules,
    reduce,
    interrupt,
    execution: find,
    invocationsIn: (regionId) => invocationsByRegion.get(regionId) ?? [],
    invocationsOf: (commandId) => invocationsByCommand.get(commandId) ?? [],
    invocationsOn: (instanceId) => invocationsByInstance.get(instanceId) ?? [],
    executionsOn: (instanceId) => executionsByInstance.get(instanceId) ?? [],
    invocationsOnDay: (regionId, at) => callsByDay.get(dayKey(regionId, at)) ?? 0,
  };
}

function push<T>(index: Map<string, T[]>, key: string, item: T) {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}

function dayKey(regionId: string, at: number): string {
  return `${regionId} ${new Date(at).toISOString().slice(0, 10)}`;
}
