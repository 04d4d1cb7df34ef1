import { Activity } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { TrafficUnit } from '@/domain/monitor-units';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { Time } from '@/ui/Time';
import type { ChartData } from './chart-data';
import { useFigures } from './use-figures';
import { type ValuesRow, valuesOf } from './values-rows';

export interface ValuesTableProps {
  label: string;
  charts: readonly ChartData[];
  traffic: TrafficUnit;
}

/** The charts' twin in figures. */
export function ValuesTable({ label, charts, traffic }: ValuesTableProps) {
  const { t } = useTranslation('monitoring');
  const figures = useFigures();
  const values = valuesOf(charts, traffic);
  const heads = JSON.stringify(values.columns);
  const columns = useMemo<readonly Column<ValuesRow>[]>(
    () => [
      {
        id: 'at',
        header: t('table.time'),
        width: 150,
        sort: 'desc',
        cell: (row) => (
          <>
            <Time at={row.at} />
            {row.partial ? <span className="text-text-muted"> {t('table.partial')}</span> : null}
          </>
        ),
      },
      ...(JSON.parse(heads) as typeof values.columns).map(({ id, title, unit }) => ({
        id,
        header: unit ? `${title}, ${unit}` : title,
        width: 168,
        align: 'end' as const,
        cell: (row: ValuesRow) => figures.value(row.values[id] ?? null),
      })),
    ],
    [figures, heads, t],
  );
  const isLoading = charts.every(({ state }) => state === 'loading');
  return (
    <div className="flex h-[520px] flex-col">
      <DataTable
        label={label}
        columns={columns}
        rows={values.rows}
        rowKey={(row) => String(row.at)}
        state={isLoading ? 'loading' : values.rows.length > 0 ? 'ready' : 'empty'}
        placeholder={<EmptyState icon={Activity} title={t('chart.empty')} />}
      />
    </div>
  );
}
