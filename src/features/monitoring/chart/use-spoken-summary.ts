import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import type { ChartData } from './chart-data';
import { type ChartLine, type ChartModel, isMeasured } from './chart-line';
import { useBoard } from './board-context';
import { useFigures } from './use-figures';

/** Stretches without values between the first and the last one. */
function gapsOf({ series: { points } }: ChartLine): number {
  const first = points.findIndex(({ value }) => value !== null);
  let gaps = 0;
  for (let index = Math.max(1, first + 1); index < points.length; index++) {
    if (points[index]!.value !== null && points[index - 1]!.value === null) gaps += 1;
  }
  return gaps;
}

/** What one sees of a chart, in words, for those who hear it. */
export function useSpokenSummary(chart: ChartData, model: ChartModel): string {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const { times } = useBoard();
  const figures = useFigures();
  const { span, periodSeconds } = chart.window;
  const opening = t('summary.opening', {
    title: chart.title,
    unit: model.unit,
    from: times.moment(span.from),
    to: times.moment(span.to),
    period: periodSeconds,
  });
  if (!isMeasured(model)) return format.sentences(opening, t('chart.empty'));
  const lines = model.lines.map((line) => {
    const { min, average, max, last } = line.series.summary;
    const shown = (value: number | null) => figures.value(value === null ? null : value / model.divisor);
    const peak = line.series.points.find(({ value }) => value === max);
    const gaps = gapsOf(line);
    return format.sentences(
      t('summary.line', {
        name: model.lines.length > 1 ? line.label : chart.title,
        min: shown(min),
        average: shown(average),
        max: shown(max),
        last: shown(last),
        peak: peak ? times.moment(peak.at) : '–',
      }),
      gaps > 0 ? t('summary.gaps', { count: gaps, number: gaps }) : null,
    );
  });
  return format.sentences(opening, ...lines);
}
