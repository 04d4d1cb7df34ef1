import { ArrowUp } from 'lucide-react';
import { memo, useCallback, useId, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { scaleFor, type TrafficUnit } from '@/domain/monitor-units';
import { useHealthWords } from '@/features/instance-context';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { useFigures } from '../chart/use-figures';
import { type FleetGroup, type FleetInstance, type Grouping, groupFleet } from './fleet-instance';
import { fleetMetric, type FleetMetric } from './fleet-metrics';
import { HeatDetail } from './HeatDetail';
import type { Shading } from './HeatRun';
import { HeatStrip } from './HeatStrip';
import { createHotCell } from './hot-cell';
import type { Figure } from './use-fleet';

export interface HeatMapProps {
  region: string;
  instances: readonly FleetInstance[];
  metric: FleetMetric;
  figure: Figure | undefined;
  grouping: Grouping;
  traffic: TrafficUnit;
  selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
}

/** Rows no longer than this stand side by side. */
const FEW = 12;
/** From here on a vCPU counts as hot. */
const HOT = 85;

/** Every instance a cell, shaded by what it does, marked when it is not well: the whole fleet at a look. */
export const HeatMap = memo(function HeatMap({
  region,
  instances,
  metric,
  figure,
  grouping,
  traffic,
  selected,
  onSelect,
}: HeatMapProps) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const figures = useFigures();
  const healthWords = useHealthWords();
  const hintId = useId();
  const [hot] = useState(createHotCell);
  const groups = useMemo(() => groupFleet(instances, grouping), [grouping, instances]);
  const isSmall = groups.every((group) => group.instances.length <= FEW);
  const { quantity } = fleetMetric(metric);
  const largest = useMemo(() => Math.max(0, ...(figure?.values() ?? [])), [figure]);
  const end = quantity === 'percent' ? 100 : largest;
  const { unit, divisor } = scaleFor(quantity, largest, traffic);
  const nameOf = (group: FleetGroup) =>
    grouping === 'health' ? (group.key ? healthWords(group.key).label : t('fleet.healthUnknown')) : group.key;
  const hotOf = (group: FleetGroup) =>
    quantity === 'percent' ? group.instances.filter(({ id }) => (figure?.get(id) ?? 0) >= HOT).length : 0;
  const metricName = t(`fleet.metric.${metric}`);
  const describe = useCallback(
    (instance: FleetInstance) => {
      const value = figure?.get(instance.id);
      const load =
        value === undefined ? t('fleet.noValue') : `${metricName} ${figures.withUnit(value / divisor, unit)}`;
      const health = instance.health ? healthWords(instance.health).label : t('fleet.healthUnknown');
      return t('fleet.cell', { name: instance.name, load, health });
    },
    [divisor, figure, figures, healthWords, metricName, t, unit],
  );
  const shading = useMemo<Shading>(() => ({ figure, end, describe }), [describe, end, figure]);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex min-h-6 items-center gap-3 text-xs text-text-muted">
        <HeatDetail hot={hot} describe={describe} />
        <span className="flex-1" />
        <span className="inline-flex items-center gap-1.5" aria-hidden>
          0
          {[0, 1, 2, 3, 4, 5].map((heat) => (
            <span
              key={heat}
              className="h-2 w-[18px] rounded-[2px] forced-colors:border"
              style={{ background: `var(--color-heat-${heat})` }}
            />
          ))}
          {figures.withUnit(end / divisor, unit)}
        </span>
      </div>
      <p id={hintId} className="sr-only">
        {t('fleet.keys')}
      </p>
      <div className={cx('grid gap-x-10 gap-y-1.5', isSmall ? 'grid-cols-2' : 'grid-cols-1')}>
        {groups.map((group) => {
          const hotCount = hotOf(group);
          return (
            <div key={group.key} className="flex items-start gap-3">
              <span className="w-[150px] flex-none truncate leading-5" title={nameOf(group)}>
                {nameOf(group)}
              </span>
              <span className="w-8 flex-none text-right leading-5 text-text-muted">
                {format.number(group.instances.length)}
              </span>
              <HeatStrip
                region={region}
                label={t('fleet.strip', {
                  name: nameOf(group),
                  count: group.instances.length,
                  number: format.number(group.instances.length),
                })}
                describedBy={hintId}
                instances={group.instances}
                shading={shading}
                hot={hot}
                selected={selected}
                onSelect={onSelect}
              />
              <span className="w-[96px] flex-none text-right text-xs leading-5 whitespace-nowrap">
                {hotCount > 0 ? (
                  <>
                    <ArrowUp className="size-3.5" aria-hidden />
                    {t('fleet.hot', { number: format.number(hotCount), share: format.percent(HOT / 100) })}
                  </>
                ) : null}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
});
