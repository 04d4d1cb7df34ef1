import { Hourglass, TriangleAlert } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { categoryOf, isDrill, isPendingEventState } from '@/domain/system-events';
import {
  Countdown,
  deadlineOf,
  DrillBadge,
  type EventItem,
  eventPaths,
  nameOf,
  useClock,
  useTypeName,
} from '@/features/events';
import { useFormat } from '@/i18n/format';
import { Status } from '@/ui/Status';
import { Tooltip } from '@/ui/Tooltip';
import { LINE, LINE_HEAD } from './line-style';
import { Panel } from './Panel';
import { pendingLines } from './pending-lines';
import type { Pending } from './use-pending';

const LINES = 7;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What will happen to which instance, in all regions, the most urgent first (F1). */
export function PendingPanel({ region, pending }: { region: string; pending: Pending }) {
  const { t } = useTranslation(['overview', 'events']);
  const format = useFormat();
  const { reading, all, groups, facts, isComplete } = pending;
  const count = all.events.length;
  return (
    <Panel
      title={t('pending.title')}
      aside={
        <>
          {reading.state === 'ready' && all.failed.length > 0 ? <Partial all={all} /> : null}
          {count > 0 ? (
            <Link to={eventPaths(region).pending}>{t('pending.all', { number: format.number(count) })}</Link>
          ) : null}
        </>
      }
      reading={reading}
      failedTitle={t('pending.failed')}
      lines={LINES}
      className="min-h-[calc(7*var(--line))]"
    >
      {() =>
        count === 0 ? (
          <p className="flex h-(--line) items-center text-text-muted">
            {t(isComplete && all.failed.length === 0 ? 'pending.empty' : 'pending.emptyPart')}
          </p>
        ) : (
          <ul>
            {pendingLines(groups, LINES).map((line) =>
              line.kind === 'group' ? (
                <li key={line.group} className={LINE_HEAD}>
                  {t(`events:group.${line.group}`)}{' '}
                  <b className="text-text-muted">{format.number(line.count)}</b>
                </li>
              ) : (
                <EventLine
                  key={line.event.key}
                  region={region}
                  event={line.event}
                  name={nameOf(facts, line.event)}
                />
              ),
            )}
          </ul>
        )
      }
    </Panel>
  );
}

function EventLine({ region, event, name }: { region: string; event: EventItem; name: string }) {
  const { t } = useTranslation('overview');
  const typeName = useTypeName();
  const category = categoryOf(event.type);
  const what = category ? t(`pending.what.${category}`) : typeName(event.type);
  return (
    <li>
      <Link
        className={LINE}
        to={eventPaths(region).pendingEvent(event.id)}
        title={`${name}, ${typeName(event.type)}`}
      >
        <span className="min-w-0 truncate font-semibold">{name}</span>
        <span className="min-w-[52px] flex-1 truncate text-text-muted">
          {what}
          {isDrill(event) ? <DrillBadge /> : null}
        </span>
        <Left event={event} />
      </Link>
    </li>
  );
}

/** How long is left; coloured when it is less than a day. */
function Left({ event }: { event: EventItem }) {
  const { t } = useTranslation('overview');
  const deadline = deadlineOf(event);
  const isOver = useClock((now) => deadline !== null && deadline <= now);
  const isWithin = (span: number) => (now: number) => deadline !== null && deadline - now <= span;
  const isNear = useClock(isWithin(HOUR_MS));
  const isSoon = useClock(isWithin(DAY_MS));
  const className = 'flex-none';
  if (deadline === null && isPendingEventState(event.state))
    return <span className={`${className} text-text-muted`}>{t('pending.noTime')}</span>;
  if (deadline === null || isOver)
    return (
      <Status tone="info" icon="running" coloured className={className}>
        {t(deadline === null ? 'pending.now' : 'pending.due')}
      </Status>
    );
  if (!isSoon) return <Countdown to={deadline} className={className} />;
  return (
    <Status
      tone={isNear ? 'danger' : 'warn'}
      icon={isNear ? TriangleAlert : Hourglass}
      coloured
      className={className}
    >
      <Countdown to={deadline} />
    </Status>
  );
}

/** Some regions did not answer: what is shown is a part. */
function Partial({ all }: { all: Pending['all'] }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const { failed, asked, isFetching, refetch } = all;
  const text = t('pending.partial', {
    count: failed.length,
    number: format.number(failed.length),
    asked: format.number(asked),
  });
  return (
    <Tooltip text={`${text}: ${format.list(failed.map(({ region }) => region))}`} describe={false}>
      <button
        type="button"
        className="text-xs whitespace-nowrap text-warn"
        aria-label={t('retryRow', { label: text })}
        aria-busy={isFetching}
        onClick={() => refetch(failed.map(({ region }) => region))}
      >
        <TriangleAlert className="mr-1 size-3.5" aria-hidden />
        {format.number(asked - failed.length)}/{format.number(asked)}
      </button>
    </Tooltip>
  );
}
