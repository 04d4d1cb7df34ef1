import { CalendarClock } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import type { TimeZone } from '@/domain/time-zone';
import { instancesOf, scheduleAddress, useScheduleDates } from '@/features/schedules';
import { cx } from '@/ui/cx';
import type { FireMark } from '../lanes';
import type { NumberedCollision } from '../numbered';
import type { ScheduleInWeek } from '../week-fires';
import { BAND, percent } from './measures';
import { RunRow } from './RunRow';

export interface ScheduleRowProps {
  row: ScheduleInWeek;
  marks: readonly FireMark[];
  place(at: number): number;
  zone: TimeZone;
  collisions: readonly NumberedCollision[];
}

/** A schedule: a tick per fire, a band where they are dense. */
export function ScheduleRow({ row, marks, place, zone, collisions }: ScheduleRowProps) {
  const { t } = useTranslation('calendar');
  const dates = useScheduleDates();
  const { invocation } = row.schedule;
  const timeOf = (at: number) => `${dates.weekday(at, zone)} ${dates.time(at, zone)}`;
  return (
    <RunRow
      icon={CalendarClock}
      path={scheduleAddress(row.region, row.schedule)}
      name={invocation.CommandName || invocation.CommandId}
      detail={
        <code className="code truncate text-xs text-text-subtle" title={invocation.Frequency}>
          {invocation.Frequency}
        </code>
      }
      told={t('grid.fires', { count: row.fires.length })}
      instances={instancesOf(row.schedule)}
      collisions={collisions}
      place={place}
    >
      {marks.map((mark) =>
        mark.count > 1 ? (
          <span
            key={mark.from}
            title={t('grid.band', { from: timeOf(mark.from), to: timeOf(mark.to), count: mark.count })}
            className={cx('absolute top-1/2 h-1.5 -translate-y-1/2', BAND, mark.past && 'opacity-50')}
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
              'absolute top-1/2 h-3.5 w-1 -translate-y-1/2 rounded-[1.5px] forced-colors:bg-[CanvasText]',
              mark.past ? 'bg-border-control' : 'bg-text',
            )}
            style={{ left: `min(${percent(place(mark.from))}, 100% - 4px)` }}
          />
        ),
      )}
    </RunRow>
  );
}
