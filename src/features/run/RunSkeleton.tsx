import { useTranslation } from '@/i18n/use-translation';
import { Skeleton } from '@/ui/Skeleton';
import { COLUMNS } from './columns';

const ROWS = Array.from({ length: 15 }, (_, index) => index);
const LINES = ROWS.slice(0, 5);

/** The sheet's shape while its command is read. */
export function RunSkeleton() {
  const { t } = useTranslation('run');
  return (
    <div className={COLUMNS} aria-busy>
      <div className="flex flex-col gap-6 overflow-hidden pt-1 pl-6">
        <h2>{t('where.title')}</h2>
        {ROWS.map((row) => (
          <Skeleton key={row} width={`${92 - (row % 4) * 9}%`} />
        ))}
      </div>
      <div className="flex flex-col gap-5 overflow-hidden pt-1 pr-6 pl-7">
        <h2>{t('with.title')}</h2>
        {LINES.map((row) => (
          <Skeleton key={row} width={`${96 - (row % 3) * 14}%`} />
        ))}
      </div>
      <div className="flex flex-col gap-5 overflow-hidden rounded-l-md bg-panel px-5 pt-1">
        <h2>{t('check.title')}</h2>
        {LINES.map((row) => (
          <Skeleton key={row} width={`${90 - (row % 3) * 12}%`} />
        ))}
      </div>
    </div>
  );
}
