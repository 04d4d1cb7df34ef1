import { CloudOff, RotateCw } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useErrorText } from '@/api/use-error-text';
import { scaleFor, type TrafficUnit } from '@/domain/monitor-units';
import { HealthStatus } from '@/features/instances';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Skeleton } from '@/ui/Skeleton';
import { useFigures } from '../chart/use-figures';
import { monitoringPaths } from '../paths';
import { busiest } from './busiest';
import type { FleetInstance } from './fleet-instance';
import { fleetMetric, type FleetMetric } from './fleet-metrics';
import type { useFleet } from './use-fleet';

export interface BusiestListProps {
  region: string;
  metric: FleetMetric;
  instances: readonly FleetInstance[];
  reading: ReturnType<ReturnType<typeof useFleet>['figureOf']>;
  traffic: TrafficUnit;
}

const SHOWN = 5;

/** The busiest instances by one figure, and the way to compare them. */
export function BusiestList({ region, metric, instances, reading, traffic }: BusiestListProps) {
  const { t } = useTranslation(['monitoring', 'ui']);
  const format = useFormat();
  const figures = useFigures();
  const error = useErrorText(reading.error);
  const paths = monitoringPaths(region);
  const ranked = useMemo(
    () => (reading.data ? busiest(instances, reading.data, SHOWN) : []),
    [instances, reading.data],
  );
  const largest = ranked[0]?.value ?? 0;
  const { quantity } = fleetMetric(metric);
  const { unit, divisor } = scaleFor(quantity, largest, traffic);
  const end = quantity === 'percent' ? 100 : largest;
  const shown = figures.column([largest / divisor]);
  const title = t(`fleet.metric.${metric}`);
  return (
    <section aria-label={t('fleet.busiestBy', { metric: title })} className="min-w-0">
      <div className="flex h-7 items-baseline gap-2">
        <h2>{title}</h2>
        <span className="text-xs text-text-muted">{unit}</span>
        <span className="flex-1" />
        {ranked.length > 1 ? (
          <Link
            to={`${paths.compare(ranked.map(({ instance }) => instance.id))}&metric=${COMPARED[metric]}`}
            className="text-xs"
          >
            {t('fleet.compareThese')}
          </Link>
        ) : null}
      </div>
      {reading.isError && !reading.data ? (
        <div role="alert" className="flex flex-col items-start gap-1.5 text-xs text-text-muted">
          <p>
            <CloudOff className="mr-1.5" aria-hidden />
            {format.sentences(error.title, error.advice)}{' '}
            {error.code ? <span className="code">{error.code}</span> : null}
          </p>
          <Button size="sm" icon={RotateCw} busy={reading.isFetching} onClick={() => void reading.refetch()}>
            {t('ui:action.retry')}
          </Button>
        </div>
      ) : reading.data ? (
        ranked.length > 0 ? (
          <ol className="flex flex-col">
            {ranked.map(({ instance, value }) => (
              <li key={instance.id} className="flex h-[34px] items-center gap-2.5">
                <Link to={paths.instance(instance.id)} className="min-w-0 flex-1 truncate font-semibold">
                  {instance.name}
                </Link>
                {instance.health === null ? null : (
                  <span className="flex-none text-xs">
                    <HealthStatus wire={instance.health} />
                  </span>
                )}
                <span
                  className="h-1.5 w-12 flex-none rounded-xs bg-neutral-subtle forced-colors:border"
                  aria-hidden
                >
                  <span
                    className="block h-full rounded-xs bg-series-1 forced-colors:bg-[Highlight]"
                    style={{ width: `${Math.min(100, (value / (end || 1)) * 100)}%` }}
                  />
                </span>
                <span className="w-10 flex-none text-right">{shown(value / divisor)}</span>
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-text-muted">{t('fleet.nothingMeasured')}</p>
        )
      ) : (
        <div aria-busy className="flex flex-col gap-3 pt-2">
          {Array.from({ length: SHOWN }, (_, index) => (
            <Skeleton key={index} width={`${90 - index * 8}%`} />
          ))}
        </div>
      )}
    </section>
  );
}

/** The comparison's metric that a figure of the fleet leads to. */
const COMPARED: Readonly<Record<FleetMetric, string>> = {
  cpu: 'cpu-used',
  network: 'intranetBandwidth-both',
  disk: 'diskBandwidth-write',
};
