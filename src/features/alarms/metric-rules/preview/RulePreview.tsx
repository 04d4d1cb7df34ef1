import { useMemo, useState } from 'react';
import { isChangeOperator, type AlarmTerms } from '@/domain/metric-alarm';
import type { AlarmMetric } from '@/domain/metric-alarm-metrics';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Note } from '@/ui/Note';
import { SelectField } from '@/ui/SelectField';
import { DayChart } from './DayChart';
import { judge } from './evaluate';
import { FiringList } from './FiringList';
import { useDayPoints, useLastDay } from './use-day';

export interface RulePreviewProps {
  region: string;
  metric: AlarmMetric;
  terms: AlarmTerms;
  /** To choose from, the first is tried at once. */
  instances: readonly { instanceId: string; name: string }[];
  /** The rule is there: what it did, not what it would have done. */
  isReal?: boolean | undefined;
}

/** A rule tried on the last day of an instance: told in a sentence, drawn, and listed. */
export function RulePreview({ region, metric, terms, instances, isReal = false }: RulePreviewProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const [wanted, setWanted] = useState<string | null>(null);
  const instance = instances.find(({ instanceId }) => instanceId === wanted) ?? instances[0];
  const span = useLastDay();
  const reading = useDayPoints(region, {
    metric: metric.name,
    instanceId: instance?.instanceId ?? null,
    terms,
    span,
  });
  const { data } = reading;
  const { from, to } = span;
  const judged = useMemo(
    () => (data ? judge(terms, metric, data, { from, to }) : null),
    [data, from, metric, terms, to],
  );
  if (!instance) return <p className="text-text-muted">{t('preview.pick')}</p>;
  const { name } = instance;
  const sentence = () => {
    if (!judged) return '';
    if (judged.measured === 0) return t('preview.none', { name });
    if (judged.fired === 0) return t('preview.sentenceNone', { fired: t('preview.not', { name }) });
    const figure = { count: judged.fired, number: format.number(judged.fired), name };
    const told = t('preview.told', { count: judged.told, number: format.number(judged.told) });
    return t('preview.sentence', { fired: t(isReal ? 'preview.realFired' : 'preview.fired', figure), told });
  };
  const hasChange = Object.values(terms.levels).some(({ operator }) => isChangeOperator(operator));
  const list = t(isReal ? 'preview.realFirings' : 'preview.firings');
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <SelectField
        label={t(isReal ? 'column.instance' : 'preview.instance')}
        value={instance.instanceId}
        options={instances.map(({ instanceId, name: label }) => ({ value: instanceId, label }))}
        onValueChange={setWanted}
      />
      <output className="block min-h-5 text-base font-semibold">{sentence()}</output>
      <DayChart
        label={t('preview.title')}
        metric={metric}
        terms={terms}
        reading={reading}
        judged={judged}
        span={span}
      />
      {hasChange ? <p className="text-xs text-text-muted">{t('preview.noLine')}</p> : null}
      {judged && judged.undecided > 0 ? (
        <Note tone="neutral">
          {t('preview.undecided', { count: judged.undecided, number: format.number(judged.undecided) })}
        </Note>
      ) : null}
      {judged ? <FiringList label={list} metricName={metric.name} spans={judged.spans} /> : null}
    </div>
  );
}
