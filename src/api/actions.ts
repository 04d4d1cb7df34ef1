import type { Product } from './rpc';

/**
 * Every action the console calls. What is not here, a gateway does not pass on; a role for the console needs no more than
 * `<product>:<Action>` for each. A write changes the account, and a read-only gateway refuses it.
 */
const ACTIONS = {
  ecs: {
    read: [
      'DescribeAccountAttributes',
      'DescribeAvailableResource',
      'DescribeCloudAssistantStatus',
      'DescribeCommands',
      'DescribeDiskMonitorData',
      'DescribeDisks',
      'DescribeEniMonitorData',
      'DescribeInstanceAttribute',
      'DescribeInstanceHistoryEvents',
      'DescribeInstanceMaintenanceAttributes',
      'DescribeInstanceMonitorData',
      'DescribeInstanceStatus',
      'DescribeInstances',
      'DescribeInstancesFullStatus',
      'DescribeInvocationResults',
      'DescribeInvocations',
      'DescribeRegions',
      'DescribeSendFileResults',
      'DescribeSnapshots',
      'DescribeTags',
      'DescribeZones',
      'ListTagResources',
    ],
    write: [
      'AcceptInquiredSystemEvent',
      'CancelSimulatedSystemEvents',
      'CreateCommand',
      'CreateSimulatedSystemEvents',
      'CreateSnapshot',
      'DeleteCommand',
      'DeleteInstance',
      'InstallCloudAssistant',
      'InvokeCommand',
      'ModifyCommand',
      'ModifyInstanceMaintenanceAttributes',
      'ModifyInvocationAttribute',
      'ModifySystemEventAttribute',
      'RebootInstance',
      'RunCommand',
      'RunInstances',
      'SendFile',
      'StopInvocation',
    ],
  },
  cms: {
    read: [
      'DescribeAlertHistoryList',
      'DescribeAlertLogList',
      'DescribeContactGroupList',
      'DescribeContactList',
      'DescribeEventRuleList',
      'DescribeEventRuleTargetList',
      'DescribeMetricLast',
      'DescribeMetricList',
      'DescribeMetricMetaList',
      'DescribeMetricRuleList',
      'DescribeMonitoringAgentStatuses',
      'DescribeSystemEventAttribute',
      'DescribeSystemEventCount',
      'DescribeSystemEventMetaList',
    ],
    write: [
      'DeleteContact',
      'DeleteContactGroup',
      'DeleteEventRuleTargets',
      'DeleteEventRules',
      'DeleteMetricRules',
      'DisableEventRules',
      'DisableMetricRules',
      'EnableEventRules',
      'EnableMetricRules',
      'InstallMonitoringAgent',
      'PutContact',
      'PutContactGroup',
      'PutEventRule',
      'PutEventRuleTargets',
      'PutResourceMetricRule',
      'SendDryRunSystemEvent',
    ],
  },
  oos: {
    read: [
      'GenerateExecutionPolicy',
      'GetExecutionTemplate',
      'GetTemplate',
      'ListExecutions',
      'ListTaskExecutionInvocations',
      'ListTaskExecutions',
      'ListTemplates',
    ],
    write: ['CancelExecution', 'NotifyExecution', 'StartExecution'],
  },
} as const satisfies Record<Product, Record<'read' | 'write', readonly string[]>>;

/** Whether the console's action reads or writes; null for an action that is not the console's. */
export function actionKind(product: string, action: string): 'read' | 'write' | null {
  if (!Object.hasOwn(ACTIONS, product)) return null;
  const { read, write }: Record<'read' | 'write', readonly string[]> = ACTIONS[product as Product];
  if (read.includes(action)) return 'read';
  return write.includes(action) ? 'write' : null;
}

/** The names of all of them, by product, reads first. */
export function actionNames(): string[] {
  return Object.values(ACTIONS).flatMap(({ read, write }) => [...read, ...write]);
}

/** The smallest policy under which the console works, as Resource Access Management takes it; JSON. */
export function policyFor(kinds: readonly ('read' | 'write')[]): string {
  const products = Object.entries(ACTIONS) as [Product, (typeof ACTIONS)[Product]][];
  const Action = products.flatMap(([product, byKind]) =>
    kinds.flatMap((kind) => byKind[kind].map((action) => `${product}:${action}`)),
  );
  return JSON.stringify({ Version: '1', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }, null, 2);
}
