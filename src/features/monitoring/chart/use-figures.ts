import { useMemo } from 'react';
import { useFormat } from '@/i18n/format';

/** How values are written beside a chart. */
export interface Figures {
  /** Three figures, no more: `0.42`, `8.35`, `44.9`, `1,234`. A dash for nothing. */
  value(value: number | null): string;
  /** The same in the narrow room beside an axis: `1.5k`. */
  axis(value: number): string;
}

export function useFigures(): Figures {
  const format = useFormat();
  return useMemo(() => {
    const value = (value: number | null) => {
      if (value === null) return '–';
      const size = Math.abs(value);
      const places = size >= 100 ? 0 : size >= 10 ? 1 : 2;
      return format.number(Number(value.toFixed(places)));
    };
    return { value, axis: (at) => (at >= 1000 ? `${value(at / 1000)}k` : value(at)) };
  }, [format]);
}
