import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';

/** A span of time from milliseconds; a dash when there is none. */
export function Duration({
  ms,
  className,
}: {
  ms: number | null | undefined;
  className?: string | undefined;
}) {
  const { t } = useTranslation('ui');
  const { duration } = useFormat();
  const known = ms !== null && ms !== undefined && Number.isFinite(ms);
  return <span className={className}>{known ? duration(ms) : t('time.none')}</span>;
}
