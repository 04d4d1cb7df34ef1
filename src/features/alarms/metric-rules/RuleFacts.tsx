import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { MetricRule } from '@/api/cms/metric-rules';
import { ALARM_LEVELS, NO_DATA_POLICIES } from '@/domain/metric-alarm';
import { isWholeDay, parseDayWindow } from '@/domain/metric-alarm-window';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Id } from '@/ui/Id';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import { Composite } from './Composite';
import { LevelMark } from './LevelMark';
import { metricRulePaths } from '../paths';
import { useRuleWords } from './use-rule-words';

export interface RuleFactsProps {
  region: string;
  rule: MetricRule;
  /** Of its instances in this region. */
  names: ReadonlyMap<string, string> | undefined;
}

/** What a rule is, in words. */
export function RuleFacts({ region, rule, names }: RuleFactsProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const words = useRuleWords();
  const paths = metricRulePaths(region);
  const { tone, icon, text } = words.state(rule);
  const window = parseDayWindow(rule.EffectiveInterval);
  const policy = NO_DATA_POLICIES.find((known) => known === rule.NoDataPolicy);
  const ids = [...new Set((rule.Resources ?? []).flatMap(({ instanceId }) => instanceId ?? []))];
  return (
    <section className="flex flex-col gap-2" aria-label={t('detail.facts')}>
      <h2>{t('detail.facts')}</h2>
      <dl className="flex flex-col gap-3">
        <Fact label={t('column.state')}>
          <Status tone={tone} icon={icon}>
            {text}
          </Status>
        </Fact>
        {rule.MetricName ? (
          <Fact label={t('form.metric')}>
            {words.metric(rule.MetricName)} <span className="code text-text-muted">{rule.MetricName}</span>
          </Fact>
        ) : null}
        <Fact label={t('form.when')}>
          <ul className="flex flex-col gap-1">
            {ALARM_LEVELS.flatMap((level) => {
              const escalation = rule.Escalations[level];
              return escalation
                ? [
                    <li key={level}>
                      <LevelMark level={level} />{' '}
                      <span className="text-text-muted">
                        {t('condition.times', {
                          condition: words.condition(rule.MetricName, escalation),
                          times: escalation.Times,
                          period: words.period(rule.Period ?? 60),
                        })}
                      </span>
                    </li>,
                  ]
                : [];
            })}
          </ul>
          {rule.composite ? <Composite composite={rule.composite} /> : null}
        </Fact>
        <Fact label={t('column.instances')}>
          {rule.Resources === null ? (
            t('everything')
          ) : (
            <ul className="flex max-h-44 flex-col overflow-auto">
              {ids.map((id) => (
                <li key={id}>
                  {names?.get(id) ? (
                    <Link to={paths.instance(id)} className="inline-link" title={id}>
                      {names.get(id)}
                    </Link>
                  ) : (
                    <>
                      <span className="code">{id}</span>{' '}
                      {names ? <span className="text-text-muted">{t('form.notHere')}</span> : null}
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact label={t('form.groups')}>{format.list(rule.ContactGroups) || '–'}</Fact>
        {rule.SilenceTime === undefined ? null : (
          <Fact label={t('detail.silence')}>{words.period(rule.SilenceTime)}</Fact>
        )}
        <Fact label={t('detail.window')}>
          {!window || isWholeDay(window)
            ? t('detail.whole')
            : t('detail.windowUtc8', { window: rule.EffectiveInterval })}
        </Fact>
        <Fact label={t('form.noData')}>{policy ? t(`noData.${policy}`) : rule.NoDataPolicy || '–'}</Fact>
        <Fact label={t('detail.created')}>
          <Time at={rule.GmtCreate} />
        </Fact>
        <Fact label={t('detail.updated')}>
          <Time at={rule.GmtUpdate} />
        </Fact>
        <Fact label={t('detail.id')}>
          <Id value={rule.RuleId} />
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
