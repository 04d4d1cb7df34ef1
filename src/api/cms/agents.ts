import { ApiError } from '../errors';
import type { Rpc } from '../rpc';
import { cmsCalls, type RegionRequest, type RequestOptions } from './call';

/** The plug-in of CloudMonitor on one instance. */
export interface MonitoringAgent {
  InstanceId: string;
  /** As on the wire: `running`, `stopped`, `installing`, `install_faild` (spelled so), `abnormal`, `not_installed`, or newer. */
  Status: string;
  AutoInstall: boolean;
  /** `''` when all is well or the answer does not say. */
  AgentInstallErrorCode: string;
}

export interface MonitoringAgentsRequest extends RegionRequest {
  InstanceIds: readonly string[];
}

export interface InstallMonitoringAgentRequest extends RegionRequest {
  /** 1 to 10. Never absent: without a list the call would concern every host of the account. */
  InstanceIds: readonly string[];
  /** Installs anew where one is. */
  Force?: boolean;
}

/** A limit is not published (contract 9.7); ten is surely allowed. */
const MOST_AT_ONCE = 10;

/** CloudMonitor's plug-in, which host metrics need (manual 4.1, contract 9.7). Every function rejects with ApiError. */
export function monitoringAgentActions(rpc: Rpc) {
  const { read, write } = cmsCalls(rpc);
  return {
    /** In several calls when there are many. */
    async describeMonitoringAgentStatuses(
      { InstanceIds, ...request }: MonitoringAgentsRequest,
      options?: RequestOptions,
    ): Promise<MonitoringAgent[]> {
      const agents: MonitoringAgent[] = [];
      for (let start = 0; start < InstanceIds.length; start += MOST_AT_ONCE) {
        const ids = InstanceIds.slice(start, start + MOST_AT_ONCE).join(',');
        const params = { ...request, InstanceIds: ids };
        const reply = await read('DescribeMonitoringAgentStatuses', params, options);
        const rows = reply.list('NodeStatusList', 'NodeStatus', (row) => ({
          InstanceId: row.text('InstanceId'),
          Status: row.text('Status'),
          AutoInstall: row.flag('AutoInstall'),
          AgentInstallErrorCode: row.text('AgentInstallErrorCode'),
        }));
        agents.push(...rows);
      }
      return agents;
    },

    /** None at all is refused here. Answers at once; `describeMonitoringAgentStatuses` tells how it goes. Cloud Assistant must be there. */
    async installMonitoringAgent(
      request: InstallMonitoringAgentRequest,
      options?: RequestOptions,
    ): Promise<{ RequestId: string }> {
      if (request.InstanceIds.length === 0) throw nothingToInstallOn();
      const reply = await write('InstallMonitoringAgent', request, options);
      return { RequestId: reply.text('RequestId') };
    },
  };
}

/** What the server makes of an empty list is not published; it has calls that concern every host of the account. */
function nothingToInstallOn(): ApiError {
  const message = 'No instance to install the plug-in on.';
  return new ApiError({
    code: 'ParameterInvalid',
    message,
    product: 'cms',
    action: 'InstallMonitoringAgent',
  });
}
