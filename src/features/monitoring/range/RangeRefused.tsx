import { ECS_PERIODS } from '@/domain/monitor-period';
import { RangeBar } from './RangeBar';
import { RangeProblemNote } from './RangeProblemNote';
import type { ChartViewState } from './use-chart-view';

/** In the place of charts when no values can be had for the range: why, and the bar to choose another. */
export function RangeRefused({ state }: { state: ChartViewState }) {
  return (
    <>
      <RangeBar state={state} periods={ECS_PERIODS} busy={false} />
      <RangeProblemNote problem={state.problem ?? 'reversed'} state={state} />
    </>
  );
}
