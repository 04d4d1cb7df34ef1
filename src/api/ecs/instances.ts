import { emptyPage, pageOf, type Page } from '../decode';
import { jsonText } from '../params';
import type { Rpc } from '../rpc';
import {
  ecsReads,
  ecsWrites,
  pageSizeFor,
  type Done,
  type PageRequest,
  type RegionRequest,
  type RequestOptions,
  type TagFilter,
} from './call';
import { instanceOf, type Instance } from './instance-row';

export type { Instance, NetworkInterface } from './instance-row';

export interface DescribeInstancesRequest extends PageRequest {
  /** At most 100; sent as one JSON text. */
  InstanceIds?: readonly string[];
  Status?: string;
  /** With `*` wildcards. */
  InstanceName?: string;
  ZoneId?: string;
  VpcId?: string;
  VSwitchId?: string;
  SecurityGroupId?: string;
  /** `vpc` or `classic`. */
  InstanceNetworkType?: string;
  InstanceType?: string;
  InstanceTypeFamily?: string;
  ImageId?: string;
  /** `PrePaid` or `PostPaid`. */
  InstanceChargeType?: string;
  /** Sent as JSON texts. */
  PrivateIpAddresses?: readonly string[];
  PublicIpAddresses?: readonly string[];
  EipAddresses?: readonly string[];
  InnerIpAddresses?: readonly string[];
  Tag?: readonly TagFilter[];
  KeyPairName?: string;
  ResourceGroupId?: string;
}

export interface DescribeInstanceStatusRequest extends PageRequest {
  /** At most 50 in one answer. */
  InstanceId?: readonly string[];
  ZoneId?: string;
}

export interface RebootInstanceRequest extends RegionRequest {
  InstanceId: string;
  /** Power off at once instead of shutting down. */
  ForceStop?: boolean;
  DryRun?: boolean;
}

export interface InstanceStatus {
  InstanceId: string;
  Status: string;
}

/**
 * Instances and their state (contract 6). Every function rejects with ApiError. An empty list of IDs gives an
 * empty page: sent to the server it would mean every instance.
 */
export function instanceActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  const write = ecsWrites(rpc);
  return {
    /** Running instances only; answers at once, the instance goes Stopping, Starting, Running by and by. */
    async rebootInstance(request: RebootInstanceRequest, options?: RequestOptions): Promise<Done> {
      const reply = await write('RebootInstance', request, options);
      return { RequestId: reply.text('RequestId') };
    },

    /** Unknown IDs give no rows; so does an account without rights. */
    async describeInstances(
      request: DescribeInstancesRequest,
      options?: RequestOptions,
    ): Promise<Page<Instance>> {
      if (request.InstanceIds?.length === 0) return emptyPage();
      const reply = await read('DescribeInstances', describeInstancesParams(request), options);
      return pageOf(reply, reply.list('Instances', 'Instance', instanceOf));
    },

    /** Cheapest poll for lifecycle states. */
    async describeInstanceStatus(
      request: DescribeInstanceStatusRequest,
      options?: RequestOptions,
    ): Promise<Page<InstanceStatus>> {
      if (request.InstanceId?.length === 0) return emptyPage();
      const params = { ...request, ...pageSizeFor(request, request.InstanceId, 50) };
      const reply = await read('DescribeInstanceStatus', params, options);
      const items = reply.list('InstanceStatuses', 'InstanceStatus', (row) => ({
        InstanceId: row.text('InstanceId'),
        Status: row.text('Status'),
      }));
      return pageOf(reply, items);
    },
  };
}

function describeInstancesParams(request: DescribeInstancesRequest) {
  return {
    ...request,
    ...pageSizeFor(request, request.InstanceIds, 100),
    InstanceIds: jsonText(request.InstanceIds),
    PrivateIpAddresses: jsonText(request.PrivateIpAddresses),
    PublicIpAddresses: jsonText(request.PublicIpAddresses),
    EipAddresses: jsonText(request.EipAddresses),
    InnerIpAddresses: jsonText(request.InnerIpAddresses),
  };
}
