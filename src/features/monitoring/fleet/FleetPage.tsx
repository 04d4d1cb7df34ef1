import { Activity } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/query-keys';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Segmented } from '@/ui/Segmented';
import { Skeleton } from '@/ui/Skeleton';
import { useAddress } from '@/ui/use-address';
import { useFigures } from '../chart/use-figures';
import { monitoringPaths } from '../paths';
import { TrafficSwitch } from '../range/TrafficSwitch';
import { busiest } from './busiest';
import { BusiestList } from './BusiestList';
import { GROUPINGS } from './fleet-instance';
import { FLEET_METRICS } from './fleet-metrics';
import { HeatMap } from './HeatMap';
import { MOST_SELECTED } from './HeatStrip';
import { MOST_DRAWN, useFleet } from './use-fleet';

/** The region at a look: who is busiest now, and every instance by load and health (G7). */
export function Component() {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const figures = useFigures();
  const region = useRegion();
  const regionName = useRegionName()(region);
  const cache = useQueryClient();
  const [params, change] = useAddress();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { fleet, instances, figureOf } = useFleet(region);
  const error = useErrorText(fleet.error);
  const metric = FLEET_METRICS.find(({ id }) => id === params.get('metric'))?.id ?? 'cpu';
  const grouping = GROUPINGS.find((name) => name === params.get('group')) ?? 'family';
  const traffic = params.get('unit') === 'byte' ? 'byte' : 'bit';
  const cpu = figureOf('cpu');
  const [top] = useMemo(() => (cpu.data ? busiest(instances, cpu.data, 1) : []), [cpu.data, instances]);
  const figure = figureOf(metric).data;
  // The map of a large fleet is worked out behind what the user does.
  const drawn = useDeferredValue(
    useMemo(
      () => ({ instances, metric, figure, grouping, traffic }) as const,
      [figure, grouping, instances, metric, traffic],
    ),
  );
  const paths = monitoringPaths(region);
  const isEmpty = fleet.data?.total === 0;
  return (
    <>
      <PageHead
        documentTitle={t('fleet.documentTitle')}
        title={
          top
            ? t('fleet.title', { name: top.instance.name })
            : isEmpty
              ? t('fleet.titleEmpty')
              : t('fleet.documentTitle')
        }
        rest={top ? t('fleet.titleRest', { number: figures.withUnit(top.value, '%') }) : null}
        lede={
          <span className="flex flex-wrap items-center gap-x-5">
            <span>
              {fleet.data
                ? t('fleet.lede', {
                    count: fleet.data.total,
                    number: format.number(fleet.data.total),
                    region: regionName,
                  })
                : regionName}
            </span>
            <Freshness
              at={cpu.dataUpdatedAt}
              busy={fleet.isFetching || cpu.isFetching}
              live
              onRefresh={() => void cache.invalidateQueries({ queryKey: keys.monitoring.all(region) })}
            />
          </span>
        }
        actions={
          <LinkButton icon={Activity} to={paths.compare([...selected])}>
            {t('fleet.compare')}
          </LinkButton>
        }
      />
      {fleet.isError && !fleet.data ? (
        <ErrorState
          title={t('fleet.failed')}
          advice={error.advice}
          code={error.code}
          requestId={error.requestId}
          retrying={fleet.isFetching}
          onRetry={() => void fleet.refetch()}
        />
      ) : isEmpty ? (
        <EmptyState icon={Activity} title={t('fleet.emptyTitle')}>
          {t('fleet.empty')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6 pb-8">
          <section aria-label={t('fleet.busiest')} className="grid grid-cols-3 gap-x-7">
            {FLEET_METRICS.map(({ id }) => (
              <BusiestList
                key={id}
                region={region}
                metric={id}
                instances={instances}
                reading={figureOf(id)}
                traffic={traffic}
              />
            ))}
          </section>
          <section aria-labelledby="heat-title" className="flex flex-col gap-2.5">
            <div className="flex flex-wrap items-center gap-3">
              <h2 id="heat-title">{t('fleet.heat')}</h2>
              <span className="flex-1" />
              <Segmented
                label={t('fleet.by')}
                value={metric}
                onValueChange={(value) => change({ metric: value === 'cpu' ? null : value })}
                options={FLEET_METRICS.map(({ id }) => ({ value: id, label: t(`fleet.metric.${id}`) }))}
              />
              <Segmented
                label={t('fleet.group')}
                value={grouping}
                onValueChange={(value) => change({ group: value === 'family' ? null : value })}
                options={GROUPINGS.map((value) => ({ value, label: t(`fleet.grouping.${value}`) }))}
              />
              <TrafficSwitch
                value={traffic}
                onChange={(value) => change({ unit: value === 'byte' ? value : null })}
              />
            </div>
            {fleet.data && fleet.data.total > MOST_DRAWN ? (
              <Note tone="info">
                {t('fleet.capped', {
                  drawn: format.number(MOST_DRAWN),
                  total: format.number(fleet.data.total),
                })}
              </Note>
            ) : null}
            {selected.size > 0 ? (
              <div role="status" className="flex items-center gap-2.5">
                <span>
                  {t('fleet.selected', { count: selected.size, number: selected.size, most: MOST_SELECTED })}
                </span>
                <LinkButton size="sm" variant="primary" to={paths.compare([...selected])}>
                  {t('fleet.compareSelected')}
                </LinkButton>
                <Button size="sm" variant="quiet" onClick={() => setSelected(new Set())}>
                  {t('fleet.clear')}
                </Button>
              </div>
            ) : null}
            {fleet.data ? (
              <HeatMap region={region} {...drawn} selected={selected} onSelect={setSelected} />
            ) : (
              <div aria-busy className="flex flex-col gap-3">
                {Array.from({ length: 8 }, (_, index) => (
                  <Skeleton key={index} height={18} width={`${92 - index * 9}%`} />
                ))}
              </div>
            )}
          </section>
        </div>
      )}
    </>
  );
}
