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
    [
      'describeInstancesFullStatus',
      'describeInstanceHistoryEvents',
      'modifySystemEventAttribute',
      'createSimulatedSystemEvents',
      'cancelSimulatedSystemEvents',
      'acceptInquiredSystemEvent',
      'deleteInstance',
      'runInstances',
      'createSnapshot',
      'describeSnapshots',
      'describeDisks',
      'describeInstanceMaintenanceAttributes',
      'modifyInstanceMaintenanceAttributes',
      'describeAvailableResource',
    ],
    async () => (await import('./ecs/event-topics')).eventTopics(rpc),
  );
}

function monitorApi(rpc: Rpc) {
  return deferred<ReturnType<typeof monitorActions>>(
    'ecs',
    ['describeInstanceMonitorData', 'describeDiskMonitorData', 'describeEniMonitorData'],
    async () => (await import('./ecs/monitor')).monitorActions(rpc),
  );
}

function cmsApi(rpc: Rpc) {
  return deferred<CmsApi>(
    'cms',
    [
      'deleteContact',
      'deleteContactGroup',
      'describeContactGroupList',
      'describeContactGroupListAll',
      'describeContactList',
      'describeContactListAll',
      'deleteEventRules',
      'deleteEventRuleTargets',
      'describeEventRuleListAll',
      'describeEventRuleTargetList',
      'describeSystemEventAttribute',
      'describeSystemEventCount',
      'describeSystemEventMetaList',
      'disableEventRules',
      'enableEventRules',
      'putEventRule',
      'putEventRuleTargets',
      'sendDryRunSystemEvent',
      'deleteMetricRules',
      'describeAlertLogList',
      'describeMetricRuleList',
      'describeMetricRuleListAll',
      'disableMetricRules',
      'enableMetricRules',
      'putResourceMetricRule',
      'describeMetricLast',
      'describeMetricList',
      'describeMetricListAll',
      'describeMetricMetaList',
      'describeMonitoringAgentStatuses',
      'installMonitoringAgent',
      'putContact',
      'putContactGroup',
    ],
    async () => (await import('./cms/actions')).cmsActions(rpc),
  );
}

function oosApi(rpc: Rpc) {
  return deferred<OosApi>(
    'oos',
    [
      'startExecution',
      'listExecutions',
      'findExecution',
      'listItems',
      'listInvocations',
      'executionTemplate',
      'notifyExecution',
      'cancelExecution',
      'missingRights',
    ],
    async () => (await import('./oos/executions')).engineActions(rpc),
  );
}
