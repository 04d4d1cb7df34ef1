import { useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { ECS_PERIODS } from '@/domain/monitor-period';
import { type InstanceContext, useInstanceContext } from '@/features/instance-context';
import { useFormat } from '@/i18n/format';
import { ErrorState } from '@/ui/ErrorState';
import { ChartBoard } from '../chart/ChartBoard';
import type { ChartData } from '../chart/chart-data';
import { ChartFigure } from '../chart/ChartFigure';
import { ChartFoot } from '../chart/ChartFoot';
import { useSameCharts } from '../chart/use-same-charts';
import { ValuesTable } from '../chart/ValuesTable';
import type { ChartWindow } from '../data/chart-window';
import { ExportMenu } from '../export/ExportMenu';
import { RangeBar } from '../range/RangeBar';
import { RangeRefused } from '../range/RangeRefused';
import { type ChartViewState, useChartView } from '../range/use-chart-view';
import { HostPanel } from './HostPanel';
import { useAlarmLines } from './use-alarm-lines';
import { useBuiltInCharts } from './use-built-in-charts';
import { useHostCharts } from './use-host-charts';
import { useInstanceMarks } from './use-instance-marks';

/** What one instance measures, on one time axis (manual 4.1). */
export function Component() {
  const { region, instance } = useInstanceContext();
  const state = useChartView(region, ECS_PERIODS);
  if (state.window === null) return <RangeRefused state={state} />;
  return <Charts region={region} instance={instance} state={state} window={state.window} />;
}

interface ChartsProps extends InstanceContext {
  state: ChartViewState;
  window: ChartWindow;
}

function Charts({ region, instance, state, window }: ChartsProps) {
  const { t } = useTranslation('monitoring');
  const board = useRef<HTMLDivElement>(null);
  // In the order in which they are asked for: the marks can wait.
  const builtIn = useBuiltInCharts(region, instance, window);
  const host = useHostCharts(region, instance.InstanceId, window);
  const marks = useInstanceMarks(region, instance, window.span.from);
  const charts = useAlarmLines(region, instance.InstanceId, [...builtIn, ...host.charts]);
  const drawn = useSameCharts(charts);
  // One reading serves them all: its failure is told once.
  const isUnread = builtIn.every(({ state }) => state === 'failed');
  const name = instance.InstanceName || instance.InstanceId;
  return (
    <section aria-label={t('page.charts', { name })} className="pb-4">
      <RangeBar state={state} periods={ECS_PERIODS} busy={charts.some(({ isReading }) => isReading)}>
        <ExportMenu
          charts={charts}
          name={name}
          traffic={state.view.traffic}
          board={board}
          isDrawn={!state.view.isTable}
        />
      </RangeBar>
      {state.view.isTable ? (
        <ValuesTable label={t('table.label', { name })} charts={charts} traffic={state.view.traffic} />
      ) : (
        <ChartBoard
          ref={board}
          label={t('page.charts', { name })}
          traffic={state.view.traffic}
          marks={marks}
          onZoom={state.zoomIn}
        >
          {isUnread ? <BuiltInFailed chart={builtIn[0]!} /> : null}
          {(isUnread ? drawn.slice(builtIn.length) : drawn).map((chart) => (
            <ChartFigure key={chart.id} chart={chart} />
          ))}
          <HostPanel region={region} instance={instance} host={host} />
        </ChartBoard>
      )}
      <ChartFoot state={state} window={window} marks={marks} charts={charts} />
    </section>
  );
}

function BuiltInFailed({ chart }: { chart: ChartData }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const error = useErrorText(chart.error);
  return (
    <ErrorState
      className="col-span-full"
      title={t('page.failed')}
      advice={format.sentences(error.title, error.advice)}
      code={error.code}
      requestId={error.requestId}
      retrying={chart.isReading}
      onRetry={chart.retry}
    />
  );
}
