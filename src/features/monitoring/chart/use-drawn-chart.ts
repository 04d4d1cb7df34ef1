import { useEffect, useState } from 'react';
import type { ChartData } from './chart-data';
import { inTurn } from './in-turn';

/** The chart as it is to be drawn: it follows what is known when its turn has come. */
export function useDrawnChart(chart: ChartData): ChartData {
  const [drawn, setDrawn] = useState<ChartData>(() => ({ ...chart, sources: [], state: 'loading' }));
  useEffect(() => inTurn(() => setDrawn(chart)), [chart]);
  return drawn;
}
