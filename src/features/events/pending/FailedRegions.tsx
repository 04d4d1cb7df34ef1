import { useTranslation } from '@/i18n/use-translation';
import { ApiError } from '@/api/errors';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import type { AllPending } from '../queries';

/** Says which regions did not answer, and why: what is shown is a part. */
export function FailedRegions({
  pending,
  className,
}: {
  pending: Pick<AllPending, 'failed' | 'asked' | 'isFetching' | 'refetch'>;
  className?: string | undefined;
}) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const regionName = useRegionName();
  const { failed, asked } = pending;
  const codes = [
    ...new Set(failed.map(({ error }) => (error instanceof ApiError ? error.code : error.name))),
  ];
  return (
    <Note
      tone="warn"
      role="status"
      className={className}
      title={t('partial.title', { count: failed.length, failed: failed.length, asked })}
      action={
        <Button
          size="sm"
          busy={pending.isFetching}
          onClick={() => pending.refetch(failed.map(({ region }) => region))}
        >
          {t('partial.retry')}
        </Button>
      }
    >
      {format.list(failed.map(({ region }) => regionName(region)))}{' '}
      <span className="code ml-1">{codes.join(', ')}</span>
    </Note>
  );
}
