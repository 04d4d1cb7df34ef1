import type { cmsActions } from './cms/actions';
import { deferred } from './deferred';
import { accountActions } from './ecs/account';
import { agentActions } from './ecs/agents';
import { commandActions } from './ecs/commands';
import type { eventTopics } from './ecs/event-topics';
import { instanceActions } from './ecs/instances';
import { invocationActions } from './ecs/invocations';
import type { monitorActions } from './ecs/monitor';
import { regionActions } from './ecs/regions';
import { tagActions } from './ecs/tags';
import type { engineActions } from './oos/executions';
import type { Rpc } from './rpc';

export type EcsApi = ReturnType<typeof ecsApi>;
export type CmsApi = ReturnType<typeof cmsActions>;
export type OosApi = ReturnType<typeof engineActions>;

/** The typed actions, and the untyped door for anything else. */
export interface Api {
  ecs: EcsApi;
  /** CloudMonitor. */
  cms: CmsApi;
  /** The orchestration service. */
  oos: OosApi;
  rpc: Rpc;
}

export function createApi(rpc: Rpc): Api {
  return { ecs: ecsApi(rpc), cms: cmsApi(rpc), oos: oosApi(rpc), rpc };
}

function ecsApi(rpc: Rpc) {
  return {
    ...commandActions(rpc),
    ...invocationActions(rpc),
    ...instanceActions(rpc),
    ...agentActions(rpc),
    ...accountActions(rpc),
    ...regionActions(rpc),
    ...tagActions(rpc),
    ...eventApi(rpc),
    ...monitorApi(rpc),
  };
}

function eventApi(rpc: Rpc) {
  return deferred<ReturnType<typeof eventTopics>>(
    'ecs',
    {
      describeInstancesFullStatus: true,
      describeInstanceHistoryEvents: true,
      modifySystemEventAttribute: true,
      createSimulatedSystemEvents: true,
      cancelSimulatedSystemEvents: true,
      acceptInquiredSystemEvent: true,
      deleteInstance: true,
      runInstances: true,
      createSnapshot: true,
      describeSnapshots: true,
      describeDisks: true,
      describeInstanceMaintenanceAttributes: true,
      modifyInstanceMaintenanceAttributes: true,
      describeAvailableResource: true,
    },
    async () => (await import('./ecs/event-topics')).eventTopics(rpc),
  );
}

function monitorApi(rpc: Rpc) {
  return deferred<ReturnType<typeof monitorActions>>(
    'ecs',
    {
      describeInstanceMonitorData: true,
      describeDiskMonitorData: true,
      describeEniMonitorData: true,
    },
    async () => (await import('./ecs/monitor')).monitorActions(rpc),
  );
}

function cmsApi(rpc: Rpc) {
  return deferred<CmsApi>(
    'cms',
    {
      deleteContact: true,
      deleteContactGroup: true,
      describeContactGroupList: true,
      describeContactGroupListAll: true,
      describeContactList: true,
      describeContactListAll: true,
      deleteEventRules: true,
      deleteEventRuleTargets: true,
      describeEventRuleListAll: true,
      describeEventRuleTargetList: true,
      describeSystemEventAttribute: true,
      describeSystemEventCount: true,
      describeSystemEventMetaList: true,
      disableEventRules: true,
      enableEventRules: true,
      putEventRule: true,
      putEventRuleTargets: true,
      sendDryRunSystemEvent: true,
      deleteMetricRules: true,
      describeAlertLogList: true,
      describeMetricRuleList: true,
      describeMetricRuleListAll: true,
      disableMetricRules: true,
      enableMetricRules: true,
      putResourceMetricRule: true,
      describeMetricLast: true,
      describeMetricList: true,
      describeMetricListAll: true,
      describeMetricMetaList: true,
      describeMonitoringAgentStatuses: true,
      installMonitoringAgent: true,
      putContact: true,
      putContactGroup: true,
    },
    async () => (await import('./cms/actions')).cmsActions(rpc),
  );
}

function oosApi(rpc: Rpc) {
  return deferred<OosApi>(
    'oos',
    {
      startExecution: true,
      listExecutions: true,
      findExecution: true,
      listItems: true,
      listInvocations: true,
      executionTemplate: true,
      notifyExecution: true,
      cancelExecution: true,
      missingRights: true,
    },
    async () => (await import('./oos/executions')).engineActions(rpc),
  );
}
