import { useSameList } from '../data/use-same-list';
import type { ChartData } from './chart-data';

/** The charts, of which those that did not change stay the same objects: they need not be drawn again. */
export function useSameCharts(charts: readonly ChartData[]): readonly ChartData[] {
  return useSameList(charts, isSameChart);
}

/** Whether two charts look alike; what tries again is made anew with each render and does the same. */
function isSameChart(one: ChartData, other: ChartData): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof ChartData)[];
  return names.every((name) => {
    if (name === 'retry') return true;
    if (name === 'limit') {
      return one.limit?.value === other.limit?.value && one.limit?.label === other.limit?.label;
    }
    if (name === 'action') {
      return one.action?.to === other.action?.to && one.action?.label === other.action?.label;
    }
    return Object.is(one[name], other[name]);
  });
}
