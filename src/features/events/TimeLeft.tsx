import { Hourglass, TriangleAlert } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { isPendingEventState } from '@/domain/system-events';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import { Countdown } from './clock/Countdown';
import { useClock } from './clock/ticker';
import { WindowBar } from './clock/WindowBar';
import { countdownSpan, deadlineOf, type EventItem } from './event-item';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How urgent a deadline is: within the hour, within the day, or neither. */
function urgencyOf(deadline: number | null, now: number): 'now' | 'soon' | 'later' {
  if (deadline === null) return 'later';
  return deadline - now <= HOUR_MS ? 'now' : deadline - now <= DAY_MS ? 'soon' : 'later';
}

/** The time left over the planned time, and how much of the user's window is gone. Only this cell ticks. */
export function TimeLeft({ event }: { event: EventItem }) {
  const { t } = useTranslation('events');
  const deadline = deadlineOf(event);
  const urgency = useClock((now) => urgencyOf(deadline, now));
  const isOverdue = useClock((now) => deadline !== null && deadline <= now);
  const span = countdownSpan(event);
  const waits = isPendingEventState(event.state);
  if (deadline === null || (isOverdue && waits))
    return (
      <span className="flex flex-col">
        {waits && deadline === null ? (
          <span className="text-text-muted">{t('time.unknown')}</span>
        ) : (
          <Status tone="info" icon="running" coloured className="font-semibold">
            {isOverdue ? t('time.due') : t('time.underWay')}
          </Status>
        )}
        <span className="text-xs text-text-muted">
          {event.notBefore === null && event.publishedAt === null ? null : (
            <>
              {waits && deadline === null ? t('time.published') : t('time.since')}{' '}
              <Time at={event.notBefore ?? event.publishedAt} />
            </>
          )}
        </span>
      </span>
    );
  const tone = urgency === 'now' ? 'danger' : urgency === 'soon' ? 'warn' : 'neutral';
  return (
    <span className="flex flex-col">
      {urgency === 'later' ? (
        <Countdown to={deadline} className="font-semibold" />
      ) : (
        <Status
          tone={tone}
          icon={urgency === 'now' ? TriangleAlert : Hourglass}
          coloured
          className="font-semibold"
        >
          <Countdown to={deadline} />
        </Status>
      )}
      <span className="text-xs text-text-muted">
        <Time at={deadline} />
      </span>
      {span ? <WindowBar span={span} tone={tone} className="mt-0.5 w-[104px]" /> : null}
    </span>
  );
}
