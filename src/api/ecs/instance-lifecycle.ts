import type { Rpc } from '../rpc';
import { ecsWrites, type Done, type RegionRequest, type RequestOptions, type TagFilter } from './call';

export interface DeleteInstanceRequest extends RegionRequest {
  InstanceId: string;
  /** Release a Running one too. */
  Force?: boolean;
  /** Needed for expired subscriptions. */
  TerminateSubscription?: boolean;
  DryRun?: boolean;
}

export interface RunInstancesRequest extends RegionRequest {
  ImageId: string;
  InstanceType: string;
  SecurityGroupId: string;
  VSwitchId: string;
  /** 1 to 100, default 1. */
  Amount?: number;
  /** So many at least, else none; absent: those that cannot be made fail one by one (manual 2.3). */
  MinAmount?: number;
  /** 2 to 128 characters; `web-[1,3]` numbers them. */
  InstanceName?: string;
  UniqueSuffix?: boolean;
  /** Linux 2 to 64 characters, Windows 2 to 15; numbered as names are, `${instance_id}` stands for the ID. */
  HostName?: string;
  ZoneId?: string;
  /** Mbit/s, 0 to 100. */
  InternetMaxBandwidthOut?: number;
  /** `PostPaid` (default) or `PrePaid`. */
  InstanceChargeType?: string;
  /** Of a subscription: so many of the unit. */
  Period?: number;
  /** `Week` or `Month`. */
  PeriodUnit?: string;
  SystemDisk?: { Category?: string; Size?: number };
  /** At most 16. */
  DataDisk?: readonly { Category?: string; Size?: number }[];
  KeyPairName?: string;
  /** Secret: masked wherever calls are shown. */
  Password?: string;
  /** Base64. */
  UserData?: string;
  /** `yyyy-MM-ddTHH:mm:ssZ`. */
  AutoReleaseTime?: string;
  Tag?: readonly TagFilter[];
  DryRun?: boolean;
  ClientToken?: string;
}

export interface StartedInstances {
  InstanceIds: string[];
  OrderId: string;
  RequestId: string;
}

/** Making and releasing instances (contract 6). Every function rejects with ApiError. */
export function instanceLifecycleActions(rpc: Rpc) {
  const write = ecsWrites(rpc);
  return {
    /** Releases the instance and its data: there is no way back. */
    async deleteInstance(request: DeleteInstanceRequest, options?: RequestOptions): Promise<Done> {
      const reply = await write('DeleteInstance', request, options);
      return { RequestId: reply.text('RequestId') };
    },

    /** Instances begin Pending; one that cannot be made shows as an event SystemFailure.Delete (manual 2.3). */
    async runInstances(request: RunInstancesRequest, options?: RequestOptions): Promise<StartedInstances> {
      const reply = await write('RunInstances', request, options);
      return {
        InstanceIds: reply.texts('InstanceIdSets', 'InstanceIdSet'),
        OrderId: reply.text('OrderId'),
        RequestId: reply.text('RequestId'),
      };
    },
  };
}
