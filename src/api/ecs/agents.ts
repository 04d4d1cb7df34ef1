import { emptyPage, pageOf, type Page } from '../decode';
import type { Rpc } from '../rpc';
import {
  ecsReads,
  ecsWrites,
  pageSizeFor,
  type Done,
  type PageRequest,
  type RegionRequest,
  type RequestOptions,
} from './call';

export interface DescribeCloudAssistantStatusRequest extends PageRequest {
  /** At most 50. */
  InstanceId?: readonly string[];
  /** `Windows` or `Linux`. */
  OSType?: string;
}

export interface InstallCloudAssistantRequest extends RegionRequest {
  /** 1 to 50. */
  InstanceId: readonly string[];
}

/** The Cloud Assistant agent of one instance (contract 5, DescribeCloudAssistantStatus). */
export interface AgentStatus {
  InstanceId: string;
  /** Today: a heartbeat within two minutes. In the manual's time: the agent is installed. */
  CloudAssistantStatus: boolean;
  /** `''` when the agent does not run. */
  CloudAssistantVersion: string;
  OSType: string;
  /** `''` when there never was one. */
  LastHeartbeatTime: string;
  LastInvokedTime: string;
  ActiveTaskCount: number;
  InvocationCount: number;
  SupportSessionManager: boolean;
  /** Whether the agent has ever shown itself: it runs now, or has a version or a heartbeat on record. */
  installed: boolean;
}

/** Cloud Assistant agents. Every function rejects with ApiError. */
export function agentActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  const write = ecsWrites(rpc);
  return {
    /** All or nothing. Takes effect only when an instance is rebooted (RebootInstance). */
    async installCloudAssistant(
      request: InstallCloudAssistantRequest,
      options?: RequestOptions,
    ): Promise<Done> {
      const reply = await write('InstallCloudAssistant', request, options);
      return { RequestId: reply.text('RequestId') };
    },

    async describeCloudAssistantStatus(
      request: DescribeCloudAssistantStatusRequest,
      options?: RequestOptions,
    ): Promise<Page<AgentStatus>> {
      // Sent to the server, no ID at all would mean every instance.
      if (request.InstanceId?.length === 0) return emptyPage();
      const params = { ...request, ...pageSizeFor(request, request.InstanceId, 50) };
      const reply = await read('DescribeCloudAssistantStatus', params, options);
      const items = reply.list('InstanceCloudAssistantStatusSet', 'InstanceCloudAssistantStatus', (row) => {
        const running = row.flag('CloudAssistantStatus');
        const version = row.text('CloudAssistantVersion');
        const heartbeat = row.text('LastHeartbeatTime');
        return {
          InstanceId: row.text('InstanceId'),
          CloudAssistantStatus: running,
          CloudAssistantVersion: version,
          OSType: row.text('OSType'),
          LastHeartbeatTime: heartbeat,
          LastInvokedTime: row.text('LastInvokedTime'),
          ActiveTaskCount: row.count('ActiveTaskCount'),
          InvocationCount: row.count('InvocationCount'),
          SupportSessionManager: row.flag('SupportSessionManager'),
          installed: running || version !== '' || heartbeat !== '',
        };
      });
      return pageOf(reply, items);
    },
  };
}
