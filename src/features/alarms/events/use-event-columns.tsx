import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { CmsEvent } from '@/api/cms/system-events';
import { partsOfCmsName } from '@/domain/cms-event-names';
import { instanceOfResource, readCmsContent } from '@/domain/cms-event-content';
import { useRegionName } from '@/i18n/region-name';
import { useTranslation } from '@/i18n/use-translation';
import { Badge } from '@/ui/Badge';
import type { Column } from '@/ui/DataTable';
import { Time } from '@/ui/Time';
import { eventPaths } from '@/features/events';
import { EventLevel } from '../event-rules/EventLevel';
import { useEventWords } from '../event-rules/use-event-words';

/** The columns of CloudMonitor's events (I4). */
export function useEventColumns(narrow: boolean): readonly Column<CmsEvent>[] {
  const { t } = useTranslation('eventRules');
  const words = useEventWords();
  const regionName = useRegionName();
  return useMemo(() => {
    const all: Column<CmsEvent>[] = [
      {
        id: 'time',
        header: t('events.time'),
        width: 118,
        sort: 'desc',
        cell: ({ Time: at }) => <Time at={at} />,
      },
      {
        id: 'level',
        header: t('events.level'),
        width: 92,
        cell: ({ Level }) => <EventLevel level={Level} />,
      },
      {
        id: 'event',
        header: t('events.event'),
        width: 'grow',
        cell: (event) => <What event={event} title={words.kind(partsOfCmsName(event.Name).kind)} />,
      },
      {
        id: 'status',
        header: t('events.status'),
        width: 108,
        cell: (event) => words.state(readCmsContent(event.Content).state || event.Status),
      },
      {
        id: 'instance',
        header: t('events.instance'),
        width: 132,
        cell: (event) => <Instance event={event} />,
      },
      {
        id: 'region',
        header: t('events.region'),
        width: 118,
        cell: ({ RegionId }) => (
          <span className="truncate" title={RegionId}>
            {regionName(RegionId)}
          </span>
        ),
      },
    ];
    return narrow ? all.filter(({ id }) => id !== 'region') : all;
  }, [narrow, regionName, t, words]);
}

function What({ event, title }: { event: CmsEvent; title: string }) {
  const { t } = useTranslation('eventRules');
  const { isTest } = readCmsContent(event.Content);
  return (
    <span className="truncate" title={event.Name}>
      {title}
      {isTest ? (
        <Badge tone="accent" className="ml-1.5">
          {t('events.test')}
        </Badge>
      ) : null}
    </span>
  );
}

function Instance({ event }: { event: CmsEvent }) {
  const { t } = useTranslation('eventRules');
  const id = instanceOfResource(event.ResourceId) || readCmsContent(event.Content).instanceId;
  const name = event.InstanceName || readCmsContent(event.Content).instanceName || id;
  if (id === '') return <span className="text-text-subtle">{t('events.noInstance')}</span>;
  return (
    <Link
      to={eventPaths(event.RegionId).instance(id)}
      title={id}
      className="truncate font-semibold text-text! hover:text-accent!"
    >
      {name}
    </Link>
  );
}
