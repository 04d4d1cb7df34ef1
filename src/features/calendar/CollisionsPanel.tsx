import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { eventActions } from '@/domain/system-event-actions';
import { type Acts, type EventItem, type InstanceFacts, nameOf } from '@/features/events';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { LinkButton } from '@/ui/LinkButton';
import { Time } from '@/ui/Time';
import type { NumberedCollision } from './numbered';
import type { ScheduleRow } from './week-fires';

export interface CollisionsPanelProps {
  collisions: readonly NumberedCollision[];
  events: ReadonlyMap<string, EventItem>;
  schedules: ReadonlyMap<string, ScheduleRow>;
  facts: InstanceFacts;
  act: Acts['act'];
  now: number;
  active: number | null;
  onActive(number: number | null): void;
}

const MOST_SHOWN = 50;

/** Where a run and an event meet on an instance, and what can be done about each. */
export function CollisionsPanel({
  collisions,
  events,
  schedules,
  facts,
  act,
  now,
  active,
  onActive,
}: CollisionsPanelProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  return (
    <aside
      data-beside
      aria-labelledby="calendar-collisions"
      className="-mr-(--gutter) ml-5 flex w-[316px] flex-none flex-col gap-4 overflow-auto rounded-tl-lg bg-panel px-5 pt-[18px] pb-4 forced-colors:border-l"
    >
      <h2 id="calendar-collisions" className="text-xl">
        {t('collisions.title')}
      </h2>
      {collisions.length === 0 ? (
        <p className="flex gap-2 text-text-muted">
          <ShieldCheck className="size-4 flex-none text-ok" aria-hidden />
          {t('collisions.none')}
        </p>
      ) : null}
      <ol className="flex flex-col gap-5">
        {collisions.slice(0, MOST_SHOWN).map((one) => {
          const event = events.get(one.eventKey);
          const row = schedules.get(one.scheduleId);
          if (!event || !row) return null;
          const values = {
            schedule: row.schedule.invocation.CommandName || row.schedule.invocation.CommandId,
            instance: nameOf(facts, event),
          };
          const offers = eventActions(event, undefined, now).filter(
            ({ action, problem }) => problem === null && (action === 'reschedule' || action === 'restart'),
          );
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pointing at it draws its line in the grid
            <li
              key={one.number}
              className="flex gap-3"
              onPointerEnter={() => onActive(one.number)}
              onPointerLeave={() => onActive(null)}
              onFocus={() => onActive(one.number)}
              onBlur={() => onActive(null)}
            >
              <span
                aria-hidden
                className={cx(
                  'grid h-5 min-w-5 flex-none place-items-center rounded-full bg-danger-solid px-1 text-xs font-semibold text-on-danger',
                  active === one.number && 'outline-2 outline-offset-2 outline-danger-solid',
                )}
              >
                {one.number}
              </span>
              <span className="flex min-w-0 flex-1 flex-col gap-1">
                <b className="break-words">{t(`collisions.head.${one.kind}`, values)}</b>
                <span className="text-text-muted">
                  <Time at={one.at} />, {format.full(one.at, 'utc')}
                </span>
                <span>
                  {t(`collisions.body.${one.kind}`, values)}
                  {one.count > 1 ? ` ${t('collisions.more', { count: one.count - 1 })}` : ''}
                </span>
                <span className="flex flex-wrap gap-1.5 pt-1">
                  {offers.map(({ action }) => (
                    <Button key={action} size="sm" onClick={() => act(action, [event])}>
                      {t(`collisions.${action === 'restart' ? 'restart' : 'reschedule'}`)}
                      <span className="sr-only"> {values.instance}</span>
                    </Button>
                  ))}
                  <LinkButton
                    size="sm"
                    to={`/${row.region}/invocations/${encodeURIComponent(one.scheduleId)}`}
                  >
                    {t('collisions.openSchedule')}
                    <span className="sr-only"> {values.schedule}</span>
                  </LinkButton>
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      {collisions.length > MOST_SHOWN ? (
        <p className="text-text-muted">{t('collisions.rest', { count: collisions.length - MOST_SHOWN })}</p>
      ) : null}
    </aside>
  );
}
