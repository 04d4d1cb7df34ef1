import type { ChartData } from './chart-data';
import { useInTurn } from './use-in-turn';

/** The chart as it is to be drawn: it follows what is known when its turn has come. */
export function useDrawnChart(chart: ChartData): ChartData {
  return useInTurn(chart, () => ({ ...chart, sources: [], state: 'loading' }));
}
