import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { TimeZone } from '@/domain/time-zone';
import { categoryOf } from '@/domain/system-events';
import { eventPaths, type InstanceFacts, nameOf, typeLook, useTypeName } from '@/features/events';
import { offsetName, useScheduleDates } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { SOLID, TEXT } from '@/ui/tones';
import { type EventLane, type FireMark, fireMarks } from './lanes';
import type { NumberedCollision } from './numbered';
import { placeIn, type Week } from './week';
import type { ScheduleRow } from './week-fires';

export interface WeekGridProps {
  week: Week;
  now: number;
  zone: TimeZone;
  lanes: readonly EventLane[];
  schedules: readonly ScheduleRow[];
  facts: InstanceFacts;
  collisions: readonly NumberedCollision[];
  /** The collision that the list points at, by number. */
  active: number | null;
}

const LABEL = 'w-[248px]';
const ROW = 30;
const HEAD = 34;
const MINUTE_MS = 60_000;
/** More lines than these would be a thicket; then only the one pointed at is drawn. */
const MOST_LINES = 6;
const BAND =
  'bg-[repeating-linear-gradient(90deg,var(--color-text)_0_2px,transparent_2px_4px)] forced-colors:border';
const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
const clamp = (share: number) => Math.min(1, Math.max(0, share));

/** Seven days across: a row per planned event with its windows, a row per schedule with its fires, and where they meet. */
export function WeekGrid({ week, now, zone, lanes, schedules, facts, collisions, active }: WeekGridProps) {
  const { t } = useTranslation('calendar');
  const dates = useScheduleDates();
  const place = (at: number) => clamp(placeIn(week, at));
  const isThisWeek = now >= week.from && now < week.to;
  return (
    <section
      aria-label={t('grid.label')}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto outline-offset-[-2px]"
    >
      <div className="min-w-[700px]">
        <div className="sticky top-0 z-3 flex h-[30px] bg-bg">
          <span className={cx(LABEL, 'flex-none self-center text-xs text-text-subtle')}>
            {t('grid.zone', { zone: offsetName(now, zone) })}
          </span>
          <span className="relative flex-1">
            {week.days.map((day, index) => (
              <span
                key={day}
                className={cx(
                  'absolute inset-y-0 flex items-center pl-1.5 whitespace-nowrap',
                  isThisWeek && index === 0 ? 'font-semibold text-accent' : 'text-text-muted',
                )}
                style={{ left: percent(place(day)) }}
              >
                {dates.weekday(day, zone)} <b className="pl-1">{dayOfMonth(day, zone)}</b>
              </span>
            ))}
          </span>
        </div>
        <div className="relative">
          <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-[248px]">
            {week.days.map((day, index) => (
              <span
                key={day}
                className="absolute inset-y-0 border-r-2 border-bg bg-panel forced-colors:border"
                style={{
                  left: percent(place(day)),
                  width: percent(place(week.days[index + 1] ?? week.to) - place(day)),
                }}
              />
            ))}
          </div>
          <GroupHead>
            {t('grid.events')}
            <span className="ml-auto flex gap-3 pr-3 text-xs font-normal text-text-muted">
              <Key className="bg-heat-2">{t('grid.yourWindow')}</Key>
            </span>
          </GroupHead>
          <ul aria-label={t('grid.events')}>
            {lanes.map((lane) => (
              <EventRow
                key={lane.key}
                lane={lane}
                facts={facts}
                place={place}
                when={(at) =>
                  placeIn(week, at) >= 0 && placeIn(week, at) < 1
                    ? `${dates.weekday(at, zone)} ${dates.time(Math.floor(at / MINUTE_MS) * MINUTE_MS, zone)}`
                    : dates.day(at, zone, now)
                }
                numbers={collisions
                  .filter((one) => lane.events.some((event) => event.key === one.eventKey))
                  .map((one) => one.number)}
              />
            ))}
          </ul>
          {lanes.length === 0 ? <Nothing>{t('grid.noEvents')}</Nothing> : null}
          <GroupHead>
            {t('grid.schedules')}
            <span className="ml-auto pr-3 text-xs font-normal text-text-muted">{t('grid.instances')}</span>
          </GroupHead>
          <ul aria-label={t('grid.schedules')}>
            {schedules.map((row) => (
              <ScheduleLane
                key={`${row.region} ${row.schedule.invocation.InvokeId}`}
                row={row}
                marks={fireMarks(row.fires, week, now)}
                place={place}
                zone={zone}
                collisions={collisions.filter((one) => one.scheduleId === row.schedule.invocation.InvokeId)}
              />
            ))}
          </ul>
          {schedules.length === 0 ? <Nothing>{t('grid.noSchedules')}</Nothing> : null}
          <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-[248px]">
            {collisions
              .filter((one) => (active === null ? collisions.length <= MOST_LINES : one.number === active))
              .map((one) => {
                const from = lanes.findIndex((lane) =>
                  lane.events.some((event) => event.key === one.eventKey),
                );
                const to = schedules.findIndex((row) => row.schedule.invocation.InvokeId === one.scheduleId);
                if (from < 0 || to < 0) return null;
                const top = HEAD + (from + 0.5) * ROW;
                const eventRows = Math.max(1, lanes.length);
                const bottom = HEAD * 2 + (eventRows + to + 0.5) * ROW;
                return (
                  <span
                    key={one.number}
                    className="absolute w-0.5 -translate-x-px bg-danger-solid"
                    style={{ left: percent(place(one.at)), top, height: bottom - top }}
                  />
                );
              })}
            {isThisWeek ? (
              <span
                className="absolute inset-y-0 w-0.5 bg-accent forced-colors:bg-[Highlight]"
                style={{ left: percent(place(now)) }}
              />
            ) : null}
          </div>
        </div>
      </div>
      <p aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 pt-3 text-xs text-text-muted">
        <Key className="bg-warn-solid">{t('legend.restart')}</Key>
        <Key className="bg-danger-solid">{t('legend.stop')}</Key>
        <Key className="bg-info-solid">{t('legend.performance')}</Key>
        <span className="inline-flex items-center gap-1.5">
          <span className="h-3.5 w-1 rounded-[1.5px] bg-text" />
          {t('legend.fire')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className={cx('h-1.5 w-6', BAND)} />
          {t('legend.dense')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="h-3.5 w-0.5 bg-accent" />
          {t('legend.now')}
        </span>
      </p>
    </section>
  );
}

function GroupHead({ children }: { children: ReactNode }) {
  return (
    <div style={{ height: HEAD }} className="relative flex items-center">
      <h2 className={cx(LABEL, 'flex items-center text-sm')}>{children}</h2>
    </div>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return (
    <p style={{ height: ROW }} className={cx(LABEL, 'relative flex items-center text-text-muted')}>
      {children}
    </p>
  );
}

function Key({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={cx('size-2.5 rounded-[2px]', className)} />
      {children}
    </span>
  );
}

interface EventRowProps {
  lane: EventLane;
  facts: InstanceFacts;
  place(at: number): number;
  /** When it begins, short: day and time in the week, else the day. */
  when(at: number): string;
  numbers: readonly number[];
}

function EventRow({ lane, facts, place, when, numbers }: EventRowProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const typeName = useTypeName();
  const [event] = lane.events;
  if (!event) return null;
  const { tone, icon: Icon } = typeLook(event.type);
  const names = lane.events.map((one) => nameOf(facts, one));
  const shown =
    names.length <= 2 ? format.list(names) : t('grid.andMore', { name: names[0], count: names.length - 1 });
  const category = categoryOf(event.type) ?? 'unknown';
  const { window, execution } = lane;
  return (
    <li style={{ height: ROW }} className="relative flex">
      <span className={cx(LABEL, 'flex flex-none items-center gap-2 pr-3')}>
        <Icon className={cx('size-4 flex-none stroke-2', TEXT[tone])} aria-hidden />
        <Link
          to={eventPaths(event.region).pendingEvent(event.id)}
          className="truncate font-semibold text-text! hover:text-accent!"
          title={`${format.list(names)}: ${typeName(event.type)}`}
        >
          {shown}
        </Link>
        <span className="flex-none text-text-muted">{t(`kind.${category}`)}</span>
        <span className="sr-only">
          {numbers.length > 0
            ? t('grid.meets', { count: numbers.length, list: format.list(numbers.map(String)) })
            : ''}
        </span>
        <span className="ml-auto flex-none text-xs text-text-muted" title={format.full(lane.at)}>
          {when(lane.at)}
        </span>
      </span>
      <span aria-hidden className="relative flex-1">
        {window ? (
          <span
            className="absolute top-2.5 h-2.5 bg-heat-2 forced-colors:border"
            style={{
              left: percent(place(window.from)),
              width: percent(place(window.to) - place(window.from)),
            }}
          />
        ) : null}
        {execution && place(execution.from) < 1 ? (
          <span
            title={typeName(event.type)}
            className={cx(
              'absolute top-1.5 h-[18px] rounded-[3px] forced-colors:bg-[CanvasText]',
              SOLID[tone],
            )}
            style={{
              left: `min(${percent(place(execution.from))}, 100% - 5px)`,
              width: `max(5px, ${percent(place(execution.to) - place(execution.from))})`,
            }}
          />
        ) : null}
      </span>
    </li>
  );
}

interface ScheduleLaneProps {
  row: ScheduleRow;
  marks: readonly FireMark[];
  place(at: number): number;
  zone: TimeZone;
  collisions: readonly NumberedCollision[];
}

function ScheduleLane({ row, marks, place, zone, collisions }: ScheduleLaneProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const dates = useScheduleDates();
  const { invocation } = row.schedule;
  const timeOf = (at: number) => `${dates.weekday(at, zone)} ${dates.time(at, zone)}`;
  return (
    <li style={{ height: ROW }} className="relative flex">
      <span className={cx(LABEL, 'flex flex-none items-center gap-2 pr-3')}>
        <CalendarClock className="size-4 flex-none text-text-muted" aria-hidden />
        <Link
          to={`/${row.region}/invocations/${encodeURIComponent(invocation.InvokeId)}`}
          className="truncate font-semibold text-text! hover:text-accent!"
          title={invocation.CommandName}
        >
          {invocation.CommandName || invocation.CommandId}
        </Link>
        <code className="code truncate text-xs text-text-subtle" title={invocation.Frequency}>
          {invocation.Frequency}
        </code>
        <span className="sr-only">
          {t('grid.fires', { count: row.fires.length })}{' '}
          {collisions.length > 0
            ? t('grid.meets', {
                count: collisions.length,
                list: format.list(collisions.map((one) => String(one.number))),
              })
            : ''}
        </span>
        <span className="ml-auto flex-none text-text-muted">
          {format.number(invocation.InvokeInstances.length)}
        </span>
      </span>
      <span aria-hidden className="relative flex-1">
        {marks.map((mark) =>
          mark.count > 1 ? (
            <span
              key={mark.from}
              title={t('grid.band', {
                from: timeOf(mark.from),
                to: timeOf(mark.to),
                count: mark.count,
              })}
              className={cx('absolute top-3 h-1.5', BAND, mark.past && 'opacity-50')}
              style={{
                left: percent(place(mark.from)),
                width: `max(6px, ${percent(place(mark.to) - place(mark.from))})`,
              }}
            />
          ) : (
            <span
              key={mark.from}
              title={timeOf(mark.from)}
              className={cx(
                'absolute top-2 h-3.5 w-1 rounded-[1.5px] forced-colors:bg-[CanvasText]',
                mark.past ? 'bg-border-control' : 'bg-text',
              )}
              style={{ left: `min(${percent(place(mark.from))}, 100% - 4px)` }}
            />
          ),
        )}
        {spread(collisions, place).map(({ one, left }) => (
          <span
            key={one.number}
            className="absolute top-1.5 z-2 grid h-[18px] min-w-[18px] -translate-x-1/2 place-items-center rounded-full bg-danger-solid px-1 text-[11px] leading-none font-semibold text-on-danger"
            style={{ left: percent(left) }}
          >
            {one.number}
          </span>
        ))}
      </span>
    </li>
  );
}

/** The share of the week a numbered dot takes: those that would cover each other move apart. */
const DOT = 0.038;

function spread(collisions: readonly NumberedCollision[], place: (at: number) => number) {
  let last = -Infinity;
  return collisions.map((one) => {
    const left = Math.max(place(one.at), last + DOT);
    last = left;
    return { one, left: Math.min(left, 0.99) };
  });
}

function dayOfMonth(at: number, zone: TimeZone): number {
  return new Date(at + zone.offsetAt(at)).getUTCDate();
}
