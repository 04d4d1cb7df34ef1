import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link, useNavigate } from 'react-router-dom';
import type { TimeZone } from '@/domain/time-zone';
import { useFormat } from '@/i18n/format';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { CalendarClock } from 'lucide-react';
import { UTC, useScheduleDates } from '../schedule-dates';
import { instancesOf, scheduleAddress } from './active-schedule';
import { type WeekEntry, weekEntries, type WeekRow } from './week-fires';

export interface WeekListProps {
  region: string;
  rows: readonly WeekRow[];
  zone: TimeZone;
  now: number;
}

/** The calendar's twin in words: every fire still to come this week, in order. */
export function WeekList({ region, rows, zone, now }: WeekListProps) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const dates = useScheduleDates();
  const navigate = useNavigate();
  const entries = useMemo(() => weekEntries(rows, zone), [rows, zone]);
  const columns = useMemo<readonly Column<WeekEntry>[]>(() => {
    const span = ({ from, to, count }: WeekEntry, shown: TimeZone) =>
      count === 1 ? dates.time(from, shown) : `${dates.time(from, shown)}–${dates.time(to, shown)}`;
    return [
      {
        id: 'day',
        header: t('page.column.day'),
        width: 130,
        cell: (entry) => dates.day(entry.from, zone, now),
      },
      {
        id: 'time',
        header: t('page.column.time'),
        width: 160,
        sort: 'asc',
        cell: (entry) => <b>{span(entry, zone)}</b>,
      },
      ...(zone === UTC
        ? []
        : [{ id: 'utc', header: 'UTC', width: 160, cell: (entry: WeekEntry) => span(entry, UTC) }]),
      {
        id: 'command',
        header: t('page.column.command'),
        cell: ({ schedule }) => (
          <Link to={scheduleAddress(region, schedule)}>
            {schedule.invocation.CommandName || schedule.invocation.CommandId}
          </Link>
        ),
      },
      {
        id: 'count',
        header: t('page.column.fires'),
        width: 90,
        align: 'end',
        cell: (entry) => format.number(entry.count),
      },
      {
        id: 'instances',
        header: t('page.column.instances'),
        width: 90,
        align: 'end',
        cell: (entry) => format.number(instancesOf(entry.schedule)),
      },
    ];
  }, [dates, format, now, region, t, zone]);
  return (
    <DataTable
      label={t('page.weekTitle')}
      columns={columns}
      rows={entries}
      rowKey={(entry) => entry.key}
      rowLabel={(entry) => entry.schedule.invocation.CommandName}
      state={entries.length > 0 ? 'ready' : 'empty'}
      placeholder={<EmptyState icon={CalendarClock} title={t('page.noFires')} />}
      onRowOpen={({ schedule }) => void navigate(scheduleAddress(region, schedule))}
    />
  );
}
