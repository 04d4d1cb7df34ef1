import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { machineZone } from '@/domain/time-zone';
import { clockNow, Countdown } from '@/features/events';
import { scheduleAddress, UTC, useScheduleDates } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { usePreferences } from '@/ui/preferences';
import { Tooltip } from '@/ui/Tooltip';
import { LINE } from './line-style';
import { Panel } from './Panel';
import { overviewPaths } from './paths';
import type { NextSchedules } from './use-next-schedules';

const LINES = 7;
const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;

/** Which schedules fire next, and when. */
export function SchedulesPanel({
  region,
  next: { reading, schedules },
}: {
  region: string;
  next: NextSchedules;
}) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const paths = overviewPaths(region);
  return (
    <Panel
      title={t('schedules.title')}
      aside={
        <>
          <Link to={paths.calendar}>{t('schedules.calendar')}</Link>
          {schedules.length > 0 ? (
            <Link to={paths.schedules}>
              {t('schedules.all', { number: format.number(schedules.length) })}
            </Link>
          ) : null}
        </>
      }
      reading={reading}
      failedTitle={t('schedules.failed')}
      lines={LINES}
      className="min-h-[calc(7*var(--line))]"
    >
      {() =>
        schedules.length === 0 ? (
          <p className="flex h-(--line) items-center text-text-muted">{t('schedules.empty')}</p>
        ) : (
          <ul>
            {schedules.slice(0, LINES).map((schedule) => {
              const { invocation, next } = schedule;
              const name = invocation.CommandName || invocation.CommandId;
              return (
                <li key={invocation.InvokeId}>
                  <Link to={scheduleAddress(region, schedule)} className={LINE} title={name}>
                    <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
                    {next === null ? (
                      <span className="text-text-muted">{t('schedules.never')}</span>
                    ) : (
                      <>
                        <FireTime at={next} />
                        <Countdown to={next} className="min-w-[74px] flex-none text-right" />
                      </>
                    )}
                  </Link>
                </li>
              );
            })}
          </ul>
        )
      }
    </Panel>
  );
}

/** As short as it can be told apart: the time within a day, with the weekday within a week. The tooltip has all of it. */
function FireTime({ at }: { at: number }) {
  const format = useFormat();
  const dates = useScheduleDates();
  const chosen = usePreferences((preferences) => preferences.zone);
  const zone = useMemo(() => (chosen === 'utc' ? UTC : machineZone()), [chosen]);
  const now = clockNow();
  const day =
    at - now < DAY_MS ? null : at - now < WEEK_MS ? dates.weekday(at, zone) : dates.day(at, zone, now);
  return (
    <Tooltip
      describe={false}
      text={
        <>
          {format.full(at, 'local')}
          <span className="block text-on-bar-muted">{format.full(at, 'utc')}</span>
        </>
      }
    >
      <time dateTime={new Date(at).toISOString()} className="flex-none text-text-muted">
        {[day, dates.time(at, zone)].filter(Boolean).join(' ')}
      </time>
    </Tooltip>
  );
}
