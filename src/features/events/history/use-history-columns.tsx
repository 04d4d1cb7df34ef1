import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Column } from '@/ui/DataTable';
import { Duration } from '@/ui/Duration';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import type { EventItem } from '../event-item';
import { EventName, EventState } from '../EventWords';
import { typeLook } from '../look';
import { eventPaths } from '../paths';
import { type InstanceFacts, nameOf, statusOf } from '../queries';

/** The columns of all events (F3). */
export function useHistoryColumns(
  facts: InstanceFacts,
  narrow: boolean,
  withInstance = true,
): readonly Column<EventItem>[] {
  const { t } = useTranslation('events');
  return useMemo(() => {
    const instance: Column<EventItem> = {
      id: 'instance',
      header: t('column.instance'),
      width: 164,
      cell: (event) =>
        statusOf(facts, event) === null ? (
          <span className="truncate text-text-muted" title={t('notListed')}>
            {nameOf(facts, event)}
          </span>
        ) : (
          <Link
            to={eventPaths(event.region).instance(event.instanceId)}
            className="truncate font-semibold text-text! hover:text-accent!"
          >
            {nameOf(facts, event)}
          </Link>
        ),
    };
    const all: Column<EventItem>[] = [
      {
        id: 'published',
        header: t('column.published'),
        width: 128,
        sort: 'desc',
        cell: (event) => <Time at={event.publishedAt} />,
      },
      ...(withInstance ? [instance] : []),
      {
        id: 'event',
        header: t('column.event'),
        width: 'grow',
        cell: (event) => (
          <Status {...typeLook(event.type)} className="max-w-full">
            <EventName event={event} />
          </Status>
        ),
      },
      {
        id: 'code',
        header: t('column.code'),
        width: 264,
        mono: true,
        hideBelow: withInstance ? 1600 : 1360,
        cell: (event) => <span title={event.type}>{event.type}</span>,
      },
      {
        id: 'status',
        header: t('column.status'),
        width: 140,
        cell: (event) => <EventState state={event.state} />,
      },
      {
        id: 'planned',
        header: t('column.planned'),
        width: 128,
        cell: (event) => <Time at={event.notBefore} />,
      },
      {
        id: 'finished',
        header: t('column.finished'),
        width: 128,
        cell: (event) => <Time at={event.finishedAt} />,
      },
      {
        id: 'took',
        header: t('column.took'),
        width: 116,
        align: 'end',
        hideBelow: 1240,
        cell: (event) => <Duration ms={tookOf(event)} />,
      },
    ];
    return narrow ? all.filter(({ id }) => !['code', 'finished', 'took'].includes(id)) : all;
  }, [facts, narrow, t, withInstance]);
}

/** How long it was carried out, ms; null while it is not over, and for what never began. */
function tookOf({ state, notBefore, finishedAt }: EventItem): number | null {
  if (state !== 'Executed' && state !== 'Failed') return null;
  return notBefore !== null && finishedAt !== null && finishedAt >= notBefore ? finishedAt - notBefore : null;
}
