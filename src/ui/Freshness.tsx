import { RotateCw } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Rich } from '@/i18n/Rich';
import { cx } from './cx';
import { IconButton } from './IconButton';
import { Time } from './Time';

export interface FreshnessProps {
  /** When what is shown was read, epoch milliseconds; 0 before the first answer. */
  at: number;
  busy: boolean;
  /** The data read themselves anew while something is under way. */
  live?: boolean | undefined;
  onRefresh(): void;
}

/** How old the data are, and the button that reads them anew. */
export function Freshness({ at, busy, live = false, onRefresh }: FreshnessProps) {
  const { t } = useTranslation('ui');
  return (
    <span className="flex flex-none items-center gap-1 text-xs text-text-subtle">
      {at === 0 ? null : (
        <span>
          <Rich
            text={t(live ? 'freshness.live' : 'freshness.asOf')}
            parts={{ time: <Time at={at} form="clock" /> }}
          />
        </span>
      )}
      <IconButton
        icon={RotateCw}
        label={t('freshness.refresh')}
        aria-busy={busy}
        className={cx(busy && '[&_svg]:animate-spin')}
        onClick={onRefresh}
      />
    </span>
  );
}
