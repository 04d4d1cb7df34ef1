import { CalendarClock, CalendarX, Pause, Play } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link, useNavigate } from 'react-router-dom';
import type { TimeZone } from '@/domain/time-zone';
import { EventName, eventPaths, type InstanceFacts, nameOf, typeLook } from '@/features/events';
import { instancesOf, scheduleAddress, UTC, useScheduleDates } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { Status } from '@/ui/Status';
import { type EventLane, fireMarks } from './lanes';
import type { NumberedCollision } from './numbered';
import type { OpenRun } from './open-runs';
import type { Week } from './week';
import type { ScheduleInWeek } from './week-fires';

export interface AgendaListProps {
  week: Week;
  now: number;
  zone: TimeZone;
  lanes: readonly EventLane[];
  schedules: readonly ScheduleInWeek[];
  runs: readonly OpenRun[];
  facts: InstanceFacts;
  collisions: readonly NumberedCollision[];
}

const MINUTE_MS = 60_000;
const toMinute = (at: number) => Math.floor(at / MINUTE_MS) * MINUTE_MS;

interface Entry {
  key: string;
  from: number;
  to: number;
  count: number;
  lane?: EventLane;
  row?: ScheduleInWeek;
  run?: OpenRun;
  numbers: readonly number[];
  path: string;
}

/** The week in words and in order: the grid's twin, for reading and for the keyboard. */
export function AgendaList({ week, now, zone, lanes, schedules, runs, facts, collisions }: AgendaListProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const dates = useScheduleDates();
  const navigate = useNavigate();
  const entries = useMemo(
    () => agenda(week, now, lanes, schedules, runs, collisions),
    [collisions, lanes, now, runs, schedules, week],
  );
  const columns = useMemo<readonly Column<Entry>[]>(() => {
    const time = (entry: Entry, shown: TimeZone) =>
      entry.from < entry.to
        ? `${dates.time(toMinute(entry.from), shown)}–${dates.time(toMinute(entry.to), shown)}`
        : dates.time(toMinute(entry.from), shown);
    return [
      { id: 'day', header: t('list.day'), width: 112, cell: (entry) => dates.day(entry.from, zone, now) },
      {
        id: 'time',
        header: t('list.time'),
        width: 116,
        sort: 'asc',
        cell: (entry) => time(entry, zone),
      },
      ...(zone === UTC
        ? []
        : [{ id: 'utc', header: 'UTC', width: 116, cell: (entry: Entry) => time(entry, UTC) }]),
      {
        id: 'what',
        header: t('list.what'),
        width: 'grow' as const,
        cell: ({ lane, row, run, count }) => {
          const event = lane?.events[0];
          if (event)
            return (
              <Status {...typeLook(event.type)} className="max-w-full">
                <EventName event={event} />
              </Status>
            );
          if (run)
            return (
              <Status tone="neutral" icon={run.isHeld ? Pause : Play} className="max-w-full text-text!">
                <span className="truncate">
                  {run.name || t('grid.script')} · {t(run.isHeld ? 'list.held' : 'list.underWay')}
                </span>
              </Status>
            );
          return (
            <Status tone="neutral" icon={CalendarClock} className="max-w-full text-text!">
              <span className="truncate">
                {row?.schedule.invocation.CommandName}
                {count > 1 ? ` · ${t('list.times', { count })}` : ''}
              </span>
            </Status>
          );
        },
      },
      {
        id: 'on',
        header: t('list.on'),
        width: 'grow' as const,
        cell: ({ lane, row, run, path }) => (
          <Link to={path}>
            {lane
              ? lane.events.length > 2
                ? t('grid.andMore', { name: nameOf(facts, lane.events[0]!), count: lane.events.length - 1 })
                : format.list(lane.events.map((event) => nameOf(facts, event)))
              : t('list.instances', {
                  count: run?.size ?? (row ? instancesOf(row.schedule) : 0),
                })}
          </Link>
        ),
      },
      {
        id: 'collision',
        header: t('list.collision'),
        width: 92,
        cell: ({ numbers }) =>
          numbers.length > 0 ? (
            <Status tone="danger" icon="warning">
              {numbers.join(', ')}
            </Status>
          ) : null,
      },
    ];
  }, [dates, facts, format, now, t, zone]);
  return (
    <DataTable
      label={t('list.label')}
      columns={columns}
      rows={entries}
      rowKey={(entry) => entry.key}
      state={entries.length > 0 ? 'ready' : 'empty'}
      placeholder={<EmptyState icon={CalendarX} title={t('list.empty')} />}
      onRowOpen={(entry) => void navigate(entry.path)}
    />
  );
}

/** What begins in the week and is not over, in order. */
function agenda(
  week: Week,
  now: number,
  lanes: readonly EventLane[],
  schedules: readonly ScheduleInWeek[],
  runs: readonly OpenRun[],
  collisions: readonly NumberedCollision[],
): Entry[] {
  const events = lanes
    .filter(({ at }) => at < week.to)
    .map((lane): Entry => {
      const [event] = lane.events;
      return {
        key: lane.key,
        from: lane.at,
        to: lane.at,
        count: 1,
        lane,
        numbers: collisions
          .filter((one) => lane.events.some(({ key }) => key === one.eventKey))
          .map((one) => one.number),
        path: event ? eventPaths(event.region).pendingEvent(event.id) : '',
      };
    });
  const fires = schedules.flatMap((row) =>
    fireMarks(row.fires, week, now)
      .filter((mark) => !mark.past)
      .map((mark): Entry => ({
        key: `${row.schedule.invocation.InvokeId} ${mark.from}`,
        from: mark.from,
        to: mark.to,
        count: mark.count,
        row,
        numbers: collisions
          .filter(
            (one) =>
              one.runId === row.schedule.invocation.InvokeId && one.at >= mark.from && one.at <= mark.to,
          )
          .map((one) => one.number),
        path: scheduleAddress(row.region, row.schedule),
      })),
  );
  const open = runs
    .filter(({ from }) => from >= week.from && from < week.to)
    .map((run): Entry => ({
      key: `run ${run.id}`,
      from: run.from,
      to: run.until,
      count: 1,
      run,
      numbers: collisions.filter((one) => one.runId === run.id).map((one) => one.number),
      path: run.path,
    }));
  return [...events, ...open, ...fires].toSorted((a, b) => a.from - b.from || a.key.localeCompare(b.key));
}
