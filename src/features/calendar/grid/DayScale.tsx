import { useTranslation } from '@/i18n/use-translation';
import type { TimeZone } from '@/domain/time-zone';
import { offsetName, useScheduleDates } from '@/features/schedules';
import { cx } from '@/ui/cx';
import type { Week } from '../week';
import { LABEL, percent, placeOf } from './measures';

/** The days by their names, on top of the grid. */
export function DayNames({ week, now, zone }: { week: Week; now: number; zone: TimeZone }) {
  const { t } = useTranslation('calendar');
  const dates = useScheduleDates();
  const place = placeOf(week);
  const isThisWeek = now >= week.from && now < week.to;
  return (
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
  );
}

/** The days as columns, behind the rows. */
export function DayColumns({ week }: { week: Week }) {
  const place = placeOf(week);
  return (
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
  );
}

function dayOfMonth(at: number, zone: TimeZone): number {
  return new Date(at + zone.offsetAt(at)).getUTCDate();
}
