import { useMemo } from 'react';
import { useFormat } from '@/i18n/format';

/** How values are written beside a chart. */
export interface Figures {
  /** Three figures, no more: `0.42`, `8.35`, `44.9`, `1,234`. A dash for nothing. */
  value(value: number | null): string;
  /** Values of one column, so that their decimals stand below one another: three figures of the largest of them. */
  column(values: Iterable<number | null | undefined>): (value: number | null | undefined) => string;
  /** The value with its unit, a percentage as the language writes one: `8.35 Mbit/s`, `44.9%`. */
  withUnit(value: number, unit: string): string;
  /** The value in the narrow room beside an axis: `1.5k`, of a percentage `50%`; other units stand over the chart. */
  axis(unit: string): (value: number) => string;
}

export function useFigures(): Figures {
  const format = useFormat();
  return useMemo(() => {
    const value = (value: number | null) =>
      value === null ? '–' : format.number(Number(value.toFixed(placesOf(value))));
    const share = (percent: number) => format.percent(percent / 100, placesOf(percent));
    const short = (at: number) => (at >= 1000 ? `${value(at / 1000)}k` : value(at));
    return {
      value,
      column: (values) => {
        let largest = 0;
        for (const value of values) largest = Math.max(largest, Math.abs(value ?? 0));
        const places = placesOf(largest);
        return (value) => (value === null || value === undefined ? '–' : format.number(value, places));
      },
      withUnit: (at, unit) => (unit === PERCENT ? share(at) : `${value(at)} ${unit}`.trimEnd()),
      axis: (unit) => (unit === PERCENT ? share : short),
    };
  }, [format]);
}

/** The unit of shares, as the charts' models name it. */
const PERCENT = '%';

/** Decimals that make three figures of a value. */
export function placesOf(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}
