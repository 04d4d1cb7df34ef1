import { useMemo } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { CmsEventCount } from '@/api/cms/system-events';
import type { EventRule } from '@/domain/event-rule';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from '@/ui/DataTable';
import { Status } from '@/ui/Status';
import { openedFrom } from '@/ui/use-return';
import { eventRulePaths } from '../paths';
import { catchOf } from './caught';
import { EventLevel } from './EventLevel';
import type { TargetsByRule } from './queries';
import { useRuleWords } from './use-rule-words';
import { TargetsCell } from './TargetsCell';

/** The columns of the event rules (I2). */
export function useRuleColumns(
  region: string,
  targets: TargetsByRule,
  counts: readonly CmsEventCount[] | undefined,
): readonly Column<EventRule>[] {
  const { t } = useTranslation('eventRules');
  const words = useRuleWords();
  const format = useFormat();
  const { pathname, search } = useLocation();
  return useMemo(() => {
    const paths = eventRulePaths(region);
    return [
      {
        id: 'name',
        header: t('column.name'),
        width: 172,
        cell: (rule) => (
          <Link
            to={paths.edit(rule.name)}
            state={openedFrom(pathname + search)}
            title={rule.description || rule.name}
            className="truncate font-semibold text-text! hover:text-accent!"
          >
            {rule.name}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 92,
        cell: ({ enabled }) => (
          <Status tone={enabled ? 'ok' : 'neutral'} icon={enabled ? 'success' : 'stopped'}>
            {t(enabled ? 'rule.on' : 'rule.off')}
          </Status>
        ),
      },
      {
        id: 'matches',
        header: t('column.matches'),
        width: 'grow',
        cell: (rule) => {
          const text = words.matches(rule);
          return (
            <span className="truncate" title={rule.patterns.flatMap(({ names }) => names).join('\n') || text}>
              {text}
            </span>
          );
        },
      },
      {
        id: 'levels',
        header: t('column.levels'),
        width: 104,
        cell: (rule) => {
          const levels = words.levels(rule);
          if (levels.length === 0) return <span className="text-text-muted">{t('level.any')}</span>;
          return (
            <span className="inline-flex gap-2.5 align-middle">
              {levels.map((level) => (
                <EventLevel key={level} level={level} />
              ))}
            </span>
          );
        },
      },
      {
        id: 'targets',
        header: t('column.targets'),
        width: 246,
        cell: (rule) => <TargetsCell targets={targets.get(rule.name)} />,
      },
      {
        id: 'caught',
        header: t('column.caught'),
        width: 92,
        align: 'end',
        cell: (rule) => {
          if (!counts) return <span className="text-text-subtle">–</span>;
          const { count, maybe } = catchOf(rule, counts);
          const text = format.number(count);
          return maybe > 0 ? <span title={t('caught.maybe', { count: maybe })}>≤ {text}</span> : text;
        },
      },
    ];
  }, [counts, format, pathname, region, search, t, targets, words]);
}
