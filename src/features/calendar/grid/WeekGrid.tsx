import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { TimeZone } from '@/domain/time-zone';
import type { InstanceFacts } from '@/features/events';
import { useScheduleDates } from '@/features/schedules';
import { cx } from '@/ui/cx';
import { type EventLane, fireMarks } from '../lanes';
import type { NumberedCollision } from '../numbered';
import type { OpenRun } from '../open-runs';
import { placeIn, type Week } from '../week';
import type { ScheduleInWeek } from '../week-fires';
import { CollisionLines } from './CollisionMarks';
import { DayColumns, DayNames } from './DayScale';
import { EventRow } from './EventRow';
import { GridLegend } from './GridLegend';
import { GroupHead, Key, NoRows } from './GridParts';
import { HEIGHTS, percent, placeOf } from './measures';
import { OpenRunRow } from './OpenRunRow';
import { ScheduleRow } from './ScheduleRow';

export interface WeekGridProps {
  week: Week;
  now: number;
  zone: TimeZone;
  lanes: readonly EventLane[];
  schedules: readonly ScheduleInWeek[];
  runs: readonly OpenRun[];
  facts: InstanceFacts;
  collisions: readonly NumberedCollision[];
  /** The collision that the list points at, by number. */
  active: number | null;
}

const MINUTE_MS = 60_000;

/** Seven days across: a row per planned event with its windows, per schedule and run under way, and where they meet. */
export function WeekGrid({
  week,
  now,
  zone,
  lanes,
  schedules,
  runs,
  facts,
  collisions,
  active,
}: WeekGridProps) {
  const { t } = useTranslation('calendar');
  const dates = useScheduleDates();
  const place = useMemo(() => placeOf(week), [week]);
  const isThisWeek = now >= week.from && now < week.to;
  const shownRuns = isThisWeek ? runs : [];
  const when = (at: number) =>
    placeIn(week, at) >= 0 && placeIn(week, at) < 1
      ? `${dates.weekday(at, zone)} ${dates.time(Math.floor(at / MINUTE_MS) * MINUTE_MS, zone)}`
      : dates.day(at, zone, now);
  const meetingRun = (id: string) => collisions.filter((one) => one.runId === id);
  return (
    <section
      aria-label={t('grid.label')}
      tabIndex={0}
      className={cx(HEIGHTS, 'min-h-0 flex-1 overflow-auto outline-offset-[-2px]')}
    >
      <div className="min-w-[700px]">
        <DayNames week={week} now={now} zone={zone} />
        <div className="relative">
          <DayColumns week={week} />
          <GroupHead
            title={t('grid.events')}
            aside={<Key className="bg-heat-2">{t('grid.yourWindow')}</Key>}
          />
          <ul aria-label={t('grid.events')}>
            {lanes.map((lane) => (
              <EventRow
                key={lane.key}
                lane={lane}
                facts={facts}
                place={place}
                when={when}
                numbers={collisions
                  .filter((one) => lane.events.some((event) => event.key === one.eventKey))
                  .map((one) => one.number)}
              />
            ))}
          </ul>
          {lanes.length === 0 ? <NoRows>{t('grid.noEvents')}</NoRows> : null}
          <GroupHead title={t('grid.schedules')} aside={t('grid.instances')} />
          <ul aria-label={t('grid.schedules')}>
            {schedules.map((row) => (
              <ScheduleRow
                key={`${row.region} ${row.schedule.invocation.InvokeId}`}
                row={row}
                marks={fireMarks(row.fires, week, now)}
                place={place}
                zone={zone}
                collisions={meetingRun(row.schedule.invocation.InvokeId)}
              />
            ))}
          </ul>
          {schedules.length === 0 ? <NoRows>{t('grid.noSchedules')}</NoRows> : null}
          {shownRuns.length > 0 ? (
            <>
              <GroupHead title={t('grid.runs')} aside={t('grid.instances')} />
              <ul aria-label={t('grid.runs')}>
                {shownRuns.map((run) => (
                  <OpenRunRow
                    key={`${run.region} ${run.id}`}
                    run={run}
                    place={place}
                    collisions={meetingRun(run.id)}
                  />
                ))}
              </ul>
            </>
          ) : null}
          <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-[248px]">
            <CollisionLines
              collisions={collisions}
              active={active}
              lanes={lanes}
              groups={[
                schedules.map((row) => row.schedule.invocation.InvokeId),
                shownRuns.map(({ id }) => id),
              ]}
              place={place}
            />
            {isThisWeek ? (
              <span
                className="absolute inset-y-0 w-0.5 bg-accent forced-colors:bg-[Highlight]"
                style={{ left: percent(place(now)) }}
              />
            ) : null}
          </div>
        </div>
      </div>
      <GridLegend />
    </section>
  );
}
