import { MINUTE_MS } from './load-source';
import type { LoadSource } from './load-source';
import type { MinuteLoad } from './minute';

/** One value of a minute, and how the minutes of a longer period make one. */
export interface Column {
  name: string;
  /** NaN: there was nothing to measure in this minute. */
  of(load: MinuteLoad, minute: number): number;
  combine: 'average' | 'sum' | 'last' | 'min' | 'max';
  /** Decimals kept of an average; none by default. */
  decimals?: number;
}

/** Periods that begin from `from` on and before `to`, epoch ms. */
export interface PeriodSpan {
  from: number;
  to: number;
  periodSeconds: number;
}

export interface PeriodRow {
  /** Begin, epoch ms: a whole multiple of the period since 1970. */
  at: number;
  /** In the order of the columns; null: there was nothing to measure in the period. */
  values: (number | null)[];
}

/**
 * The columns by period, oldest first. A longer period is made of its minutes, so that the periods of all lengths agree
 * exactly; one without any minute is left out, and the last may still be going on.
 */
export function readPeriods(source: LoadSource, span: PeriodSpan, columns: readonly Column[]): PeriodRow[] {
  const length = span.periodSeconds / 60;
  const step = length * MINUTE_MS;
  const rows: PeriodRow[] = [];
  const sums = new Float64Array(columns.length);
  const counts = new Uint32Array(columns.length);
  let period = Number.NaN;
  let minutes = 0;
  const close = () => {
    if (minutes === 0) return;
    const values = columns.map((column, index) => ended(column, sums[index]!, counts[index]!));
    rows.push({ at: period * step, values });
  };
  source.eachMinute(firstMinute(span), Math.ceil(span.to / step) * length, (load, minute) => {
    const of = Math.floor(minute / length);
    if (of !== period) {
      close();
      period = of;
      minutes = 0;
      counts.fill(0);
    }
    minutes += 1;
    for (let index = 0; index < columns.length; index += 1) {
      const { combine, of: valueOf } = columns[index]!;
      const value = valueOf(load, minute);
      if (Number.isNaN(value)) continue;
      const before = sums[index]!;
      if (counts[index] === 0 || combine === 'last') sums[index] = value;
      else if (combine === 'min') sums[index] = Math.min(before, value);
      else if (combine === 'max') sums[index] = Math.max(before, value);
      else sums[index] = before + value;
      counts[index]! += 1;
    }
  });
  close();
  return rows;
}

/** The minute with which the span's first period begins. */
export function firstMinute({ from, periodSeconds }: PeriodSpan): number {
  const length = periodSeconds / 60;
  return Math.ceil(from / (length * MINUTE_MS)) * length;
}

function ended({ combine, decimals = 0 }: Column, sum: number, minutes: number): number | null {
  if (minutes === 0) return null;
  return rounded(combine === 'average' ? sum / minutes : sum, decimals);
}

export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
