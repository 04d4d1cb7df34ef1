import { RotateCw } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { IconButton } from '@/ui/IconButton';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import type { StatusIconName } from '@/ui/status-icons';
import { SOLID, type Tone } from '@/ui/tones';

/** A number that is on its way, known, or could not be read. */
export interface Count {
  /** Undefined while not known. */
  count: number | undefined;
  /** Given when it could not be read. */
  retry: (() => void) | undefined;
}

export interface StatusRowProps extends Count {
  to: string;
  look: { tone: Tone; icon: StatusIconName };
  label: string;
  /** What the bar is a share of; undefined while not known. */
  total: number | undefined;
  /** It cannot be known, because something else could not be read. */
  isUnknown?: boolean;
}

const ROW = '-mx-2 flex h-(--line-status) items-center gap-2.5 rounded-sm px-2';

/** How many instances are in one state: icon, word, share and number; leads to them. */
export function StatusRow({ to, look, label, count, total, retry, isUnknown = false }: StatusRowProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  if (retry) {
    return (
      <li className={ROW}>
        <Status {...look} className="flex-1">
          {label}
        </Status>
        <IconButton size="sm" icon={RotateCw} label={t('retryRow', { label })} onClick={retry} />
      </li>
    );
  }
  const share = count && total ? Math.min(1, count / total) : 0;
  return (
    <li>
      <Link
        to={to}
        className={cx(ROW, 'text-text hover:bg-hover hover:no-underline')}
        aria-label={count === undefined ? label : t('row', { label, number: format.number(count) })}
      >
        {/* What turns in a table says "now"; here it is a heading. */}
        <Status {...look} className="min-w-0 flex-1 [&_svg]:animate-none">
          {label}
        </Status>
        <span aria-hidden className="h-1.5 w-[72px] flex-none">
          <span
            className={cx('block h-full rounded-xs forced-color-adjust-none', SOLID[look.tone])}
            style={{ width: share > 0 ? `max(2px, ${share * 100}%)` : 0 }}
          />
        </span>
        <span className={cx('w-11 flex-none text-right', count ? 'font-semibold' : 'text-text-subtle')}>
          {count !== undefined ? format.number(count) : isUnknown ? '–' : <Skeleton width={24} />}
        </span>
      </Link>
    </li>
  );
}
