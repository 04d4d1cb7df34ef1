import type { CmsEventCount } from '@/api/cms/system-events';
import { parseCmsLevel } from '@/domain/cms-event-names';
import { useTranslation } from '@/i18n/use-translation';
import { AlarmsHead } from '../AlarmsHead';
import { type CmsEventFilters, isFiltered } from './event-filters';

/** How much happened, and how much of it is grave. */
export function EventsHead({
  counts,
  filters,
}: {
  counts: readonly CmsEventCount[] | undefined;
  filters: CmsEventFilters;
}) {
  const { t } = useTranslation('eventRules');
  if (!counts) return <AlarmsHead title={t('events.head.unknown')} />;
  const sum = (rows: readonly CmsEventCount[]) => rows.reduce((total, { Num }) => total + Num, 0);
  const shown = counts.filter(({ Name }) => filters.name === null || Name === filters.name);
  const critical = sum(shown.filter(({ Level }) => parseCmsLevel(Level) === 'CRITICAL'));
  const count = sum(shown);
  const filtered = isFiltered(filters);
  if (count === 0) return <AlarmsHead title={t(filtered ? 'events.head.noneFound' : 'events.head.none')} />;
  return (
    <AlarmsHead
      title={filtered ? t('events.head.found', { count }) : t(`events.head.${filters.range}`, { count })}
      rest={t('events.head.critical', { count: critical })}
    />
  );
}
