import type { QueryKey } from '@tanstack/react-query';
import type { Api } from '@/api/api';
import type { MetricPoint } from '@/api/cms/metrics';
import type { RequestOptions } from '@/api/ecs/call';
import type { DiskMonitorPoint, EniMonitorPoint, InstanceMonitorPoint } from '@/api/ecs/monitor';
import { keys } from '@/api/query-keys';
import { CMS_MAX_POINTS, type TimeSpan } from '@/domain/monitor-period';
import { callsFor, type ChartWindow, readingKey } from './chart-window';
import { monitorGate } from './gate';

/** A reading does not change before the next minute is there. */
const STALE_MS = 50_000;

/** What one call of a window asks for. */
interface CallSpan {
  StartTime: number;
  EndTime: number;
  Period: number;
}

/** What an instance measured; five charts share it. */
export function instanceReading(api: Api, region: string, InstanceId: string, window: ChartWindow) {
  return reading<InstanceMonitorPoint>(region, 'instance', InstanceId, window, (span, options) =>
    api.ecs.describeInstanceMonitorData({ RegionId: region, InstanceId, ...span }, options),
  );
}

export function diskReading(api: Api, region: string, DiskId: string, window: ChartWindow) {
  return reading<DiskMonitorPoint>(region, 'disk', DiskId, window, (span, options) =>
    api.ecs.describeDiskMonitorData({ RegionId: region, DiskId, ...span }, options),
  );
}

export function eniReading(api: Api, region: string, InstanceId: string, EniId: string, window: ChartWindow) {
  return reading<EniMonitorPoint>(region, 'eni', EniId, window, (span, options) =>
    api.ecs.describeEniMonitorData({ RegionId: region, InstanceId, EniId, ...span }, options),
  );
}

/** One metric of the plug-in on one instance; a point for each device, state or process of a period. */
export function hostReading(
  api: Api,
  region: string,
  instanceId: string,
  MetricName: string,
  window: ChartWindow,
) {
  return reading<MetricPoint>(
    region,
    `host ${MetricName}`,
    instanceId,
    window,
    async ({ StartTime, EndTime, Period }, options) => {
      // CloudMonitor leaves out the start of the span and takes in its end.
      const span = { StartTime: StartTime - 1, EndTime: EndTime - 1, Period };
      const page = await api.cms.describeMetricListAll(
        { RegionId: region, MetricName, Dimensions: [{ instanceId }], ...span },
        options,
      );
      return page.points;
    },
    CMS_MAX_POINTS,
  );
}

function reading<Point>(
  region: string,
  kind: string,
  id: string,
  window: ChartWindow,
  read: (span: CallSpan, options: RequestOptions) => Promise<Point[]>,
  /** Points of one call. */
  most?: number,
) {
  return {
    queryKey: keys.monitoring.reading(region, kind, id, readingKey(window)),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Point[]> => {
      const call = ({ from, to }: TimeSpan) =>
        monitorGate(
          () => read({ StartTime: from, EndTime: to, Period: window.periodSeconds }, { signal }),
          signal,
        );
      const answers = await Promise.all(callsFor(window, most).map(call));
      return answers.flat();
    },
    staleTime: STALE_MS,
    // The minute before stays until the next one is read; values of another period would be put in wrong places.
    placeholderData: (before: Point[] | undefined, query: { queryKey: QueryKey } | undefined) =>
      query && samePeriod(query.queryKey, id, kind, window) ? before : undefined,
  };
}

function samePeriod(key: QueryKey, id: string, kind: string, window: ChartWindow): boolean {
  const [, , ofKind, ofId, of] = key as ReturnType<typeof keys.monitoring.reading>;
  return ofKind === kind && ofId === id && of.period === window.periodSeconds;
}
