import type { CommandType } from '@/domain/command-type';
import type { Act, MonitoringAgentInstalled, TokenUsed } from './acts';
import type { AlarmChanged } from './alarms/acts';
import { createEventLedger } from './events/event-ledger';
import type { EventLedger } from './events/event-ledger';
import type { InstanceHistory } from './lifecycle';
import type { EngineActed } from './oos/acts';
import { createRunLedger } from './run-ledger';
import type { RunLedger } from './run-ledger';

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

/** The acts so far, arranged for reading. Lists are oldest first. */
export interface Ledger extends RunLedger {
  readonly commands: ReadonlyMap<string, CommandRecord>;
  /** Instances that were rebooted or given an agent. */
  readonly changedInstances: ReadonlyMap<string, InstanceHistory>;
  /** What users did about system events, and which instances they made and released. */
  readonly events: EventLedger;
  /** Calls for CloudMonitor's plug-in by instance, oldest first. */
  readonly monitorInstalls: ReadonlyMap<string, readonly MonitoringAgentInstalled[]>;
  /** What was done to contacts, groups and rules, oldest first. */
  readonly alarmChanges: readonly AlarmChanged[];
  /** What was handed to the orchestration service's engine, and what came of it, oldest first. */
  readonly engineActs: readonly EngineActed[];
  readonly tokens: ReadonlyMap<string, TokenUsed>;
  commandsIn(regionId: string): readonly CommandRecord[];
}

interface WritableLedger extends Ledger {
  reduce(act: Act): void;
}

/** An empty ledger. `reduce` takes acts in order; one that names something unknown changes nothing. */
export function createLedger(): WritableLedger {
  const commands = new Map<string, CommandRecord>();
  const commandsByRegion = new Map<string, CommandRecord[]>();
  const alarmChanges: AlarmChanged[] = [];
  const engineActs: EngineActed[] = [];
  const tokens = new Map<string, TokenUsed>();
  const monitorInstalls = new Map<string, MonitoringAgentInstalled[]>();
  const changedInstances = new Map<string, InstanceHistory>();
  const { interrupt, reduce: reduceRun, ...runs } = createRunLedger();
  const events = createEventLedger();

  function historyOf(instanceId: string): InstanceHistory {
    const history = changedInstances.get(instanceId) ?? { reboots: [], installs: [] };
    changedInstances.set(instanceId, history);
    return history;
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
      case 'InvocationModified':
      case 'InvocationStopped':
      case 'ExecutionStarted':
      case 'ExecutionFinished':
        return reduceRun(act);
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
      case 'AlarmChanged':
        alarmChanges.push(act);
        return;
      case 'EngineActed':
        engineActs.push(act);
        return;
      case 'TokenUsed':
        tokens.set(act.scope, act);
        return;
      default:
        events.reduce(act);
    }
  }

  return {
    ...runs,
    commands,
    changedInstances,
    events,
    monitorInstalls,
    alarmChanges,
    engineActs,
    tokens,
    reduce,
    commandsIn: (regionId) => commandsByRegion.get(regionId) ?? [],
  };
}

function push<T>(index: Map<string, T[]>, key: string, item: T) {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}
