import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { TimeZone } from '@/domain/time-zone';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { useScheduleDates } from '../schedule-dates';
import { useScheduleWords } from '../use-schedule-words';
import type { DayRow } from '../week-marks';
import { scheduleAddress } from './active-schedule';
import type { WeekRow } from './week-fires';

export interface WeekCalendarProps {
  region: string;
  rows: readonly WeekRow[];
  zone: TimeZone;
  /** Epoch ms. */
  now: number;
}

const DAY_MS = 86_400_000;
/** The share of a day that a digit of a count takes, at the narrowest. */
const DIGIT = 0.07;
/** Ticks too near each other to tell apart. */
const BAND =
  'h-1.5 bg-[repeating-linear-gradient(90deg,var(--color-text)_0_2px,transparent_2px_4px)] forced-colors:border';
const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** A row per schedule, seven days across: a tick each fire, a dotted band with a count where they are dense. */
export function WeekCalendar({ region, rows, zone, now }: WeekCalendarProps) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const dates = useScheduleDates();
  const words = useScheduleWords();
  const days = rows[0]?.days ?? [];
  const today = days[0]?.start ?? now;
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div
        className="relative grid min-w-[860px] gap-x-0.5 pb-2"
        style={{ gridTemplateColumns: '266px repeat(7, minmax(0, 1fr))' }}
      >
        <span className="sticky top-0 z-2 bg-bg" />
        {days.map((day, index) => (
          <span
            key={day.start}
            className={cx(
              'sticky top-0 z-2 flex h-[30px] items-center bg-bg px-1.5 whitespace-nowrap',
              index === 0 ? 'font-semibold text-accent' : 'text-text-muted',
            )}
          >
            {dates.day(day.start, zone, now)}
          </span>
        ))}
        <ul className="col-span-full grid grid-cols-subgrid">
          {rows.map(({ schedule, schedule: { invocation }, days, fires }) => (
            <li key={invocation.InvokeId} className="col-span-full grid h-[34px] grid-cols-subgrid">
              <span className="flex min-w-0 items-center gap-2 pr-3">
                <Link
                  to={scheduleAddress(region, schedule)}
                  className="truncate font-semibold"
                  title={words(invocation.Frequency)}
                >
                  {invocation.CommandName || invocation.CommandId}
                </Link>
                <code className="code truncate text-xs text-text-muted" title={invocation.Frequency}>
                  {invocation.Frequency}
                </code>
                <span className="sr-only">
                  {t('page.rowSummary', {
                    words: words(invocation.Frequency),
                    count: fires,
                    number: format.number(fires),
                  })}
                </span>
              </span>
              {days.map((day, index) => (
                <Day
                  key={day.start}
                  day={day}
                  zone={zone}
                  now={index === 0 ? Math.min(1, (now - today) / DAY_MS) : null}
                />
              ))}
            </li>
          ))}
        </ul>
      </div>
      <p aria-hidden className="flex gap-5 pt-1 text-xs text-text-muted">
        <span className="inline-flex items-center gap-1.5">
          <span className="h-3.5 w-1 rounded-[1.5px] bg-text" />
          {t('page.legendFire')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className={cx(BAND, 'w-6')} />
          {t('page.legendDense')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="h-3.5 w-0.5 bg-accent" />
          {t('page.legendNow')}
        </span>
      </p>
    </div>
  );
}

function Day({ day, zone, now }: { day: DayRow; zone: TimeZone; now: number | null }) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const dates = useScheduleDates();
  const timeOf = (share: number) => dates.time(day.start + Math.round(share * DAY_MS), zone);
  return (
    <span aria-hidden className="relative bg-panel forced-colors:border">
      <span className="absolute inset-y-0 left-1/2 border-l border-dotted border-border" />
      {day.marks.map((mark) => {
        const isBand = mark.count > 1;
        const span = `${timeOf(mark.from)}–${timeOf(mark.to)}`;
        const title = isBand
          ? t('page.band', { span, count: mark.count, number: format.number(mark.count) })
          : timeOf(mark.from);
        return isBand ? (
          <span
            key={`${mark.from} ${mark.past}`}
            title={title}
            className="absolute inset-y-0 flex flex-col justify-center"
            style={{ left: percent(mark.from), width: `max(6px, ${percent(mark.to - mark.from)})` }}
          >
            <span className={cx(BAND, 'w-full', mark.past && 'opacity-50')} />
            {mark.to - mark.from >= DIGIT * String(mark.count).length ? (
              <span className="absolute inset-x-0 bottom-0 text-center text-[11px] leading-[12px] text-text-muted">
                {format.number(mark.count)}
              </span>
            ) : null}
          </span>
        ) : (
          <span
            key={`${mark.from} ${mark.past}`}
            title={title}
            className={cx(
              'absolute top-2.5 h-3.5 w-1 rounded-[1.5px] forced-colors:bg-[CanvasText]',
              mark.past ? 'bg-border-control' : 'bg-text',
            )}
            style={{ left: `min(${percent(mark.from)}, 100% - 4px)` }}
          />
        );
      })}
      {now === null ? null : (
        <span
          className="absolute inset-y-0 w-0.5 bg-accent forced-colors:bg-[Highlight]"
          style={{ left: percent(now) }}
        />
      )}
    </span>
  );
}
