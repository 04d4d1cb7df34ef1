import { Activity, Plus } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { ECS_PERIODS } from '@/domain/monitor-period';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { PageHead } from '@/ui/PageHead';
import { SelectField } from '@/ui/SelectField';
import { useAddress } from '@/ui/use-address';
import { ChartBoard } from '../chart/ChartBoard';
import type { ChartData } from '../chart/chart-data';
import { chartModel } from '../chart/chart-line';
import { ChartFigure } from '../chart/ChartFigure';
import { ChartFoot } from '../chart/ChartFoot';
import { NO_MARKS } from '../chart/chart-marks';
import { useFigures } from '../chart/use-figures';
import { useSameCharts } from '../chart/use-same-charts';
import { ValuesTable } from '../chart/ValuesTable';
import type { ChartWindow } from '../data/chart-window';
import { ExportMenu } from '../export/ExportMenu';
import { monitoringPaths } from '../paths';
import { RangeBar } from '../range/RangeBar';
import { RangeRefused } from '../range/RangeRefused';
import { type ChartViewState, useChartView } from '../range/use-chart-view';
import { AddInstances } from './AddInstances';
import {
  COMPARED_METRICS,
  type ComparedMetric,
  MOST_COMPARED,
  readCompared,
  readMetric,
} from './compare-address';
import { ComparedList } from './ComparedList';
import { FailedNote } from './FailedNote';
import { useComparison } from './use-comparison';

/** Up to eight instances on one metric (G7). */
export function Component() {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const region = useRegion();
  const [params, change] = useAddress();
  const state = useChartView(region, ECS_PERIODS);
  const [isAdding, setAdding] = useState(false);
  const ids = useMemo(() => readCompared(params), [params]);
  const metric = readMetric(params);
  const choose = (instanceId: string, isChosen: boolean) =>
    change((newest) => {
      const others = readCompared(newest).filter((id) => id !== instanceId);
      return { instances: (isChosen ? [...others, instanceId] : others).slice(0, MOST_COMPARED).join() };
    });
  const add = (
    <Button
      icon={Plus}
      disabledReason={ids.length < MOST_COMPARED ? undefined : t('compare.full', { most: MOST_COMPARED })}
      onClick={() => setAdding(true)}
    >
      {t('compare.add')}
    </Button>
  );
  const dialog = isAdding ? (
    <AddInstances region={region} ids={ids} onChoose={choose} onClose={() => setAdding(false)} />
  ) : null;
  if (ids.length === 0)
    return (
      <>
        <PageHead documentTitle={t('compare.documentTitle')} title={t('compare.titleEmpty')} />
        <EmptyState icon={Activity} title={t('compare.emptyTitle')} actions={add}>
          {t('compare.empty', { most: MOST_COMPARED })}
          {format.gap}
          <Link to={monitoringPaths(region).fleet} className="inline-link">
            {t('compare.toFleet')}
          </Link>
        </EmptyState>
        {dialog}
      </>
    );
  return (
    <>
      {state.window === null ? (
        <>
          <PageHead documentTitle={t('compare.documentTitle')} title={t('compare.documentTitle')} />
          <RangeRefused state={state} />
        </>
      ) : (
        <Comparison
          region={region}
          ids={ids}
          metric={metric}
          state={state}
          window={state.window}
          onMetric={(id) => change({ metric: id === COMPARED_METRICS[0]?.id ? null : id })}
          onRemove={(id) => choose(id, false)}
          add={add}
        />
      )}
      {dialog}
    </>
  );
}

interface ComparisonProps {
  region: string;
  ids: readonly string[];
  metric: ComparedMetric;
  state: ChartViewState;
  window: ChartWindow;
  onMetric(id: string): void;
  onRemove(id: string): void;
  add: ReactNode;
}

function Comparison({ region, ids, metric, state, window, onMetric, onRemove, add }: ComparisonProps) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const board = useRef<HTMLDivElement>(null);
  const { chart, failed } = useComparison(region, ids, metric, window);
  const { traffic, isTable } = state.view;
  const drawn = useSameCharts([chart]);
  const words = useHeadline(chart, traffic);
  return (
    <>
      <PageHead
        documentTitle={t('compare.documentTitle')}
        title={words ?? t('compare.title', { metric: chart.title })}
        rest={words ? t('compare.titleRest', { count: ids.length, number: format.number(ids.length) }) : null}
        actions={add}
      />
      <div className="flex items-end gap-3">
        <SelectField<string>
          label={t('compare.metric')}
          className="w-[280px]"
          value={metric.id}
          onValueChange={onMetric}
          options={COMPARED_METRICS.map(({ id, chart: of, line }) => ({
            value: id,
            label:
              line === 'used' || line === 'both'
                ? t(`metric.${of}`)
                : `${t(`metric.${of}`)}${format.comma}${t(`line.${line}`)}`,
          }))}
        />
        <ComparedList region={region} chart={chart} traffic={traffic} onRemove={onRemove} />
      </div>
      <RangeBar state={state} periods={ECS_PERIODS} busy={chart.isReading}>
        <ExportMenu
          charts={[chart]}
          name={chart.title}
          traffic={traffic}
          board={board}
          isDrawn={!isTable && chart.state === 'ready'}
        />
      </RangeBar>
      {chart.state === 'ready' ? failed.map((one) => <FailedNote key={one.id} failed={one} />) : null}
      {isTable ? (
        <ValuesTable label={t('table.label', { name: chart.title })} charts={[chart]} traffic={traffic} />
      ) : (
        <ChartBoard
          ref={board}
          label={chart.title}
          traffic={traffic}
          marks={NO_MARKS}
          onZoom={state.zoomIn}
          columns={1}
          height={340}
        >
          {drawn.map((one) => (
            <ChartFigure key={one.id} chart={one} />
          ))}
        </ChartBoard>
      )}
      <ChartFoot state={state} window={window} marks={NO_MARKS} charts={[chart]} />
    </>
  );
}

/** "web-prod-07 is highest, 74.2 % on average"; null before there is anything to say. */
function useHeadline(chart: ChartData, traffic: ChartViewState['view']['traffic']): string | null {
  const { t } = useTranslation('monitoring');
  const figures = useFigures();
  const model = useMemo(
    () => chartModel(chart.sources, chart.quantity, traffic, chart.window),
    [chart.quantity, chart.sources, chart.window, traffic],
  );
  const [top] = model.lines
    .flatMap(({ label, series }) =>
      series.summary.average === null ? [] : [{ label, average: series.summary.average }],
    )
    .toSorted((a, b) => b.average - a.average);
  return top
    ? t('compare.highest', {
        name: top.label,
        value: figures.withUnit(top.average / model.divisor, model.unit),
      })
    : null;
}
