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
import type { Rpc } from './rpc';

export type EcsApi = ReturnType<typeof ecsApi>;
export type CmsApi = ReturnType<typeof cmsActions>;

/** The typed actions, and the untyped door for anything else. */
export interface Api {
  ecs: EcsApi;
  /** CloudMonitor. */
  cms: CmsApi;
  rpc: Rpc;
}

export function createApi(rpc: Rpc): Api {
  return { ecs: ecsApi(rpc), cms: cmsApi(rpc), rpc };
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
      'describeMetricLast',
      'describeMetricList',
      'describeMetricListAll',
      'describeMetricMetaList',
      'describeMonitoringAgentStatuses',
      'installMonitoringAgent',
    ],
    async () => (await import('./cms/actions')).cmsActions(rpc),
  );
}
