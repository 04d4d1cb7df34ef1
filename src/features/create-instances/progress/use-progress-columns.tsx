import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { Trash2 } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Countdown, deadlineOf, type EventItem } from '@/features/events';
import { Button } from '@/ui/Button';
import type { Column } from '@/ui/DataTable';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { creationPaths } from '../paths';
import type { FollowedRow } from './follow';
import { Steps } from './Steps';

/** The columns of the table that follows new instances. */
export function useProgressColumns(
  region: string,
  onRelease: (event: EventItem) => void,
): Column<FollowedRow>[] {
  const { t } = useTranslation('createInstances');
  return useMemo(() => {
    const paths = creationPaths(region);
    return [
      {
        id: 'name',
        header: t('progress.column.name'),
        cell: (row) =>
          row.status === null ? (
            <span className="text-text-muted">{row.name || t('progress.noName')}</span>
          ) : (
            <Link to={paths.instance(row.instanceId)} className="font-semibold">
              {row.name || row.instanceId}
            </Link>
          ),
      },
      {
        id: 'id',
        header: t('progress.column.id'),
        width: 208,
        spills: true,
        hideBelow: 1400,
        cell: (row) => <Id value={row.instanceId} />,
      },
      { id: 'state', header: t('progress.column.state'), width: 262, cell: (row) => <Steps row={row} /> },
      {
        id: 'time',
        header: t('progress.column.time'),
        width: 168,
        cell: (row) => <When row={row} />,
      },
      {
        id: 'next',
        header: t('progress.column.next'),
        width: 344,
        spills: true,
        cell: (row) => <Next row={row} onRelease={onRelease} />,
      },
    ];
  }, [onRelease, region, t]);
}

/** When it came to where it is. */
function When({ row }: { row: FollowedRow }) {
  const { t } = useTranslation('createInstances');
  const { phase, event } = row;
  const [word, at] =
    phase === 'running'
      ? (['running', row.startedAt] as const)
      : event === null
        ? (['asked', row.createdAt] as const)
        : phase === 'failed'
          ? (['failed', event.publishedAt] as const)
          : (['released', event.finishedAt] as const);
  if (at === null) return null;
  return (
    <span className="text-text-muted">
      {t(`progress.when.${word}`)}{' '}
      <Time at={at} form={word === 'failed' || word === 'released' ? 'clock' : 'short'} />
    </span>
  );
}

/** What happens next, or can be done. */
function Next({ row, onRelease }: { row: FollowedRow; onRelease: (event: EventItem) => void }) {
  const { t } = useTranslation('createInstances');
  const { event, phase } = row;
  if (phase === 'gone') return <span className="text-text-muted">{t('progress.gone')}</span>;
  if (!event || phase !== 'failed') return null;
  const deadline = deadlineOf(event);
  return (
    <span className="flex items-center gap-2.5">
      <span className="text-text-muted">
        {deadline === null ? t('progress.releasing') : t('progress.releasedIn')}{' '}
        {deadline === null ? null : <Countdown to={deadline} className="font-semibold text-text" />}
      </span>
      <Button size="sm" writes icon={Trash2} onClick={() => onRelease(event)}>
        {t('progress.release')}
      </Button>
    </span>
  );
}
