import type { CommandType } from '@/domain/command-type';
import { rollUpNew, rollUpOld, toOldStatus } from '@/domain/invocation-status';
import type { NewOverall, OldOverall, OldStatus, RecordStatus } from '@/domain/invocation-status';
import type { Profile } from '@/domain/limits';
import type {
  Act,
  ExecutionFinished,
  ExecutionKey,
  InvocationCreated,
  MonitoringAgentInstalled,
  TokenUsed,
} from './acts';
import { createEventLedger } from './events/event-ledger';
import type { EventLedger } from './events/event-ledger';
import type { InstanceHistory } from './lifecycle';
import { createSchedule } from './schedule';
import type { Schedule } from './schedule';

export interface CommandRecord {
  commandId: string;
  regionId: string;
  createdAt: number;
  name: string;
  description: string;
  type: CommandType;
  content: string;
  workingDir: string;
  timeoutSeconds: number;
  enableParameter: boolean;
  tags: Readonly<Record<string, string>>;
}

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
  /** One per instance; of a periodic run those firings whose scripts were begun, in no order: see `periodic.ts`. */
  executions: Execution[];
  /** Null: once. */
  periodic: Periodic | null;
  /** Executions that are not final yet. */
  openCount: number;
  /** Known once everything is final: what a status filter over thousands of records needs. */
  finalOverall: Overall | null;
}

/** What makes a run periodic. Its records are computed; only those whose scripts were begun are kept. */
export interface Periodic {
  frequency: string;
  schedule: Schedule;
  /** By instance: when the user stopped it there. */
  stops: Map<string, number>;
  /** By instance and number of the firing. */
  begun: Map<string, Map<number, Execution>>;
}

export interface Overall {
  old: OldOverall;
  today: NewOverall;
}

/** The acts so far, arranged for reading. Lists are oldest first. */
export interface Ledger {
  readonly commands: ReadonlyMap<string, CommandRecord>;
  readonly invocations: ReadonlyMap<string, Invocation>;
  /** Executions that are not final, oldest first. */
  readonly open: ReadonlySet<Execution>;
  /** Periodic runs that are not stopped on all their instances, oldest first. */
  readonly schedules: ReadonlySet<Invocation>;
  /** Instances that were rebooted or given an agent. */
  readonly changedInstances: ReadonlyMap<string, InstanceHistory>;
  /** What users did about system events, and which instances they made and released. */
  readonly events: EventLedger;
  /** Calls for CloudMonitor's plug-in by instance, oldest first. */
  readonly monitorInstalls: ReadonlyMap<string, readonly MonitoringAgentInstalled[]>;
  readonly tokens: ReadonlyMap<string, TokenUsed>;
  commandsIn(regionId: string): readonly CommandRecord[];
  invocationsIn(regionId: string): readonly Invocation[];
  invocationsOf(commandId: string): readonly Invocation[];
  invocationsOn(instanceId: string): readonly Invocation[];
  executionsOn(instanceId: string): readonly Execution[];
  /** The kept record of that name. */
  execution(key: ExecutionKey): Execution | undefined;
  /** Calls of InvokeCommand in the region on the UTC day of `at`. */
  invocationsOnDay(regionId: string, at: number): number;
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

interface WritableLedger extends Ledger {
  reduce(act: Act): void;
}

/** An empty ledger. `reduce` takes acts in order; one that names something unknown changes nothing. */
export function createLedger(): WritableLedger {
  const commands = new Map<string, CommandRecord>();
  const invocations = new Map<string, Invocation>();
  const open = new Set<Execution>();
  const tokens = new Map<string, TokenUsed>();
  const monitorInstalls = new Map<string, MonitoringAgentInstalled[]>();
  const commandsByRegion = new Map<string, CommandRecord[]>();
  const invocationsByRegion = new Map<string, Invocation[]>();
  const invocationsByCommand = new Map<string, Invocation[]>();
  const executionsByInstance = new Map<string, Execution[]>();
  const invocationsByInstance = new Map<string, Invocation[]>();
  const schedules = new Set<Invocation>();
  const changedInstances = new Map<string, InstanceHistory>();
  const callsByDay = new Map<string, number>();
  const events = createEventLedger();

  function close(execution: Execution) {
    if (open.delete(execution)) execution.invocation.openCount -= 1;
  }

  function find(key: ExecutionKey): Execution | undefined {
    const invocation = invocations.get(key.invokeId);
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
    return find(key) ?? keep(untouched(invocation, key.instanceId, key.repeat, dueAt));
  }

  function stopSchedule(invocation: Invocation, periodic: Periodic, named: Iterable<string>, at: number) {
    for (const instanceId of named) {
      if (invocation.instanceIds.includes(instanceId) && !periodic.stops.has(instanceId))
        periodic.stops.set(instanceId, at);
    }
    if (periodic.stops.size === invocation.instanceIds.length) schedules.delete(invocation);
  }

  function historyOf(instanceId: string): InstanceHistory {
    const history = changedInstances.get(instanceId) ?? { reboots: [], installs: [] };
    changedInstances.set(instanceId, history);
    return history;
  }

  /** A restart or a release takes running scripts with it (contract 4.5). */
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
      executions: [],
      periodic: schedule && {
        frequency: frequency ?? '',
        schedule,
        stops: new Map(),
        begun: new Map(),
      },
      openCount: 0,
      finalOverall: null,
    };
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

  function reduce(act: Act): void {
    switch (act.kind) {
      case 'CommandCreated': {
        const { kind: _kind, at, tags, ...rest } = act;
        const command: CommandRecord = { ...rest, createdAt: at, tags: tags ?? {} };
        commands.set(command.commandId, command);
        push(commandsByRegion, command.regionId, command);
        return;
      }
      case 'CommandModified': {
        const command = commands.get(act.commandId);
        if (!command) return;
        const { kind: _kind, at: _at, ...changed } = act;
        Object.assign(command, changed);
        return;
      }
      case 'CommandDeleted': {
        const command = commands.get(act.commandId);
        if (!command) return;
        commands.delete(act.commandId);
        const list = commandsByRegion.get(command.regionId);
        list?.splice(list.indexOf(command), 1);
        return;
      }
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
        if (!execution || !open.has(execution) || execution.startedAt !== null) return;
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
      case 'AgentInstalled':
        for (const instanceId of act.instanceIds) historyOf(instanceId).installs.push(act.at);
        return events.touch();
      case 'InstanceRebooted':
        historyOf(act.instanceId).reboots.push(act.at);
        events.touch();
        return interrupt(
          act.instanceId,
          act.at,
          'ExecutionInterrupted',
          'the execution was interrupted by a restart of the instance',
        );
      case 'InstanceReleased':
        events.reduce(act);
        return interrupt(act.instanceId, act.at, 'InstanceReleased', 'the instance was released');
      case 'MonitoringAgentInstalled':
        for (const instanceId of act.instanceIds) push(monitorInstalls, instanceId, act);
        return;
      case 'TokenUsed':
        tokens.set(act.scope, act);
        return;
      default:
        events.reduce(act);
    }
  }

  return {
    commands,
    invocations,
    open,
    schedules,
    changedInstances,
    events,
    monitorInstalls,
    tokens,
    reduce,
    execution: find,
    commandsIn: (regionId) => commandsByRegion.get(regionId) ?? [],
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
