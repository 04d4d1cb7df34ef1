import { CalendarDays, List } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { machineZone } from '@/domain/time-zone';
import { usePreferences } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { offsetName, UTC } from '../schedule-dates';
import type { ActiveSchedule } from './active-schedule';
import { WeekCalendar } from './WeekCalendar';
import { weekRows } from './week-fires';
import { WeekList } from './WeekList';

export interface WeekViewProps {
  region: string;
  schedules: readonly ActiveSchedule[];
  /** Epoch ms. */
  now: number;
  isList: boolean;
  onList(isList: boolean): void;
}

const MINUTE_MS = 60_000;

/** All fires of the seven days from today, as a calendar or as a list. */
export function WeekView({ region, schedules, now, isList, onList }: WeekViewProps) {
  const { t } = useTranslation('schedules');
  const chosen = usePreferences((preferences) => preferences.zone);
  const zone = useMemo(() => (chosen === 'utc' ? UTC : machineZone()), [chosen]);
  // Thousands of fires are looked through: not each second.
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const rows = useMemo(() => weekRows(schedules, minute, zone), [schedules, minute, zone]);
  return (
    <>
      <div className="flex flex-none items-center gap-3 pb-2">
        <h2>{t('page.weekTitle')}</h2>
        <span className="text-text-muted">
          {chosen === 'utc' ? 'UTC' : t('page.zone', { zone: offsetName(now, zone) })}
        </span>
        <span className="flex-1" />
        <Segmented
          label={t('page.weekAs')}
          value={isList ? 'list' : 'calendar'}
          onValueChange={(value) => onList(value === 'list')}
          options={[
            { value: 'calendar', label: t('page.calendar'), icon: CalendarDays },
            { value: 'list', label: t('page.list'), icon: List },
          ]}
        />
      </div>
      {isList ? (
        <WeekList region={region} rows={rows} zone={zone} now={minute} />
      ) : (
        <WeekCalendar region={region} rows={rows} zone={zone} now={now} />
      )}
    </>
  );
}
