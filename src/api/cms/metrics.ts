import { readJson } from '@/domain/json-text';
import { readerOf, type Reader } from '../decode';
import type { Rpc } from '../rpc';
import { parseWireTime } from '../wire-times';
import { cmsCalls, type RegionRequest, type RequestOptions } from './call';

/** Where the metrics of ECS are. */
export const ECS_NAMESPACE = 'acs_ecs_dashboard';

/** What is measured where: `{ instanceId: 'i-…' }`, and `device`, `state` … for metrics that have them. */
export type Dimensions = Readonly<Record<string, string>>;

export interface MetricLastRequest extends RegionRequest {
  MetricName: string;
  /** At most 50. Absent: all the account has. */
  Dimensions?: readonly Dimensions[];
  /** Seconds; absent: the metric's own. */
  Period?: number;
}

export interface MetricListRequest extends MetricLastRequest {
  /** Epoch ms; the start is excluded and the end included. */
  StartTime: number;
  EndTime: number;
  /** Points of one answer, at most 1440. */
  Length?: number;
  NextToken?: string;
}

export interface MetricMetaRequest extends RegionRequest {
  MetricName?: string;
  PageNumber?: number;
  PageSize?: number;
}

/** One value of one thing. Statistics the metric does not have are undefined. */
export interface MetricPoint {
  /** Begin of the period, epoch ms. */
  at: number;
  instanceId: string;
  /** All that names the thing, `instanceId` among it. */
  dimensions: Dimensions;
  Average: number | undefined;
  Minimum: number | undefined;
  Maximum: number | undefined;
}

export interface MetricPage {
  points: MetricPoint[];
  /** Seconds; undefined when the answer does not say. */
  periodSeconds: number | undefined;
  /** `''` at the end. */
  nextToken: string;
}

export interface MetricMeta {
  MetricName: string;
  Description: string;
  Unit: string;
  Dimensions: string[];
  Statistics: string[];
  /** Seconds. */
  Periods: number[];
}

/** The longest answer of one call. */
const MOST_POINTS = 1440;
/** Fifty instances over 31 days of minutes; a server that never ends is left then. */
const MOST_PAGES = 2000;

/** Metrics of CloudMonitor (manual 4.1, contract 9.1). Every function rejects with ApiError. */
export function metricActions(rpc: Rpc) {
  const { read } = cmsCalls(rpc);

  async function describeMetricList(
    request: MetricListRequest,
    options?: RequestOptions,
  ): Promise<MetricPage> {
    return metricPage(await read('DescribeMetricList', metricParams(request), options));
  }

  return {
    /** One page. */
    describeMetricList,

    /** All pages. */
    async describeMetricListAll(
      request: Omit<MetricListRequest, 'NextToken' | 'Length'>,
      options?: RequestOptions,
    ): Promise<MetricPage> {
      const points: MetricPoint[] = [];
      let nextToken = '';
      let periodSeconds: number | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const more = nextToken ? { NextToken: nextToken } : {};
        const answer = await describeMetricList({ ...request, Length: MOST_POINTS, ...more }, options);
        points.push(...answer.points);
        periodSeconds = answer.periodSeconds;
        if (answer.nextToken === '' || answer.nextToken === nextToken) break;
        nextToken = answer.nextToken;
      }
      return { points, periodSeconds, nextToken: '' };
    },

    /** The newest point of each thing; nothing of one that has been silent for two hours. */
    async describeMetricLast(request: MetricLastRequest, options?: RequestOptions): Promise<MetricPage> {
      return metricPage(await read('DescribeMetricLast', metricParams(request), options));
    },

    /** What ECS measures. */
    async describeMetricMetaList(
      request: MetricMetaRequest,
      options?: RequestOptions,
    ): Promise<{ items: MetricMeta[]; totalCount: number }> {
      const params = { ...request, Namespace: ECS_NAMESPACE };
      const reply = await read('DescribeMetricMetaList', params, options);
      const items = reply.list('Resources', 'Resource', (row) => ({
        MetricName: row.text('MetricName'),
        Description: row.text('Description'),
        Unit: row.text('Unit'),
        Dimensions: words(row.text('Dimensions')),
        Statistics: words(row.text('Statistics')),
        Periods: words(row.text('Periods')).map(Number).filter(Number.isFinite),
      }));
      return { items, totalCount: reply.number('TotalCount') ?? items.length };
    },
  };
}

function metricParams(request: MetricLastRequest & Partial<MetricListRequest>) {
  const { Dimensions: dimensions, ...rest } = request;
  return {
    ...rest,
    Namespace: ECS_NAMESPACE,
    Dimensions: dimensions?.length ? JSON.stringify(dimensions) : undefined,
  };
}

function words(text: string): string[] {
  return text.split(',').flatMap((word) => word.trim() || []);
}

/** `Datapoints` is a JSON array inside a text; one that cannot be read holds no points. */
function metricPage(reply: Reader): MetricPage {
  const points = datapoints(reply.text('Datapoints')).flatMap((value) => {
    const row = readerOf(value);
    const at = parseWireTime(row.number('timestamp'));
    if (at === null) return [];
    const statistics = {
      // Some metrics have one statistic only, under the name `Value`.
      Average: row.number('Average') ?? row.number('Value'),
      Minimum: row.number('Minimum'),
      Maximum: row.number('Maximum'),
    };
    return [{ at, instanceId: row.text('instanceId'), dimensions: dimensionsOf(value), ...statistics }];
  });
  return { points, periodSeconds: reply.number('Period'), nextToken: reply.text('NextToken') };
}

function datapoints(text: string): unknown[] {
  const points = readJson(text);
  return Array.isArray(points) ? points : [];
}

const NOT_DIMENSIONS: ReadonlySet<string> = new Set([
  'timestamp',
  'Average',
  'Minimum',
  'Maximum',
  'Value',
  'Sum',
]);

function dimensionsOf(value: unknown): Dimensions {
  const entries = Object.entries(value as object).filter(([name]) => !NOT_DIMENSIONS.has(name));
  return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
}
