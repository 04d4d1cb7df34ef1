import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { MetricPoint } from '@/api/cms/metrics';
import { keys } from '@/api/query-keys';
import { lagOf, type AlarmTerms } from '@/domain/metric-alarm';
import type { TimeSpan } from '@/domain/monitor-period';
import { useMinute } from '@/features/monitoring';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The last day up to this minute; it moves on while the page is open. */
export function useLastDay(): TimeSpan {
  const [to] = useMinute(true);
  return { from: to - DAY, to };
}

export interface DayRequest {
  metric: string;
  /** Null: no instance is chosen. */
  instanceId: string | null;
  terms: Pick<AlarmTerms, 'levels' | 'periodSeconds'>;
  span: TimeSpan;
}

/** What an instance measured in a span, and what a rule compares it with. */
export function useDayPoints(region: string, { metric, instanceId, terms, span }: DayRequest) {
  const api = useApi();
  const { periodSeconds } = terms;
  const lags = [
    ...new Set(Object.values(terms.levels).map(({ operator }) => lagOf(operator, periodSeconds))),
  ];
  const period = periodSeconds;
  return useQuery({
    queryKey: [
      ...keys.monitoring.reading(region, `alarm ${metric}`, instanceId ?? '', { ...span, period }),
      lags,
    ] as const,
    queryFn: async ({ signal }): Promise<MetricPoint[]> => {
      const spans = lags.map((lag) => ({ from: span.from - lag, to: span.to - lag }));
      const asked = lags.includes(0) ? spans : [span, ...spans];
      const pages = await Promise.all(
        asked.map(({ from, to }) =>
          api.cms.describeMetricListAll(
            {
              RegionId: region,
              MetricName: metric,
              Dimensions: [{ instanceId: instanceId! }],
              Period: periodSeconds,
              // CloudMonitor leaves out the start of the span and takes in its end.
              StartTime: from - 1,
              EndTime: to - 1,
            },
            { signal },
          ),
        ),
      );
      return pages.flatMap(({ points }) => points);
    },
    enabled: instanceId !== null,
    staleTime: MINUTE,
    // The minute before stays until the next one is read.
    placeholderData: (before, query) => {
      const [, , kind, id, of] = (query?.queryKey ?? []) as unknown[];
      const isSame = kind === `alarm ${metric}` && id === instanceId;
      return isSame && (of as { period?: number } | undefined)?.period === periodSeconds ? before : undefined;
    },
  });
}
