import { describeAccountAttributes } from './account';
import type { Action } from './action';
import { installCloudAssistant, rebootInstance } from './agent-install';
import { describeCloudAssistantStatus } from './agents';
import { createCommand, deleteCommand, describeCommands, modifyCommand } from './commands';
import { describeInstancesFullStatus } from './health';
import { describeInstances, describeInstanceStatus } from './instances';
import { describeInvocationResults, describeInvocations, stopInvocation } from './invocations';
import { invokeCommand } from './invoke-command';
import { describeRegions, describeZones } from './regions';
import { runCommand } from './run-command';
import { describeTags, listTagResources } from './tags';

export interface ActionEntry {
  run: Action;
  version: '2014-05-26' | '2019-01-01';
  /** Runs alone, its acts are recorded, and a ClientToken is honoured. */
  writes: boolean;
  needsRegion: boolean;
}

export type ActionRegistry = ReadonlyMap<string, ActionEntry>;

const ECS_READS: Readonly<Record<string, Action>> = {
  DescribeAccountAttributes: describeAccountAttributes,
  DescribeCloudAssistantStatus: describeCloudAssistantStatus,
  DescribeCommands: describeCommands,
  DescribeInstances: describeInstances,
  DescribeInstancesFullStatus: describeInstancesFullStatus,
  DescribeInstanceStatus: describeInstanceStatus,
  DescribeInvocationResults: describeInvocationResults,
  DescribeInvocations: describeInvocations,
  DescribeRegions: describeRegions,
  DescribeTags: describeTags,
  DescribeZones: describeZones,
  ListTagResources: listTagResources,
};

const ECS_WRITES: Readonly<Record<string, Action>> = {
  CreateCommand: createCommand,
  DeleteCommand: deleteCommand,
  InstallCloudAssistant: installCloudAssistant,
  InvokeCommand: invokeCommand,
  ModifyCommand: modifyCommand,
  RebootInstance: rebootInstance,
  RunCommand: runCommand,
  StopInvocation: stopInvocation,
};

/** These have no region, or refuse its absence with codes of their own (contract 6, 7). */
const WITHOUT_REGION: ReadonlySet<string> = new Set([
  'DescribeAccountAttributes',
  'DescribeInstancesFullStatus',
  'DescribeRegions',
  'ListTagResources',
  'RebootInstance',
]);

/** Every action the emulator offers, by name. */
export function createActionRegistry(): ActionRegistry {
  return new Map([...entries(ECS_READS, false), ...entries(ECS_WRITES, true)]);
}

function entries(actions: Readonly<Record<string, Action>>, writes: boolean): [string, ActionEntry][] {
  return Object.entries(actions).map(([name, run]) => [
    name,
    { run, version: '2014-05-26', writes, needsRegion: !WITHOUT_REGION.has(name) },
  ]);
}
