import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { AlertLog } from '@/api/cms/alert-log';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from '@/ui/DataTable';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import { metricRulePaths } from '../paths';
import { useRuleWords } from '../metric-rules/use-rule-words';
import { LogEvent, LogLevel } from './LogLevel';
import { levelOf, useLogWords } from './use-log-words';

/** The columns of the alarm history. @param withRule false on the page of one rule */
export function useLogColumns(region: string, narrow: boolean, withRule = true): readonly Column<AlertLog>[] {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const rules = useRuleWords();
  const words = useLogWords();
  return useMemo(() => {
    const paths = metricRulePaths(region);
    const rule: Column<AlertLog> = {
      id: 'rule',
      header: t('column.rule'),
      width: 'grow',
      cell: ({ RuleId, RuleName }) => (
        <Link
          to={paths.rule(RuleId)}
          className="inline-block max-w-full truncate align-bottom font-semibold text-text! hover:text-accent!"
        >
          {RuleName || RuleId}
        </Link>
      ),
    };
    return [
      {
        id: 'time',
        header: t('column.time'),
        width: 132,
        sort: 'desc',
        cell: ({ AlertTime }) => <Time at={AlertTime} />,
      },
      ...(withRule ? [rule] : []),
      {
        id: 'instance',
        header: t('column.instance'),
        width: 'grow',
        cell: ({ InstanceId, InstanceName }) => (
          <Link
            to={paths.instance(InstanceId)}
            title={InstanceId}
            className="inline-block max-w-full truncate align-bottom text-text! hover:text-accent!"
          >
            {InstanceName || InstanceId}
          </Link>
        ),
      },
      { id: 'event', header: t('column.event'), width: 116, cell: (row) => <LogEvent log={row} /> },
      {
        id: 'level',
        header: t('column.level'),
        width: 116,
        cell: (row) => <LogLevel level={levelOf(row)} />,
      },
      {
        id: 'value',
        header: t('column.value'),
        width: 104,
        align: 'end',
        cell: ({ MetricName, value }) => (value === null ? '–' : rules.value(MetricName, value)),
      },
      {
        id: 'sent',
        header: t('column.sent'),
        width: 148,
        cell: ({ SendStatus }) => {
          const { tone, icon, text } = words.sent(SendStatus);
          return (
            <Status tone={tone} icon={icon}>
              {text}
            </Status>
          );
        },
      },
      ...(narrow
        ? []
        : [
            {
              id: 'to',
              header: t('column.groups'),
              width: 168,
              hideBelow: 1360,
              cell: ({ ContactGroups, SendResultList }: AlertLog) => {
                const ways = format.list(SendResultList.map(({ Key }) => words.way(Key)));
                const groups = format.list(ContactGroups);
                return (
                  <span className="block truncate" title={ways ? `${groups} (${ways})` : groups}>
                    {groups || '–'}
                    {ways ? <span className="text-text-muted"> {ways}</span> : null}
                  </span>
                );
              },
            },
          ]),
    ];
  }, [format, narrow, region, rules, t, withRule, words]);
}
