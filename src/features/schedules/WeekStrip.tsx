import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { frequencyFires, parseFrequency } from '@/domain/frequency';
import { machineZone, type TimeZone } from '@/domain/time-zone';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { offsetName, useScheduleDates } from './schedule-dates';
import { useWords } from './use-schedule-words';
import { type DayRow, type RestartWindow, weekMarks, weekSpan } from './week-marks';

export interface WeekStripProps {
  /** Cron, or any form of a frequency. */
  expression: string;
  /** Epoch ms. */
  now: number;
  /** When the invocation was made, epoch ms: a rate counts from there. Default: now. */
  startedAt?: number | undefined;
  /** When instances may restart. */
  windows?: readonly RestartWindow[] | undefined;
  /** Default: the machine's. */
  zone?: TimeZone | undefined;
  className?: string | undefined;
}

const HOURS = ['00', '06', '12', '18', '24'];
const NO_WINDOWS: readonly RestartWindow[] = [];

/** When a schedule fires in the seven days from today, by the local clock: a tick each, a band where they are dense. */
export function WeekStrip({
  expression,
  now,
  startedAt = now,
  windows = NO_WINDOWS,
  zone,
  className,
}: WeekStripProps) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const words = useWords();
  const dates = useScheduleDates();
  const local = useMemo(() => zone ?? machineZone(), [zone]);
  const week = useMemo(() => {
    const read = parseFrequency(expression);
    if (!read.ok) return null;
    const { from, to } = weekSpan(now, local);
    return weekMarks(until(frequencyFires(read.frequency, from - 1, startedAt), to), windows, now, local);
  }, [expression, now, startedAt, windows, local]);
  if (!week) return null;
  const today = week.days[0]!;
  const label = t('week.label', {
    count: week.fires,
    number: format.number(week.fires),
    date: dates.day(today.start, local, now),
    words: words.ofText(expression),
  });
  const windowNames = windows.map(
    ({ from, to, label: name }) =>
      `${name} ${dates.day(from, local, now)} ${dates.time(from, local)}–${dates.time(to, local)}`,
  );
  return (
    <figure className={cx('m-0', className)}>
      <figcaption className="flex items-center justify-end gap-3 text-xs text-text-muted">
        {t('week.title', { zone: offsetName(now, local) })}
        {windows.length > 0 ? (
          <span className="inline-flex items-center gap-1">
            <span className="size-2 rounded-[2px] bg-warn-solid" aria-hidden />
            {t('week.window')}
          </span>
        ) : null}
      </figcaption>
      <div
        role="img"
        aria-label={
          windows.length > 0 ? `${label}. ${t('week.windows', { list: format.list(windowNames) })}` : label
        }
        className="mt-1 grid grid-cols-[max-content_1fr] items-center gap-x-2 gap-y-[3px] text-xs text-text-muted"
      >
        {week.days.map((day, index) => (
          <Day
            key={day.start}
            day={day}
            name={dates.weekday(day.start, local)}
            now={index === 0 ? (now - day.start) / 86_400_000 : null}
          />
        ))}
        <span />
        <span className="flex justify-between">
          {HOURS.map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </span>
      </div>
    </figure>
  );
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

function Day({ day, name, now }: { day: DayRow; name: string; now: number | null }) {
  return (
    <>
      <span className="leading-3">{name}</span>
      <span className="relative h-[11px] rounded-[2px] bg-field forced-colors:border">
        {day.windows.map(({ from, to }) => (
          <span
            key={from}
            className="absolute inset-y-0 rounded-[2px] bg-warn-solid/40"
            style={{ left: percent(from), width: percent(to - from) }}
          />
        ))}
        {day.marks.map((mark) => (
          <span
            key={`${mark.from} ${mark.past}`}
            className={cx(
              'absolute inset-y-0 min-w-1 rounded-[1.5px] forced-colors:bg-[CanvasText]',
              mark.past ? 'bg-border-control' : 'bg-accent',
              mark.count > 1 && 'opacity-60',
            )}
            style={{ left: `min(${percent(mark.from)}, 100% - 4px)`, width: percent(mark.to - mark.from) }}
          />
        ))}
        {now === null ? null : (
          <span
            className="absolute -inset-y-0.5 w-0.5 bg-text forced-colors:bg-[Highlight]"
            style={{ left: percent(now) }}
          />
        )}
      </span>
    </>
  );
}

function* until(moments: Iterable<number>, end: number): Generator<number> {
  for (const at of moments) {
    if (at >= end) return;
    yield at;
  }
}
