import { Hourglass } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { Tooltip } from '@/ui/Tooltip';
import { eventPaths } from '../paths';
import { useAccountRegions, useAllPending } from '../queries';

const NONE: readonly string[] = [];

/**
 * How many system events are pending in all regions (F1), for the top bar. A region that does not answer makes the number
 * a lower bound, and says so.
 * @param region the region of the page, into which the link leads
 */
export function PendingBadge({ region }: { region: string }) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const { events, failed } = useAllPending(useAccountRegions() ?? NONE);
  const count = events.length;
  const label = format.sentences(
    t('badge.pending', { count }),
    failed.length > 0 ? t('badge.partial', { count: failed.length }) : null,
  );
  return (
    <Tooltip text={label} describe={false} side="bottom">
      <Link className="frame-button wide" to={eventPaths(region).pending} aria-label={label}>
        <Hourglass aria-hidden />
        {count > 0 ? (
          <span className="rounded-full bg-warn-subtle px-1.5 text-xs leading-[18px] font-semibold text-warn">
            {format.number(count)}
            {failed.length > 0 ? '+' : ''}
          </span>
        ) : null}
      </Link>
    </Tooltip>
  );
}
