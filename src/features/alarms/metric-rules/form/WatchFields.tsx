import { alarmMetric, ALARM_METRICS, alarmPeriods, METRIC_GROUPS } from '@/domain/metric-alarm-metrics';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Segmented } from '@/ui/Segmented';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import { useRuleWords } from '../use-rule-words';
import { FormPart } from './FormPart';
import type { RuleForm } from './rule-form';

export interface WatchFieldsProps {
  form: RuleForm;
  onChange(change: Partial<RuleForm>): void;
  nameError: string | undefined;
  metricError: string | undefined;
  periodError: string | undefined;
}

/** What a rule is called and which metric it watches, in which periods. */
export function WatchFields({ form, onChange, nameError, metricError, periodError }: WatchFieldsProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const words = useRuleWords();
  const metric = alarmMetric(form.metric);
  const group = metric?.group ?? 'basic';
  const choose = (name: string) => {
    const next = alarmMetric(name);
    if (!next) return;
    const periods = alarmPeriods(next);
    const [first = 'Average'] = next.statistics;
    const fitted = Object.fromEntries(
      Object.entries(form.levels).map(([level, draft]) => [
        level,
        next.statistics.includes(draft.statistic) ? draft : { ...draft, statistic: first },
      ]),
    ) as unknown as RuleForm['levels'];
    onChange({
      metric: name,
      levels: fitted,
      periodSeconds: periods.includes(form.periodSeconds) ? form.periodSeconds : 60,
    });
  };
  const options = ALARM_METRICS.filter((one) => one.group === group).map(({ name }) => ({
    value: name,
    label: words.metric(name),
  }));
  return (
    <FormPart title={t('form.what')}>
      <TextField
        label={t('form.name')}
        value={form.name}
        error={nameError}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <div className="flex flex-col gap-1">
        <span className="font-semibold" aria-hidden>
          {t('form.metricGroup')}
        </span>
        <Segmented
          className="self-start"
          label={t('form.metricGroup')}
          value={group}
          options={METRIC_GROUPS.map((value) => ({ value, label: t(`group.${value}`) }))}
          onValueChange={(next) => {
            if (next !== group) choose(ALARM_METRICS.find((one) => one.group === next)!.name);
          }}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_132px] gap-3">
        <SelectField
          label={t('form.metric')}
          value={form.metric}
          options={metric ? options : [{ value: form.metric, label: form.metric }, ...options]}
          onValueChange={choose}
          hint={<span className="code text-xs">{form.metric}</span>}
          error={metricError}
          help={
            group === 'agent'
              ? format.sentences(
                  t('form.agentHelp'),
                  metric?.dimension ? t('form.lines', { by: t(`by.${metric.dimension}`) }) : '',
                )
              : undefined
          }
        />
        <SelectField
          label={t('form.period')}
          value={String(form.periodSeconds)}
          options={(metric ? alarmPeriods(metric) : [form.periodSeconds]).map((seconds) => ({
            value: String(seconds),
            label: words.period(seconds),
          }))}
          onValueChange={(value) => onChange({ periodSeconds: Number(value) })}
          error={periodError}
        />
      </div>
    </FormPart>
  );
}
