import { OutOfReach } from '../fault';
import { describeAccountAttributes } from './account';
import type { Action } from './action';
import { installCloudAssistant, rebootInstance } from './agent-install';
import { describeCloudAssistantStatus } from './agents';
import { inCmsEnvelope } from './cms-reply';
import { createCommand, deleteCommand, describeCommands, modifyCommand } from './commands';
import { describeInstances, describeInstanceStatus } from './instances';
import { describeInvocationResults, describeInvocations, stopInvocation } from './invocations';
import { invokeCommand } from './invoke-command';
import { describeRegions, describeZones } from './regions';
import { runCommand } from './run-command';
import { describeTags, listTagResources } from './tags';

export interface ActionEntry {
  run: Action;
  version: '2014-05-26' | '2019-01-01' | '2019-06-01';
  /** Runs alone, its acts are recorded, and a ClientToken is honoured. */
  writes: boolean;
  needsRegion: boolean;
}

export type ActionRegistry = ReadonlyMap<string, ActionEntry>;

/** An action whose code is loaded with its first call: the first page does without. */
function lazyAction<Name extends string>(
  load: () => Promise<Readonly<Record<Name, Action>>>,
  name: Name,
): Action {
  return async (context) => {
    const actions = await load().catch((cause: unknown) => {
      throw new OutOfReach('The code of the action did not come', { cause });
    });
    return actions[name](context);
  };
}

const monitor = () => import('./monitor');
const cmsMetrics = () => import('./cms-metrics');
const cmsMetricMeta = () => import('./cms-metric-meta');
const cmsMetricRules = () => import('./cms-metric-rules');
const cmsAgents = () => import('./cms-agents');
const cmsContacts = () => import('./cms-contacts');
const cmsContactGroups = () => import('./cms-contact-groups');
const cmsEventRules = () => import('./cms-event-rules');
const cmsEventRuleTargets = () => import('./cms-event-rule-targets');
const cmsSystemEvents = () => import('./cms-system-events');
const eventActs = () => import('./event-acts');
const maintenance = () => import('./maintenance');
const oosExecutions = () => import('./oos-executions');
const oosTasks = () => import('./oos-tasks');
const oosTemplates = () => import('./oos-templates');
const sentFiles = () => import('./sent-files');
const snapshots = () => import('./snapshots');

const ECS_READS: Readonly<Record<string, Action>> = {
  DescribeAccountAttributes: describeAccountAttributes,
  DescribeAvailableResource: lazyAction(() => import('./stock'), 'describeAvailableResource'),
  DescribeCloudAssistantStatus: describeCloudAssistantStatus,
  DescribeCommands: describeCommands,
  DescribeDiskMonitorData: lazyAction(monitor, 'describeDiskMonitorData'),
  DescribeDisks: lazyAction(() => import('./disks'), 'describeDisks'),
  DescribeEniMonitorData: lazyAction(monitor, 'describeEniMonitorData'),
  DescribeInstanceAttribute: lazyAction(() => import('./instance-attribute'), 'describeInstanceAttribute'),
  DescribeInstanceHistoryEvents: lazyAction(() => import('./event-history'), 'describeInstanceHistoryEvents'),
  DescribeInstanceMaintenanceAttributes: lazyAction(maintenance, 'describeInstanceMaintenanceAttributes'),
  DescribeInstanceMonitorData: lazyAction(monitor, 'describeInstanceMonitorData'),
  DescribeInstances: describeInstances,
  DescribeInstancesFullStatus: lazyAction(() => import('./health'), 'describeInstancesFullStatus'),
  DescribeInstanceStatus: describeInstanceStatus,
  DescribeInvocationResults: describeInvocationResults,
  DescribeInvocations: describeInvocations,
  DescribeRegions: describeRegions,
  DescribeSendFileResults: lazyAction(sentFiles, 'describeSendFileResults'),
  DescribeSnapshots: lazyAction(snapshots, 'describeSnapshots'),
  DescribeTags: describeTags,
  DescribeZones: describeZones,
  ListTagResources: listTagResources,
};

const ECS_WRITES: Readonly<Record<string, Action>> = {
  AcceptInquiredSystemEvent: lazyAction(eventActs, 'acceptInquiredSystemEvent'),
  CancelSimulatedSystemEvents: lazyAction(eventActs, 'cancelSimulatedSystemEvents'),
  CreateCommand: createCommand,
  CreateSimulatedSystemEvents: lazyAction(eventActs, 'createSimulatedSystemEvents'),
  CreateSnapshot: lazyAction(snapshots, 'createSnapshot'),
  DeleteCommand: deleteCommand,
  DeleteInstance: lazyAction(() => import('./delete-instance'), 'deleteInstance'),
  InstallCloudAssistant: installCloudAssistant,
  InvokeCommand: invokeCommand,
  ModifyCommand: modifyCommand,
  ModifyInstanceMaintenanceAttributes: lazyAction(maintenance, 'modifyInstanceMaintenanceAttributes'),
  ModifySystemEventAttribute: lazyAction(eventActs, 'modifySystemEventAttribute'),
  RebootInstance: rebootInstance,
  ModifyInvocationAttribute: lazyAction(() => import('./modify-invocation'), 'modifyInvocationAttribute'),
  RunCommand: runCommand,
  RunInstances: lazyAction(() => import('./run-instances'), 'runInstances'),
  SendFile: lazyAction(sentFiles, 'sendFile'),
  StopInvocation: stopInvocation,
};

const CMS_READS: Readonly<Record<string, Action>> = {
  DescribeAlertHistoryList: lazyAction(() => import('./cms-alert-history'), 'describeAlertHistoryList'),
  DescribeAlertLogList: lazyAction(() => import('./cms-alert-log'), 'describeAlertLogList'),
  DescribeEventRuleList: lazyAction(cmsEventRules, 'describeEventRuleList'),
  DescribeEventRuleTargetList: lazyAction(cmsEventRuleTargets, 'describeEventRuleTargetList'),
  DescribeSystemEventAttribute: lazyAction(cmsSystemEvents, 'describeSystemEventAttribute'),
  DescribeSystemEventCount: lazyAction(cmsSystemEvents, 'describeSystemEventCount'),
  DescribeSystemEventMetaList: lazyAction(cmsSystemEvents, 'describeSystemEventMetaList'),
  DescribeContactGroupList: lazyAction(cmsContactGroups, 'describeContactGroupList'),
  DescribeContactList: lazyAction(cmsContacts, 'describeContactList'),
  DescribeMetricLast: lazyAction(cmsMetrics, 'describeMetricLast'),
  DescribeMetricList: lazyAction(cmsMetrics, 'describeMetricList'),
  DescribeMetricMetaList: lazyAction(cmsMetricMeta, 'describeMetricMetaList'),
  DescribeMetricRuleList: lazyAction(cmsMetricRules, 'describeMetricRuleList'),
  DescribeMonitoringAgentStatuses: lazyAction(cmsAgents, 'describeMonitoringAgentStatuses'),
};

const CMS_WRITES: Readonly<Record<string, Action>> = {
  DeleteMetricRules: lazyAction(cmsMetricRules, 'deleteMetricRules'),
  DisableMetricRules: lazyAction(cmsMetricRules, 'disableMetricRules'),
  EnableMetricRules: lazyAction(cmsMetricRules, 'enableMetricRules'),
  PutResourceMetricRule: lazyAction(cmsMetricRules, 'putResourceMetricRule'),
  DeleteEventRules: lazyAction(cmsEventRules, 'deleteEventRules'),
  DeleteEventRuleTargets: lazyAction(cmsEventRuleTargets, 'deleteEventRuleTargets'),
  DisableEventRules: lazyAction(cmsEventRules, 'disableEventRules'),
  EnableEventRules: lazyAction(cmsEventRules, 'enableEventRules'),
  PutEventRule: lazyAction(cmsEventRules, 'putEventRule'),
  PutEventRuleTargets: lazyAction(cmsEventRuleTargets, 'putEventRuleTargets'),
  SendDryRunSystemEvent: lazyAction(cmsSystemEvents, 'sendDryRunSystemEvent'),
  DeleteContact: lazyAction(cmsContacts, 'deleteContact'),
  DeleteContactGroup: lazyAction(cmsContactGroups, 'deleteContactGroup'),
  InstallMonitoringAgent: lazyAction(cmsAgents, 'installMonitoringAgent'),
  PutContact: lazyAction(cmsContacts, 'putContact'),
  PutContactGroup: lazyAction(cmsContactGroups, 'putContactGroup'),
};

const OOS_READS: Readonly<Record<string, Action>> = {
  GenerateExecutionPolicy: lazyAction(oosTemplates, 'generateExecutionPolicy'),
  GetExecutionTemplate: lazyAction(oosTemplates, 'getExecutionTemplate'),
  GetTemplate: lazyAction(oosTemplates, 'getTemplate'),
  ListExecutions: lazyAction(oosExecutions, 'listExecutions'),
  ListTaskExecutionInvocations: lazyAction(oosTasks, 'listTaskExecutionInvocations'),
  ListTaskExecutions: lazyAction(oosTasks, 'listTaskExecutions'),
  ListTemplates: lazyAction(oosTemplates, 'listTemplates'),
};

const OOS_WRITES: Readonly<Record<string, Action>> = {
  CancelExecution: lazyAction(oosExecutions, 'cancelExecution'),
  NotifyExecution: lazyAction(oosExecutions, 'notifyExecution'),
  StartExecution: lazyAction(oosExecutions, 'startExecution'),
};

/** These have no region, or refuse its absence with codes of their own (contract 6, 7). */
const WITHOUT_REGION: ReadonlySet<string> = new Set([
  'AcceptInquiredSystemEvent',
  'CancelSimulatedSystemEvents',
  'CreateSimulatedSystemEvents',
  'CreateSnapshot',
  'DeleteInstance',
  'DescribeAccountAttributes',
  'DescribeDiskMonitorData',
  'DescribeDisks',
  'DescribeInstanceAttribute',
  'DescribeInstanceHistoryEvents',
  'DescribeInstanceMaintenanceAttributes',
  'DescribeInstanceMonitorData',
  'DescribeInstancesFullStatus',
  'DescribeRegions',
  'ListTagResources',
  'ModifyInstanceMaintenanceAttributes',
  'ModifySystemEventAttribute',
  'RebootInstance',
]);

/** Every action the emulator offers, by name. */
export function createActionRegistry(): ActionRegistry {
  return new Map([
    ...ecsEntries(ECS_READS, false),
    ...ecsEntries(ECS_WRITES, true),
    ...cmsEntries(CMS_READS, false),
    ...cmsEntries(CMS_WRITES, true),
    ...oosEntries(OOS_READS, false),
    ...oosEntries(OOS_WRITES, true),
  ]);
}

function ecsEntries(actions: Readonly<Record<string, Action>>, writes: boolean): [string, ActionEntry][] {
  return Object.entries(actions).map(([name, run]) => [
    name,
    { run, version: '2014-05-26', writes, needsRegion: !WITHOUT_REGION.has(name) },
  ]);
}

/** CloudMonitor needs no region, and says in its answers that all went well (contract 1.4, 9). */
function cmsEntries(actions: Readonly<Record<string, Action>>, writes: boolean): [string, ActionEntry][] {
  return Object.entries(actions).map(([name, run]) => [
    name,
    { run: inCmsEnvelope(run), version: '2019-01-01', writes, needsRegion: false },
  ]);
}

/** The orchestration service asks no action for a region (contract OOS 1). */
function oosEntries(actions: Readonly<Record<string, Action>>, writes: boolean): [string, ActionEntry][] {
  return Object.entries(actions).map(([name, run]) => [
    name,
    { run, version: '2019-06-01', writes, needsRegion: false },
  ]);
}
