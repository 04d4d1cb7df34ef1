import { useId, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { nextFrequencyFires, parseFrequency } from '@/domain/frequency';
import { machineZone, type TimeZone } from '@/domain/time-zone';
import { useFormat } from '@/i18n/format';
import { clockChange } from './clock-change';
import { offsetName, type ScheduleDates, UTC, useScheduleDates } from './schedule-dates';

export interface FireTimesProps {
  /** Cron, or any form of a frequency. */
  expression: string;
  /** Epoch ms. */
  now: number;
  /** When the invocation was made, epoch ms: a rate counts from there. Default: now. */
  startedAt?: number | undefined;
  /** Default: the machine's. */
  zone?: TimeZone | undefined;
  className?: string | undefined;
}

const SHOWN_AT_FIRST = 5;
const SHOWN_IN_ALL = 10;

/** The next ten fires, five at first, in UTC and in local time, with a note when the local clock is set between them. */
export function FireTimes({ expression, now, startedAt = now, zone, className }: FireTimesProps) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const dates = useScheduleDates();
  const tableId = useId();
  const [showsAll, setShowsAll] = useState(false);
  const local = useMemo(() => zone ?? machineZone(), [zone]);
  const fires = useMemo(() => {
    const read = parseFrequency(expression);
    if (!read.ok) return [];
    return nextFrequencyFires(read.frequency, new Date(now), SHOWN_IN_ALL, startedAt).map(Number);
  }, [expression, now, startedAt]);
  const change = clockChange([now, ...fires], local);
  const shown = showsAll ? fires : fires.slice(0, SHOWN_AT_FIRST);
  const hidden = fires.length - SHOWN_AT_FIRST;
  if (fires.length === 0) return null;
  return (
    <div className={className}>
      <table id={tableId} className="w-full">
        <caption className="sr-only">{t('fires.caption')}</caption>
        <thead>
          <tr className="text-left text-xs text-text-subtle">
            <th className="py-0.5 font-normal">{t('fires.utc')}</th>
            <th className="py-0.5 font-normal">{t('fires.local', { zone: offsetName(fires[0]!, local) })}</th>
            <th className="py-0.5 text-right font-normal">{t('fires.fromNow')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((at) => (
            <tr key={at} className="h-[21px] whitespace-nowrap">
              <td className="pr-2">
                <Moment at={at} now={now} zone={UTC} dates={dates} />
              </td>
              <td className="pr-2">
                <Moment at={at} now={now} zone={local} dates={dates} />
              </td>
              <td className="text-right text-text-subtle">
                {t('fires.in', { duration: format.duration(wholeMinutes(at - now)) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 ? (
        <button
          type="button"
          aria-expanded={showsAll}
          aria-controls={tableId}
          className="inline-link mt-0.5 min-h-6 text-accent"
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? t('fires.fewer') : t('fires.more', { count: hidden })}
        </button>
      ) : null}
      {fires.length < SHOWN_IN_ALL ? <p className="text-xs text-text-muted">{t('fires.end')}</p> : null}
      {change ? (
        <p className="text-xs text-text-muted">
          {t('note.dst', {
            zone: local.name,
            direction: t(change.shiftMs > 0 ? 'note.forward' : 'note.back'),
            date: dates.day(change.at, local, now),
            shift: format.duration(Math.abs(change.shiftMs)),
          })}
        </p>
      ) : null}
    </div>
  );
}

interface MomentProps {
  at: number;
  now: number;
  zone: TimeZone;
  dates: ScheduleDates;
}

function Moment({ at, now, zone, dates }: MomentProps) {
  const instant = new Date(at + zone.offsetAt(at)).toISOString().slice(0, 19);
  return (
    <time dateTime={zone === UTC ? `${instant}Z` : instant}>
      {dates.day(at, zone, now)} <b>{dates.time(at, zone)}</b>
    </time>
  );
}

/** Over a minute, seconds only flicker while one reads. */
function wholeMinutes(span: number): number {
  return span < 60_000 ? span : Math.floor(span / 60_000) * 60_000;
}
