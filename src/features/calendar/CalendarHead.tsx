import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { PageHead } from '@/ui/PageHead';
import type { NumberedCollision } from './numbered';

export interface CalendarHeadProps {
  /** Null while not everything that can be known is. */
  found: {
    collisions: readonly NumberedCollision[];
    /** Events that begin in the week. */
    events: number;
    schedules: number;
    runs: number;
  } | null;
}

/** The answer on top: whether anything collides, and how much there is. */
export function CalendarHead({ found }: CalendarHeadProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const first = found?.collisions[0];
  return (
    <PageHead
      documentTitle={t('name')}
      title={
        found === null
          ? t('name')
          : first
            ? t('head.collisions', { count: found.collisions.length })
            : t('head.none')
      }
      rest={first ? t('head.first', { time: format.dateTime(first.at) }) : null}
      lede={
        found
          ? `${t('head.events', { count: found.events })}${t('head.schedules', { count: found.schedules })}${
              found.runs > 0 ? t('head.runs', { count: found.runs }) : ''
            }`
          : t('head.lede')
      }
    />
  );
}
