import type { CompositeExpression } from '@/api/cms/metric-rules';
import { ALARM_LEVELS } from '@/domain/metric-alarm';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { LevelMark } from './LevelMark';
import { useRuleWords } from './use-rule-words';

/** When a rule fires that judges several metrics together. */
export function Composite({ composite }: { composite: CompositeExpression }) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const words = useRuleWords();
  const { expressions, join, raw, Times } = composite;
  const level = ALARM_LEVELS.find((known) => known.toUpperCase() === composite.Level.toUpperCase());
  const how = join === '||' ? 'any' : join === '&&' ? 'all' : 'joined';
  return (
    <div className="flex flex-col gap-1">
      <p>
        {level ? <LevelMark level={level} /> : composite.Level}{' '}
        <span className="text-text-muted">
          {raw === ''
            ? t(`composite.${how}`, { join, count: Times, number: format.number(Times) })
            : t('composite.raw', { count: Times, number: format.number(Times) })}
        </span>
      </p>
      {raw === '' ? (
        <ul className="flex flex-col gap-1">
          {expressions.map((one, index) => (
            <li key={index}>
              {words.metric(one.MetricName)}{' '}
              <span className="text-text-muted">
                {words.condition(one.MetricName, one)}
                {one.Period === undefined ? null : ` · ${words.period(one.Period)}`}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <code className="code break-words whitespace-pre-wrap">{raw}</code>
      )}
    </div>
  );
}
