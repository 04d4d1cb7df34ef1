import type { TrafficUnit } from '@/domain/monitor-units';
import type { ChartData } from './chart-data';
import { chartModel } from './chart-line';

/** A column of the charts' table: one line of one chart. */
export interface ValuesColumn {
  id: string;
  /** `Internet traffic, out` */
  title: string;
  unit: string;
}

/** One period; `partial` when it is not over. */
export interface ValuesRow {
  at: number;
  partial: boolean;
  /** By column ID; absent or null when nothing was measured. */
  values: Record<string, number | null>;
}

export interface Values {
  columns: ValuesColumn[];
  /** Newest first. */
  rows: ValuesRow[];
}

/** The charts' values as a table: a row for each period in which something was measured. */
export function valuesOf(charts: readonly ChartData[], traffic: TrafficUnit): Values {
  const columns: ValuesColumn[] = [];
  const rows = new Map<number, ValuesRow>();
  for (const chart of charts) {
    const model = chartModel(chart.sources, chart.quantity, traffic, chart.window);
    for (const line of model.lines) {
      const id = `${chart.id} ${line.id}`;
      const title = model.lines.length > 1 ? `${chart.title}, ${line.label}` : chart.title;
      columns.push({ id, title, unit: model.unit });
      for (const { at, value, partial } of line.series.points) {
        if (value === null) continue;
        const row = rows.get(at) ?? { at, partial: false, values: {} };
        row.partial ||= partial;
        row.values[id] = value / model.divisor;
        rows.set(at, row);
      }
    }
  }
  return { columns, rows: [...rows.values()].toSorted((a, b) => b.at - a.at) };
}
