import type { CommandType } from '@/domain/command-type';
import { rollUpNew, rollUpOld, toOldStatus } from '@/domain/invocation-status';
import type { NewOverall, OldOverall, OldStatus, RecordStatus } from '@/domain/invocation-status';
import type { Profile } from '@/domain/limits';
import type { Act, ExecutionFinished, ExecutionKey, InvocationCreated, TokenUsed } from './acts';

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
  startedAt: number | null;
  /** When the user stopped it. */
  stoppedAt: number | null;
  finished: ExecutionFinished | null;
}

export interface Invocation extends Omit<InvocationCreated, 'kind' | 'at'> {
  createdAt: number;
  executions: Execution[];
  /** Executions that are not final yet. */
  openCount: number;
  /** Known once everything is final: what a status filter over thousands of records needs. */
  finalOverall: Overall | null;
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
  readonly tokens: ReadonlyMap<string, TokenUsed>;
  commandsIn(regionId: string): readonly CommandRecord[];
  invocationsIn(regionId: string): readonly Invocation[];
  invocationsOf(commandId: string): readonly Invocation[];
  executionsOn(instanceId: string): readonly Execution[];
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

/** Both overall statuses of a one-off run (contract 4.3). */
export function overallOf(invocation: Invocation, profile: Profile): Overall {
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
  return (execution.startedAt ?? 0) + execution.invocation.timeoutSeconds * 1000;
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
  const commandsByRegion = new Map<string, CommandRecord[]>();
  const invocationsByRegion = new Map<string, Invocation[]>();
  const invocationsByCommand = new Map<string, Invocation[]>();
  const executionsByInstance = new Map<string, Execution[]>();
  const callsByDay = new Map<string, number>();

  function close(execution: Execution) {
    if (open.delete(execution)) execution.invocation.openCount -= 1;
  }

  function find(key: ExecutionKey): Execution | undefined {
    return invocations
      .get(key.invokeId)
      ?.executions.find(
        (execution) => execution.instanceId === key.instanceId && execution.repeat === key.repeat,
      );
  }

  function addInvocation({ kind: _kind, at, ...rest }: InvocationCreated) {
    const invocation: Invocation = {
      ...rest,
      createdAt: at,
      executions: [],
      openCount: 0,
      finalOverall: null,
    };
    for (const instanceId of rest.instanceIds) {
      const execution: Execution = {
        invokeId: rest.invokeId,
        instanceId,
        repeat: 1,
        invocation,
        startedAt: null,
        stoppedAt: null,
        finished: null,
      };
      invocation.executions.push(execution);
      push(executionsByInstance, instanceId, execution);
      open.add(execution);
    }
    invocation.openCount = invocation.executions.length;
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
        for (const execution of invocations.get(act.invokeId)?.executions ?? []) {
          if (!named.has(execution.instanceId) || !open.has(execution) || execution.stoppedAt !== null)
            continue;
          execution.stoppedAt = act.at;
          if (execution.startedAt === null) close(execution);
        }
        return;
      }
      case 'ExecutionStarted': {
        const execution = find(act);
        if (execution && open.has(execution)) execution.startedAt ??= act.at;
        return;
      }
      case 'ExecutionFinished': {
        const execution = find(act);
        if (!execution || !open.has(execution)) return;
        execution.finished = act;
        close(execution);
        return;
      }
      case 'TokenUsed':
        tokens.set(act.scope, act);
        return;
    }
  }

  return {
    commands,
    invocations,
    open,
    tokens,
    reduce,
    commandsIn: (regionId) => commandsByRegion.get(regionId) ?? [],
    invocationsIn: (regionId) => invocationsByRegion.get(regionId) ?? [],
    invocationsOf: (commandId) => invocationsByCommand.get(commandId) ?? [],
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
