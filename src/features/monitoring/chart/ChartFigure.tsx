import { BellPlus, TriangleAlert } from 'lucide-react';
import { memo, useId, useMemo } from 'react';
import { Link } from 'react-router-dom';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Skeleton } from '@/ui/Skeleton';
import { useBoard } from './board-context';
import type { ChartData } from './chart-data';
import { chartModel, isMeasured } from './chart-line';
import { marksWithin } from './chart-marks';
import { ChartError } from './ChartError';
import { CursorLayer } from './CursorLayer';
import { CursorSlider } from './CursorSlider';
import { CursorValues } from './CursorValues';
import { geometryOf } from './geometry';
import { hasLegendRoom } from './legend-room';
import { LineFigures } from './LineFigures';
import { TimeChart } from './TimeChart';
import { useDrawnChart } from './use-drawn-chart';
import { useFigures } from './use-figures';
import { useSpokenSummary } from './use-spoken-summary';
import { valueAxis } from './value-ticks';

export interface ChartFigureProps {
  chart: ChartData;
  /** Of the heading. */
  level?: 2 | 3 | undefined;
}

const NONE: readonly never[] = [];
/** Pixels of the link behind the unit, with its gap. */
const ACTION_WIDTH = 30;

/** One chart: what it shows in which unit, the values at the cursor, the lines, and what they come to. */
export const ChartFigure = memo(function ChartFigure({ chart: known, level = 2 }: ChartFigureProps) {
  const Title = `h${level}` as const;
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const summaryId = useId();
  const board = useBoard();
  const chart = useDrawnChart(known);
  const figures = useFigures();
  const errorText = useErrorText(chart.error);
  const { quantity, sources, window, atLeast } = chart;
  const { size, times, traffic } = board;
  const model = useMemo(
    () => chartModel(sources, quantity, traffic, window),
    [quantity, sources, traffic, window],
  );
  const marks = useMemo(() => marksWithin(board.marks, window.span), [board.marks, window.span]);
  const thresholds = chart.thresholds ?? NONE;
  const reach = thresholds.reduce((most, { value }) => Math.max(most, value / model.divisor), model.largest);
  const axis = useMemo(() => valueAxis(reach, atLeast), [atLeast, reach]);
  const geometry = useMemo(() => geometryOf(size, window.span, axis.top), [axis.top, size, window.span]);
  const measured = isMeasured(model);
  const heading = [chart.title, model.unit, chart.note].filter(Boolean).join(' ');
  const isLegendAbove = hasLegendRoom(model, heading, size.width - (chart.action ? ACTION_WIDTH : 0));
  const summary = useSpokenSummary(chart, model);
  return (
    <figure data-chart={chart.id} className="m-0 min-w-0" aria-busy={chart.state === 'loading' || undefined}>
      <figcaption className="mb-0.5 flex h-5 items-center gap-1.5 text-xs whitespace-nowrap">
        <Title className="text-sm font-semibold tracking-[0]">{chart.title}</Title>
        <span className="min-w-0 truncate text-text-muted">
          {model.unit}
          {chart.note ? ` ${chart.note}` : null}
        </span>
        {chart.action ? (
          <Link
            to={chart.action.to}
            aria-label={chart.action.label}
            title={chart.action.label}
            className="inline-grid size-6 flex-none place-items-center rounded-sm text-text-subtle hover:bg-hover hover:text-text"
          >
            <BellPlus className="size-3.5" aria-hidden />
          </Link>
        ) : null}
        <span className="flex-1" />
        {chart.state === 'ready' && measured && isLegendAbove ? (
          <CursorValues model={model} cursor={board.cursor} />
        ) : null}
      </figcaption>
      {chart.state === 'failed' ? (
        <ChartError title={chart.title} error={errorText} chart={chart} height={size.height} />
      ) : chart.state === 'loading' ? (
        <Skeleton height={size.height} className="opacity-60" />
      ) : (
        <>
          <div className="relative" style={{ height: size.height }}>
            <TimeChart
              model={model}
              window={window}
              size={size}
              geometry={geometry}
              valueTicks={axis.ticks}
              times={times}
              marks={marks}
              limit={chart.limit ? chart.limit.value / model.divisor : null}
              limitLabel={chart.limit?.label ?? ''}
              thresholds={thresholds}
              alarms={chart.alarms ?? NONE}
              figure={figures.axis(model.unit)}
            />
            {measured ? (
              <>
                <CursorLayer
                  cursor={board.cursor}
                  model={model}
                  window={window}
                  size={size}
                  geometry={geometry}
                  times={times}
                />
                <CursorSlider
                  label={chart.title}
                  describedBy={summaryId}
                  model={model}
                  window={window}
                  geometry={geometry}
                  marks={marks}
                />
              </>
            ) : (
              <p className="absolute inset-x-9 top-1/3 text-center text-text-muted">{t('chart.empty')}</p>
            )}
          </div>
          {measured ? <LineFigures model={model} cursor={isLegendAbove ? null : board.cursor} /> : null}
          <p id={summaryId} className="sr-only">
            {summary}
          </p>
          {chart.error ? (
            <p role="status" className="mt-1 text-xs text-warn">
              <TriangleAlert className="mr-1 size-3.5 align-[-2.5px]" aria-hidden />
              {t('chart.stale', { title: errorText.title, time: format.clock(chart.readAt) })}
            </p>
          ) : null}
          {model.rejected > 0 ? (
            <p className="mt-1 text-xs text-text-muted">
              {t('chart.rejected', { count: model.rejected, number: format.number(model.rejected) })}
            </p>
          ) : null}
        </>
      )}
    </figure>
  );
});
