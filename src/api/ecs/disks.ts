import { emptyPage, pageOf, tagsOf, type Page, type Tag } from '../decode';
import { jsonText } from '../params';
import type { Rpc } from '../rpc';
import { ecsReads, pageSizeFor, type PageRequest, type RequestOptions, type TagFilter } from './call';

export interface DescribeDisksRequest extends PageRequest {
  InstanceId?: string;
  /** At most 100; sent as one JSON text. */
  DiskIds?: readonly string[];
  /** `all`, `system`, `data`. */
  DiskType?: string;
  Category?: string;
  /** `In_use`, `Available`, `Attaching`, `Detaching`, `Creating`, `ReIniting`, `All`. */
  Status?: string;
  ZoneId?: string;
  DiskName?: string;
  Tag?: readonly TagFilter[];
}

/** A disk, as far as the console uses it (contract 6). Times are UTC texts, `''` while not known. */
export interface Disk {
  DiskId: string;
  DiskName: string;
  /** `''`: attached to nothing. */
  InstanceId: string;
  /** `system` or `data`. */
  Type: string;
  /** `cloud_efficiency`, `cloud_essd`, `local_ssd_pro` … */
  Category: string;
  /** GiB. */
  Size: number;
  Status: string;
  /** `/dev/xvda` … */
  Device: string;
  ZoneId: string;
  RegionId: string;
  DiskChargeType: string;
  DeleteWithInstance: boolean;
  Portable: boolean;
  Encrypted: boolean;
  CreationTime: string;
  AttachedTime: string;
  /** `PL0` … of enhanced SSDs. */
  PerformanceLevel: string;
  /** Operations per second; undefined when the server does not say. */
  IOPS: number | undefined;
  Tags: Tag[];
}

/** Local disks hold no snapshots and lose their data when the instance moves to another host (manual 2.2). */
export function isLocalDisk(category: string): boolean {
  return /^(local_|ephemeral)/.test(category);
}

/** Disks (contract 6). Every function rejects with ApiError. */
export function diskActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  return {
    async describeDisks(request: DescribeDisksRequest, options?: RequestOptions): Promise<Page<Disk>> {
      if (request.DiskIds?.length === 0) return emptyPage();
      const params = {
        ...request,
        ...pageSizeFor(request, request.DiskIds, 100),
        DiskIds: jsonText(request.DiskIds),
      };
      const reply = await read('DescribeDisks', params, options);
      const items = reply.list('Disks', 'Disk', (row) => ({
        DiskId: row.text('DiskId'),
        DiskName: row.text('DiskName'),
        InstanceId: row.text('InstanceId'),
        Type: row.text('Type'),
        Category: row.text('Category'),
        Size: row.count('Size'),
        Status: row.text('Status'),
        Device: row.text('Device'),
        ZoneId: row.text('ZoneId'),
        RegionId: row.text('RegionId'),
        DiskChargeType: row.text('DiskChargeType'),
        DeleteWithInstance: row.flag('DeleteWithInstance'),
        Portable: row.flag('Portable'),
        Encrypted: row.flag('Encrypted'),
        CreationTime: row.text('CreationTime'),
        AttachedTime: row.text('AttachedTime'),
        PerformanceLevel: row.text('PerformanceLevel'),
        IOPS: row.number('IOPS'),
        Tags: tagsOf(row),
      }));
      return pageOf(reply, items);
    },
  };
}
