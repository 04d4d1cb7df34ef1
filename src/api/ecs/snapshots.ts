import { emptyPage, pageOf, type Page } from '../decode';
import { jsonText } from '../params';
import type { Rpc } from '../rpc';
import {
  ecsReads,
  ecsWrites,
  pageSizeFor,
  type PageRequest,
  type RegionRequest,
  type RequestOptions,
  type TagFilter,
} from './call';

export interface CreateSnapshotRequest extends RegionRequest {
  DiskId: string;
  /** 2 to 128 characters, a letter first, not `auto…`, not `http://…`. */
  SnapshotName?: string;
  /** 2 to 256 characters. */
  Description?: string;
  /** 1 to 65536; absent: for ever. */
  RetentionDays?: number;
  Tag?: readonly TagFilter[];
  ClientToken?: string;
}

export interface DescribeSnapshotsRequest extends PageRequest {
  InstanceId?: string;
  DiskId?: string;
  /** At most 100; sent as one JSON text. */
  SnapshotIds?: readonly string[];
  /** `progressing`, `accomplished`, `failed`, `all`. */
  Status?: string;
}

export interface CreatedSnapshot {
  SnapshotId: string;
  RequestId: string;
}

export interface Snapshot {
  SnapshotId: string;
  SnapshotName: string;
  Description: string;
  /** `progressing`, `accomplished`, `failed`. */
  Status: string;
  /** Percent, 0 to 100; undefined when the server sends no number. */
  Progress: number | undefined;
  /** Seconds left; undefined when the server does not say. */
  RemainTime: number | undefined;
  SourceDiskId: string;
  /** `system` or `data`. */
  SourceDiskType: string;
  /** GiB. */
  SourceDiskSize: number;
  CreationTime: string;
}

/** Snapshots of disks (contract 6; DescribeSnapshots as in the vendor's SDK). Every function rejects with ApiError. */
export function snapshotActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  const write = ecsWrites(rpc);
  return {
    /** Answers at once; the snapshot goes on by itself. Refused while another of the disk runs. */
    async createSnapshot(request: CreateSnapshotRequest, options?: RequestOptions): Promise<CreatedSnapshot> {
      const reply = await write('CreateSnapshot', request, options);
      return { SnapshotId: reply.text('SnapshotId'), RequestId: reply.text('RequestId') };
    },

    /** Newest first. */
    async describeSnapshots(
      request: DescribeSnapshotsRequest,
      options?: RequestOptions,
    ): Promise<Page<Snapshot>> {
      if (request.SnapshotIds?.length === 0) return emptyPage();
      const params = {
        ...request,
        ...pageSizeFor(request, request.SnapshotIds, 100),
        SnapshotIds: jsonText(request.SnapshotIds),
      };
      const reply = await read('DescribeSnapshots', params, options);
      const items = reply.list('Snapshots', 'Snapshot', (row) => ({
        SnapshotId: row.text('SnapshotId'),
        SnapshotName: row.text('SnapshotName'),
        Description: row.text('Description'),
        Status: row.text('Status'),
        Progress: percent(row.text('Progress')),
        RemainTime: row.number('RemainTime'),
        SourceDiskId: row.text('SourceDiskId'),
        SourceDiskType: row.text('SourceDiskType').toLowerCase(),
        SourceDiskSize: row.count('SourceDiskSize'),
        CreationTime: row.text('CreationTime'),
      }));
      return pageOf(reply, items);
    },
  };
}

/** `"38%"`, or a bare number. */
function percent(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text.trim());
  return match ? Math.min(100, Number(match[1])) : undefined;
}
