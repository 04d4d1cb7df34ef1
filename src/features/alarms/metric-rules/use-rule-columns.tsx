import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { MetricRule } from '@/api/cms/metric-rules';
import { ALARM_LEVELS } from '@/domain/metric-alarm';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from '@/ui/DataTable';
import { Status } from '@/ui/Status';
import { Switch } from '@/ui/Switch';
import { Time } from '@/ui/Time';
import { LevelMark } from './LevelMark';
import type { LastFirings } from './queries';
import { metricRulePaths } from '../paths';
import { useRuleWords } from './use-rule-words';

/** The columns of the rules. @param onSwitch asks whether to switch a rule on or off */
export function useRuleColumns(
  region: string,
  fired: LastFirings | undefined,
  onSwitch: (rule: MetricRule) => void,
): readonly Column<MetricRule>[] {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const words = useRuleWords();
  return useMemo(() => {
    const paths = metricRulePaths(region);
    return [
      {
        id: 'rule',
        header: t('column.rule'),
        width: 184,
        cell: (rule) => (
          <Link
            to={paths.rule(rule.RuleId)}
            title={`${rule.RuleName} · ${rule.RuleId}`}
            className="block truncate font-semibold text-text! hover:text-accent!"
          >
            {rule.RuleName}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 104,
        cell: (rule) => {
          const { tone, icon, text } = words.state(rule);
          return (
            <Status tone={tone} icon={icon}>
              {text}
            </Status>
          );
        },
      },
      {
        id: 'condition',
        header: t('column.condition'),
        width: 'grow',
        cell: (rule) => {
          const text = words.headline(rule);
          return (
            <span className="block truncate" title={[rule.MetricName, text].filter(Boolean).join(' · ')}>
              {text}
            </span>
          );
        },
      },
      {
        id: 'levels',
        header: t('column.levels'),
        width: 92,
        cell: ({ Escalations }) => (
          <span className="inline-flex gap-1.5">
            {ALARM_LEVELS.filter((level) => Escalations[level]).map((level) => (
              <LevelMark key={level} level={level} hiddenLabel />
            ))}
          </span>
        ),
      },
      {
        id: 'instances',
        header: t('column.instances'),
        width: 92,
        cell: ({ Resources }) =>
          Resources === null
            ? t('everything')
            : t('instances', { count: Resources.length, number: format.number(Resources.length) }),
      },
      {
        id: 'groups',
        header: t('column.groups'),
        width: 132,
        hideBelow: 1360,
        cell: ({ ContactGroups }) => (
          <span className="block truncate" title={format.list(ContactGroups)}>
            {words.groups({ ContactGroups }) || '–'}
          </span>
        ),
      },
      {
        id: 'fired',
        header: t('column.fired'),
        width: 148,
        cell: ({ RuleId, GmtCreate }) => {
          if (!fired) return <span className="text-text-subtle">…</span>;
          const at = fired.byRule.get(RuleId);
          if (at !== undefined) return <Time at={at} />;
          const isYounger = GmtCreate !== null && GmtCreate >= fired.since;
          return (
            <span className="text-text-subtle">
              {isYounger ? t('list.never') : t('list.notSince', { time: format.dateTime(fired.since) })}
            </span>
          );
        },
      },
      {
        id: 'enabled',
        header: t('column.enabled'),
        width: 58,
        cell: (rule) => (
          <Switch
            label={<span className="sr-only">{rule.RuleName}</span>}
            checked={rule.EnableState}
            onCheckedChange={() => onSwitch(rule)}
          />
        ),
      },
    ];
  }, [fired, format, onSwitch, region, t, words]);
}
