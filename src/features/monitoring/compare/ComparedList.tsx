import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { TrafficUnit } from '@/domain/monitor-units';
import type { ChartData } from '../chart/chart-data';
import { chartModel } from '../chart/chart-line';
import { LineKey } from '../chart/LineKey';
import { useHealthOf } from '@/features/health';
import { HealthStatus } from '@/features/instances';
import { monitoringPaths } from '../paths';

export interface ComparedListProps {
  region: string;
  chart: ChartData;
  traffic: TrafficUnit;
  onRemove(id: string): void;
}

/** The instances compared, each with its line's key, a link and the way out. */
export function ComparedList({ region, chart, traffic, onRemove }: ComparedListProps) {
  const { t } = useTranslation('monitoring');
  const { lines } = useMemo(
    () => chartModel(chart.sources, chart.quantity, traffic, chart.window),
    [chart.quantity, chart.sources, chart.window, traffic],
  );
  const paths = monitoringPaths(region);
  const health = useHealthOf(
    region,
    lines.map(({ id }) => id),
  );
  return (
    <ul aria-label={t('compare.instances')} className="flex min-w-0 flex-1 flex-wrap gap-1.5">
      {lines.map((line) => (
        <li
          key={line.id}
          className="inline-flex h-8 items-center gap-2 rounded-sm bg-field pr-1 pl-2.5 forced-colors:border"
        >
          <LineKey line={line} />
          <Link to={paths.instance(line.id)} className="text-text">
            {line.label}
          </Link>
          {health?.get(line.id) ? (
            <span className="text-xs">
              <HealthStatus wire={health.get(line.id)!} />
            </span>
          ) : null}
          <button
            type="button"
            aria-label={t('compare.remove', { name: line.label })}
            className="inline-grid size-6 place-items-center rounded-[4px] hover:bg-press"
            onClick={() => onRemove(line.id)}
          >
            <X className="size-3.5" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
