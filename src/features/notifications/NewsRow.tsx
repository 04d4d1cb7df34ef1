import { Link } from 'react-router-dom';
import { EXECUTION_OUTCOMES } from '@/domain/engine-status';
import { OUTCOMES } from '@/domain/invocation-status';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { EXECUTION_LOOK } from '@/features/engine';
import { typeLook } from '@/features/events';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import { Status, type StatusProps } from '@/ui/Status';
import { Time } from '@/ui/Time';
import type { NewsItem } from './news';
import { newsPath } from './paths';
import type { NewsWords } from './use-news-words';

export interface NewsRowProps {
  item: NewsItem;
  words: NewsWords;
  onOpen(): void;
}

/** One notification: the answer first, then what it is about and since when. */
export function NewsRow({ item, words, onOpen }: NewsRowProps) {
  const { t } = useTranslation('notifications');
  return (
    <li>
      <Link
        to={newsPath(item)}
        className="flex items-start gap-2.5 rounded-sm px-2 py-[7px] font-normal! text-text! no-underline! -outline-offset-2 hover:bg-hover"
        onClick={onOpen}
      >
        <span className="min-w-0 flex-1">
          <Status
            {...lookOf(item)}
            className={cx('items-start! whitespace-normal!', !item.isRead && 'font-semibold')}
          >
            <span>
              {item.isRead ? null : <span className="sr-only">{t('panel.unread')}: </span>}
              {words.title}
            </span>
          </Status>
          <span className="flex gap-2 pl-[22px] text-xs text-text-muted">
            <span className="min-w-0 flex-1 truncate">{words.about}</span>
            <Time at={item.at} form="relative" className="flex-none" />
          </span>
        </span>
        <span
          aria-hidden
          className={cx('mt-[5px] size-2 flex-none rounded-full', !item.isRead && 'bg-accent-solid')}
        />
      </Link>
    </li>
  );
}

/** The worst of a run's outcomes; the look of an event's type. */
function lookOf(item: NewsItem): Pick<StatusProps, 'tone' | 'icon'> {
  switch (item.kind) {
    case 'run': {
      const worst = OUTCOMES.find((outcome) => item.counts.some(({ kind }) => kind === outcome));
      return OUTCOME_LOOK[worst ?? 'finished'];
    }
    case 'batch': {
      const has = (kind: string) => item.counts.some((count) => count.kind === kind);
      if (has('failed') || has('refused')) return OUTCOME_LOOK.failed;
      return has('succeeded') ? OUTCOME_LOOK.succeeded : OUTCOME_LOOK.stopped;
    }
    case 'engine': {
      const outcome = EXECUTION_OUTCOMES.find((one) => one === item.outcome);
      return EXECUTION_LOOK[outcome ?? 'unknown'];
    }
    case 'pause':
      return EXECUTION_LOOK.paused;
    case 'event':
      return typeLook(item.type);
    case 'events':
      return { tone: 'warn', icon: 'scheduled' };
  }
}
