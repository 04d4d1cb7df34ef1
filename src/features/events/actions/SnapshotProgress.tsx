import { useTranslation } from '@/i18n/use-translation';
import type { Snapshot } from '@/api/ecs/snapshots';
import { useFormat } from '@/i18n/format';
import { Status } from '@/ui/Status';

/** How far a snapshot is: a bar and its number, then how it ended. */
export function SnapshotProgress({ id, snapshot }: { id: string; snapshot: Snapshot | undefined }) {
  const { t } = useTranslation('events');
  const format = useFormat();
  if (snapshot?.Status === 'accomplished')
    return (
      <Status tone="ok" icon="success">
        {t('snapshot.made')}
      </Status>
    );
  if (snapshot?.Status === 'failed')
    return (
      <Status tone="danger" icon="failed">
        {t('snapshot.failed')}
      </Status>
    );
  const percent = Math.round(snapshot?.Progress ?? 0);
  return (
    <span className="flex items-center gap-2">
      <span
        role="progressbar"
        aria-label={t('snapshot.progressOf', { id })}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="block h-1 w-24 rounded-full bg-neutral-subtle forced-colors:border"
      >
        <span className="block h-1 rounded-full bg-info-solid" style={{ width: `${percent}%` }} />
      </span>
      <span className="w-9 text-right">{format.percent(percent / 100)}</span>
    </span>
  );
}
