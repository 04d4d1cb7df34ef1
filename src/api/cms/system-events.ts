import type { Reader } from '../decode';
import type { Rpc } from '../rpc';
import { parseWireTime } from '../wire-times';
import { cmsCalls, type RegionRequest, type RequestOptions } from './call';

export interface SystemEventFilters extends RegionRequest {
  /** `Maintenance`, `Exception`, `StatusNotification`. */
  EventType?: string;
  /** `Instance:SystemMaintenance.Reboot:Scheduled`. */
  Name?: string;
  /** `CRITICAL`, `WARN`, `INFO`. */
  Level?: string;
  Status?: string;
  /** `a and b`, `a or b`. */
  SearchKeywords?: string;
  /** Epoch ms, both. */
  StartTime: number;
  EndTime: number;
}

export interface SystemEventsRequest extends SystemEventFilters {
  /** From 1. */
  PageNumber: number;
  /** At most 100. */
  PageSize: number;
}

/** Something CloudMonitor was told of. */
export interface CmsEvent {
  Id: string;
  Product: string;
  Name: string;
  /** As on the wire; compare without case. */
  Level: string;
  Status: string;
  /** Epoch ms; null when it cannot be read. */
  Time: number | null;
  RegionId: string;
  ResourceId: string;
  InstanceName: string;
  /** JSON in a text, or whatever else came. */
  Content: string;
}

export interface CmsEventCount {
  Num: number;
  Name: string;
  Level: string;
  Status: string;
}

/** A name of the account's catalogue. */
export interface CmsEventMeta {
  Product: string;
  Name: string;
  EventType: string;
  Level: string;
  Status: string;
}

export interface SendTestEventRequest extends RegionRequest {
  EventName: string;
  /** JSON. */
  EventContent: string;
}

const PRODUCT = 'ECS';

/** What SendDryRunSystemEvent sends; the same parameters make the CLI line. */
export function sendTestEventParams({ RegionId, EventName, EventContent }: SendTestEventRequest) {
  return { RegionId, Product: PRODUCT, EventName, EventContent };
}

/** Events as CloudMonitor knows them (manual 2.4.1, contract 9.6): of ECS, in all regions. Every function rejects with ApiError. */
export function cmsEventActions(rpc: Rpc) {
  const { read, write } = cmsCalls(rpc);
  return {
    /** One page, newest first. How many there are is not told: a page that is short is the last. */
    async describeSystemEventAttribute(
      request: SystemEventsRequest,
      options?: RequestOptions,
    ): Promise<CmsEvent[]> {
      const reply = await read('DescribeSystemEventAttribute', { ...request, Product: PRODUCT }, options);
      return reply.list('SystemEvents', 'SystemEvent', cmsEventOf);
    },

    /** How many of each name; rows of the same name, level and status are added up. */
    async describeSystemEventCount(
      request: SystemEventFilters,
      options?: RequestOptions,
    ): Promise<CmsEventCount[]> {
      const reply = await read('DescribeSystemEventCount', { ...request, Product: PRODUCT }, options);
      const rows = reply.list('SystemEventCounts', 'SystemEventCount', (row) => ({
        Num: row.count('Num'),
        Name: row.text('Name'),
        Level: row.text('Level'),
        Status: row.text('Status'),
      }));
      const sums = new Map<string, CmsEventCount>();
      for (const row of rows) {
        const key = `${row.Name} ${row.Level.toUpperCase()} ${row.Status}`;
        sums.set(key, { ...row, Num: row.Num + (sums.get(key)?.Num ?? 0) });
      }
      return [...sums.values()].toSorted((a, b) => b.Num - a.Num || a.Name.localeCompare(b.Name));
    },

    /** The names the account may hear of, of ECS. */
    async describeSystemEventMetaList(
      request: RegionRequest,
      options?: RequestOptions,
    ): Promise<CmsEventMeta[]> {
      const reply = await read('DescribeSystemEventMetaList', request, options);
      return reply
        .list('Data', 'Resource', (row) => ({
          Product: row.text('Product'),
          Name: row.text('Name'),
          EventType: row.text('EventType'),
          Level: row.text('Level'),
          Status: row.text('Status'),
        }))
        .filter((meta) => meta.Product.toUpperCase() === PRODUCT);
    },

    /** Makes an event that is listed and goes through the rules, though nothing happened. */
    async sendDryRunSystemEvent(
      request: SendTestEventRequest,
      options?: RequestOptions,
    ): Promise<{ RequestId: string }> {
      const reply = await write('SendDryRunSystemEvent', sendTestEventParams(request), options);
      return { RequestId: reply.text('RequestId') };
    },
  };
}

function cmsEventOf(row: Reader): CmsEvent {
  return {
    Id: row.text('Id'),
    Product: row.text('Product'),
    Name: row.text('Name'),
    Level: row.text('Level'),
    Status: row.text('Status'),
    Time: parseWireTime(row.number('Time') ?? row.text('Time')),
    RegionId: row.text('RegionId'),
    ResourceId: row.text('ResourceId'),
    InstanceName: row.text('InstanceName'),
    Content: row.text('Content') || JSON.stringify(row.object('Content').raw),
  };
}
