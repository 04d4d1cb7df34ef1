import { Activity } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { TrafficUnit } from '@/domain/monitor-units';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { Time } from '@/ui/Time';
import type { ChartData } from './chart-data';
import { useFigures } from './use-figures';
import { type ValuesColumn, type ValuesRow, valuesOf } from './values-rows';

export interface ValuesTableProps {
  label: string;
  charts: readonly ChartData[];
  traffic: TrafficUnit;
}

type Head = ValuesColumn & { largest: number };

const NARROWEST = 112;
/** Pixels on both sides of a cell's words, and what a letter and a Chinese character take in a head. */
const PADDING = 24;
const LETTER = 6.6;
const CHARACTER = 12;

/** Pixels in which a head is read whole. */
function widthOf(head: string): number {
  const characters = head.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return Math.ceil(PADDING + characters * CHARACTER + (head.length - characters) * LETTER);
}

/** The charts' twin in figures. */
export function ValuesTable({ label, charts, traffic }: ValuesTableProps) {
  const { t } = useTranslation('monitoring');
  const figures = useFigures();
  const values = valuesOf(charts, traffic);
  // Each column's largest value decides on its decimals; a string of them stays the same when the rows are read anew.
  const heads = JSON.stringify(
    values.columns.map((column) => ({
      ...column,
      largest: values.rows.reduce((most, row) => Math.max(most, Math.abs(row.values[column.id] ?? 0)), 0),
    })),
  );
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
      ...(JSON.parse(heads) as Head[]).map(({ id, title, unit, largest }) => {
        const header = unit ? `${title}, ${unit}` : title;
        const shown = figures.column([largest]);
        return {
          id,
          header,
          width: Math.max(NARROWEST, widthOf(header)),
          align: 'end' as const,
          cell: (row: ValuesRow) => shown(row.values[id]),
        };
      }),
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
