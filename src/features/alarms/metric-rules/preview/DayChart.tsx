import { useMemo, useState } from 'react';
import type { TimeSpan } from '@/domain/monitor-period';
import { ALARM_LEVELS, isChangeOperator, type AlarmTerms } from '@/domain/metric-alarm';
import type { AlarmMetric } from '@/domain/metric-alarm-metrics';
import {
  ChartBoard,
  type ChartData,
  ChartFigure,
  type ChartThreshold,
  NO_MARKS,
  readState,
  ValuesTable,
} from '@/features/monitoring';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Segmented } from '@/ui/Segmented';
import { LEVEL_TONES, useRuleWords } from '../use-rule-words';
import { drawnStatistic, type Judged } from './evaluate';
import type { useDayPoints } from './use-day';

/** Lines a chart can tell apart. */
const MOST_LINES = 4;

export interface DayChartProps {
  /** Of the board, for screen readers. */
  label: string;
  metric: AlarmMetric;
  terms: AlarmTerms;
  reading: ReturnType<typeof useDayPoints>;
  /** Null until there are values. */
  judged: Judged | null;
  span: TimeSpan;
  height?: number | undefined;
}

/** The values of the last day with the thresholds of a rule and the times in which it fires, or the same as a table. */
export function DayChart({ label, metric, terms, reading, judged, span, height = 220 }: DayChartProps) {
  const { t } = useTranslation('alarmRules');
  const words = useRuleWords();
  const [isTable, setIsTable] = useState(false);
  const [zoom, setZoom] = useState<TimeSpan | null>(null);
  const statistic = drawnStatistic(terms);
  const sources = useMemo(
    () =>
      (judged?.lines ?? []).slice(0, MOST_LINES).map(({ label: name, points }) => ({
        id: `of ${name}`,
        label: name || t(`statistic.${statistic}`),
        samples: points.map((point) => ({ at: point.at, value: point[statistic] })),
      })),
    [judged, statistic, t],
  );
  const thresholds = useMemo(
    () =>
      ALARM_LEVELS.flatMap((level): ChartThreshold[] => {
        const condition = terms.levels[level];
        if (!condition || isChangeOperator(condition.operator)) return [];
        const { operator, threshold } = condition;
        const value = words.value(metric.name, threshold);
        const sign = t(`sign.${operator as 'GreaterThanThreshold'}`);
        return [
          {
            id: level,
            value: threshold,
            label: t('preview.line', { level: t(`level.${level}`), sign, value }),
            tone: LEVEL_TONES[level],
          },
        ];
      }),
    [metric.name, t, terms.levels, words],
  );
  const alarms = useMemo(
    () => (judged?.spans ?? []).map(({ from, to, level }) => ({ from, to, tone: LEVEL_TONES[level] })),
    [judged],
  );
  const shown = zoom ?? span;
  const chart: ChartData = {
    id: metric.name,
    title: words.metric(metric.name),
    note: t(`statistic.${statistic}`),
    quantity: metric.quantity,
    atLeast: metric.quantity === 'percent' ? 100 : 0,
    thresholds,
    alarms,
    window: { span: shown, periodSeconds: terms.periodSeconds, now: span.to },
    sources,
    ...readState(reading),
  };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center gap-2">
        <Segmented
          label={t('preview.view')}
          value={isTable ? 'table' : 'chart'}
          options={[
            { value: 'chart', label: t('preview.chart') },
            { value: 'table', label: t('preview.values') },
          ]}
          onValueChange={(view) => setIsTable(view === 'table')}
        />
        <span className="flex-1" />
        {zoom ? (
          <Button size="sm" onClick={() => setZoom(null)}>
            {t('preview.whole')}
          </Button>
        ) : null}
      </div>
      {isTable ? (
        <ValuesTable label={t('preview.table')} charts={[chart]} traffic="bit" />
      ) : (
        <ChartBoard label={label} traffic="bit" marks={NO_MARKS} onZoom={setZoom} columns={1} height={height}>
          <ChartFigure chart={chart} level={3} />
        </ChartBoard>
      )}
    </div>
  );
}
