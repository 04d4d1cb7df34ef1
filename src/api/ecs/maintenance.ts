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

/** `HH:mm:ss` in UTC+8, whole hours; the end may lie on the next day. */
export interface MaintenanceWindow {
  StartTime: string;
  EndTime: string;
}

export interface DescribeInstanceMaintenanceAttributesRequest extends PageRequest {
  /** At most 100. */
  InstanceId?: readonly string[];
}

export interface ModifyInstanceMaintenanceAttributesRequest extends RegionRequest {
  /** 1 to 100. */
  InstanceId: readonly string[];
  /** `Stop`, `AutoRecover`, `AutoRedeploy`. */
  ActionOnMaintenance?: string;
  /** One at most. */
  MaintenanceWindow?: readonly MaintenanceWindow[];
  NotifyOnMaintenance?: boolean;
}

export interface MaintenanceAttributes {
  InstanceId: string;
  NotifyOnMaintenance: boolean;
  /** What maintenance does to the instance. */
  Action: string;
  DefaultAction: string;
  SupportedActions: string[];
  Windows: MaintenanceWindow[];
}

/** How instances are maintained (contract 6). Every function rejects with ApiError. */
export function maintenanceActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  const write = ecsWrites(rpc);
  return {
    async describeInstanceMaintenanceAttributes(
      request: DescribeInstanceMaintenanceAttributesRequest,
      options?: RequestOptions,
    ): Promise<Page<MaintenanceAttributes>> {
      if (request.InstanceId?.length === 0) return emptyPage();
      const params = { ...request, ...pageSizeFor(request, request.InstanceId, 100) };
      const reply = await read('DescribeInstanceMaintenanceAttributes', params, options);
      const items = reply.list('MaintenanceAttributes', 'MaintenanceAttribute', (row) => {
        const action = row.object('ActionOnMaintenance');
        return {
          InstanceId: row.text('InstanceId'),
          NotifyOnMaintenance: row.flag('NotifyOnMaintenance'),
          Action: action.text('Value'),
          DefaultAction: action.text('DefaultValue'),
          SupportedActions: action.texts('SupportedValues', 'SupportedValue'),
          Windows: row.list('MaintenanceWindows', 'MaintenanceWindow', (window) => ({
            StartTime: window.text('StartTime'),
            EndTime: window.text('EndTime'),
          })),
        };
      });
      return pageOf(reply, items);
    },

    async modifyInstanceMaintenanceAttributes(
      request: ModifyInstanceMaintenanceAttributesRequest,
      options?: RequestOptions,
    ): Promise<Done> {
      const reply = await write('ModifyInstanceMaintenanceAttributes', request, options);
      return { RequestId: reply.text('RequestId') };
    },
  };
}
