import {
  ALARM_LEVELS,
  ALARM_OPERATORS,
  ALARM_STATISTICS,
  isChangeOperator,
  type AlarmLevel,
} from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import type { AlarmProblem } from '@/domain/metric-alarm-problems';
import { useTranslation } from '@/i18n/use-translation';
import { Checkbox } from '@/ui/Checkbox';
import { SelectField } from '@/ui/SelectField';
import { cx } from '@/ui/cx';
import { TextField } from '@/ui/TextField';
import { LevelMark } from '../LevelMark';
import { useRuleWords } from '../use-rule-words';
import { FormPart } from './FormPart';
import type { LevelDraft, RuleForm } from './rule-form';
import { useProblemWords } from './use-problem-words';

export interface LevelFieldsProps {
  form: RuleForm;
  onChange(change: Partial<RuleForm>): void;
  /** To be shown. */
  problems: readonly AlarmProblem[];
  /** What may not be meant, in words. */
  doubts: readonly string[];
}

/** When each level of a rule is reached. */
export function LevelFields({ form, onChange, problems, doubts }: LevelFieldsProps) {
  const { t } = useTranslation('alarmRules');
  const words = useProblemWords();
  const none = problems.find(({ kind }) => kind === 'levelMissing');
  return (
    <FormPart title={t('form.when')}>
      <div data-wrong={none && ''} className="flex flex-col gap-1.5">
        <div aria-hidden className="flex gap-2 text-xs text-text-muted">
          <span className="w-28 flex-none">{t('form.levelHead')}</span>
          <span className={COLUMNS}>
            <span>{t('form.statistic')}</span>
            <span>{t('form.operator')}</span>
            <span>
              {[t('form.threshold'), UNITS[alarmMetric(form.metric)?.quantity ?? '']]
                .filter(Boolean)
                .join(' ')}
            </span>
            <span>{t('form.times')}</span>
          </span>
        </div>
        {ALARM_LEVELS.map((level) => (
          <LevelRow
            key={level}
            level={level}
            form={form}
            draft={form.levels[level]}
            errors={problems.filter((problem) => problem.level === level)}
            onChange={(change) =>
              onChange({ levels: { ...form.levels, [level]: { ...form.levels[level], ...change } } })
            }
          />
        ))}
      </div>
      {none ? (
        <p role="alert" className="text-xs text-danger">
          {words.problem(none)}
        </p>
      ) : null}
      {doubts.map((text) => (
        <p key={text} role="status" className="text-xs text-warn">
          {text}
        </p>
      ))}
      <p className="text-xs text-text-muted">{t('form.timesHelp')}</p>
    </FormPart>
  );
}

const COLUMNS = 'grid min-w-0 flex-1 grid-cols-[100px_minmax(0,1fr)_100px_56px] gap-2';

interface LevelRowProps {
  level: AlarmLevel;
  form: RuleForm;
  draft: LevelDraft;
  errors: readonly AlarmProblem[];
  onChange(change: Partial<LevelDraft>): void;
}

/** Signs of the units, as thresholds are written in them. */
const UNITS: Readonly<Record<string, string>> = {
  percent: '%',
  bitRate: 'bit/s',
  byteRate: 'B/s',
  operationRate: '/s',
  bytes: 'B',
};

function LevelRow({ level, form, draft, errors, onChange }: LevelRowProps) {
  const { t } = useTranslation('alarmRules');
  const words = useProblemWords();
  const { value: valueText } = useRuleWords();
  const metric = alarmMetric(form.metric);
  const label = (field: 'statistic' | 'operator' | 'threshold' | 'times') =>
    t('form.of', { field: t(`form.${field}`), level: t(`level.${level}`) });
  const errorOf = (...kinds: AlarmProblem['kind'][]) => {
    const found = errors.find(({ kind }) => kinds.includes(kind));
    return found && words.problem(found);
  };
  const isChange = isChangeOperator(draft.operator);
  const unit = isChange ? '%' : (UNITS[metric?.quantity ?? ''] ?? '');
  const amount = Number(draft.threshold);
  const readable = valueText(form.metric, amount);
  const isLarge = !isChange && unit !== '%' && draft.threshold.trim() !== '' && Math.abs(amount) >= 1000;
  return (
    <div role="group" aria-label={t(`level.${level}`)} className="flex min-h-8 flex-wrap items-start gap-x-2">
      <Checkbox
        className="w-28 flex-none pt-1"
        label={<LevelMark level={level} />}
        checked={draft.on}
        onCheckedChange={(on) => onChange({ on })}
      />
      {draft.on ? (
        <div className={cx(COLUMNS, '[&_.text-danger]:sr-only')}>
          <SelectField
            hiddenLabel
            label={label('statistic')}
            value={draft.statistic}
            options={ALARM_STATISTICS.filter((one) => metric?.statistics.includes(one) ?? true).map(
              (value) => ({
                value,
                label: t(`statistic.${value}`),
              }),
            )}
            onValueChange={(statistic) => onChange({ statistic })}
            error={errorOf('statisticUnknown')}
          />
          <SelectField
            hiddenLabel
            label={label('operator')}
            value={draft.operator}
            options={ALARM_OPERATORS.map((value) => ({ value, label: t(`operator.${value}`) }))}
            onValueChange={(operator) => onChange({ operator })}
          />
          <TextField
            hiddenLabel
            label={`${label('threshold')}${unit ? `, ${unit}` : ''}`}
            inputMode="decimal"
            placeholder={unit}
            title={isLarge ? readable : undefined}
            value={draft.threshold}
            onChange={(event) => onChange({ threshold: event.target.value })}
            error={errorOf('thresholdMissing')}
            help={isLarge ? `= ${readable}` : isChange ? unit : undefined}
          />
          <TextField
            hiddenLabel
            label={label('times')}
            inputMode="numeric"
            value={draft.times}
            onChange={(event) => onChange({ times: event.target.value })}
            error={errorOf('timesWrong', 'timesTooLong')}
          />
        </div>
      ) : null}
      {draft.on && errors.length > 0 ? (
        // The fields are too narrow for sentences: they say theirs to who cannot see these.
        <ul aria-hidden className="w-full pt-1 pl-[120px] text-xs text-danger">
          {errors.map((problem) => (
            <li key={problem.kind}>{words.problem(problem)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
