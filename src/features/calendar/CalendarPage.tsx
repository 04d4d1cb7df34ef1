import { CalendarDays, CalendarPlus, ChevronLeft, ChevronRight, List } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { collisionsOf } from '@/domain/event-collisions';
import { machineZone } from '@/domain/time-zone';
import { FailedRegions, useAccountRegions, useActs, useClock, useInstanceFacts } from '@/features/events';
import { UTC, useScheduleDates } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { IconButton } from '@/ui/IconButton';
import { PageHead } from '@/ui/PageHead';
import { usePreferences } from '@/ui/preferences';
import { saveFile } from '@/ui/save-file';
import { Segmented } from '@/ui/Segmented';
import { Skeleton } from '@/ui/Skeleton';
import { toast } from '@/ui/toasts';
import { AgendaList } from './AgendaList';
import { calendarFile } from './calendar-file';
import { CollisionsPanel } from './CollisionsPanel';
import { eventLanes } from './lanes';
import { useCalendar } from './use-calendar';
import { useFileWords } from './use-file-words';
import { MOST_WEEKS, readWeek, weekOf } from './week';
import { firesIn, type ScheduleRow } from './week-fires';
import { WeekGrid } from './WeekGrid';
import { keepWritten, readWritten } from './written-entries';

const NONE: readonly string[] = [];
const MINUTE_MS = 60_000;

/** Planned events and the runs of schedules in one view, so that collisions are seen before they happen (F12). */
export function Component() {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const dates = useScheduleDates();
  const region = useRegion();
  const regionName = useRegionName();
  const [params, setParams] = useSearchParams();
  const chosenZone = usePreferences((preferences) => preferences.zone);
  const zone = useMemo(() => (chosenZone === 'utc' ? UTC : machineZone()), [chosenZone]);
  const all = useAccountRegions();
  const only = params.get('in');
  const regions = useMemo(() => (only ? [only] : (all ?? NONE)), [all, only]);
  const weeksAhead = readWeek(params.get('week'));
  const isList = params.get('view') === 'list';
  const data = useCalendar(regions);
  const errorText = useErrorText(data.failed[0]?.error);
  // Thousands of fires are looked through: not each second.
  const now = useClock((at) => Math.floor(at / MINUTE_MS) * MINUTE_MS);
  const week = useMemo(() => weekOf(now, weeksAhead, zone), [now, weeksAhead, zone]);
  const lanes = useMemo(() => eventLanes(data.events, week), [data.events, week]);
  const rows = useMemo(
    () =>
      data.schedules.map(({ region, schedule }): ScheduleRow => ({
        region,
        schedule,
        fires: firesIn(schedule, week),
      })),
    [data.schedules, week],
  );
  const collisions = useMemo(
    () =>
      collisionsOf(
        data.events,
        rows.map(({ region, schedule: { invocation }, fires }) => ({
          id: invocation.InvokeId,
          region,
          instanceIds: invocation.InvokeInstances.map(({ InstanceId }) => InstanceId),
          fires: fires.filter((at) => at >= now),
        })),
      ).map((one, index) => ({ ...one, number: index + 1 })),
    [data.events, now, rows],
  );
  const inWeek = useMemo(() => lanes.flatMap((lane) => lane.events), [lanes]);
  const facts = useInstanceFacts(inWeek);
  const { act, dialog } = useActs(facts);
  const [active, setActive] = useState<number | null>(null);
  const eventsByKey = useMemo(() => new Map(data.events.map((event) => [event.key, event])), [data.events]);
  const rowsById = useMemo(() => new Map(rows.map((row) => [row.schedule.invocation.InvokeId, row])), [rows]);
  const words = useFileWords(facts);

  const put = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const download = () => {
    const file = calendarFile(data.events, rows, week, readWritten(), words, now);
    keepWritten({ ...readWritten(), ...file.written });
    saveFile(new Blob([file.text], { type: 'text/calendar' }), 'operations.ics');
    toast({ tone: 'ok', title: t('file.done'), body: t('file.doneBody') });
  };

  const isReady = all !== undefined && data.settled === data.asked;
  const isLost = isReady && data.asked > 0 && data.failed.length === data.asked && data.events.length === 0;
  const range = `${dates.day(week.from, zone, now)} – ${dates.day(week.to - 1, zone, now)}`;
  const starting = lanes.filter(({ at }) => at >= week.from && at < week.to);
  const plannedCount = starting.reduce((sum, lane) => sum + lane.events.length, 0);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col pb-4">
        <PageHead
          documentTitle={t('name')}
          title={
            !isReady || isLost
              ? t('name')
              : collisions.length > 0
                ? t('head.collisions', { count: collisions.length })
                : t('head.none')
          }
          rest={
            isReady && !isLost && collisions[0]
              ? t('head.first', { time: format.dateTime(collisions[0].at) })
              : null
          }
          lede={
            isReady && !isLost
              ? `${t('head.events', { count: plannedCount })}${t('head.schedules', { count: rows.length })}`
              : t('head.lede')
          }
        />
        <div className="flex flex-wrap items-center gap-1.5 pb-2.5">
          <IconButton
            size="sm"
            variant="secondary"
            icon={ChevronLeft}
            label={t('week.previous')}
            disabledReason={weeksAhead === 0 ? t('week.firstIsNow') : undefined}
            onClick={() => put('week', weeksAhead > 1 ? String(weeksAhead - 1) : null)}
          />
          <IconButton
            size="sm"
            variant="secondary"
            icon={ChevronRight}
            label={t('week.next')}
            disabledReason={weeksAhead === MOST_WEEKS ? t('week.last') : undefined}
            onClick={() => put('week', String(weeksAhead + 1))}
          />
          <b className="mr-1 ml-1.5 text-base">{range}</b>
          {weeksAhead > 0 ? (
            <Button size="sm" variant="quiet" onClick={() => put('week', null)}>
              {t('week.today')}
            </Button>
          ) : null}
          <span className="flex-1" />
          <FilterChip
            label={t('filter.region')}
            anyLabel={t('filter.all')}
            value={only}
            options={(all ?? [region]).map((value) => ({ value, label: regionName(value) }))}
            onValueChange={(value) => put('in', value)}
          />
          <Segmented
            label={t('view.label')}
            value={isList ? 'list' : 'week'}
            onValueChange={(value) => put('view', value === 'list' ? 'list' : null)}
            options={[
              { value: 'week', label: t('view.week'), icon: CalendarDays },
              { value: 'list', label: t('view.list'), icon: List },
            ]}
          />
          <Button
            icon={CalendarPlus}
            disabledReason={isReady ? undefined : t('file.notYet')}
            onClick={download}
          >
            {t('file.action')}
          </Button>
          <Freshness at={data.readAt} busy={data.isFetching} live onRefresh={() => data.refetch()} />
        </div>
        {data.failed.length > 0 && !isLost ? <FailedRegions pending={data} className="mb-2" /> : null}
        {isLost ? (
          <ErrorState {...errorText} onRetry={() => data.refetch()} retrying={data.isFetching} />
        ) : !isReady && data.events.length === 0 && rows.length === 0 ? (
          <div aria-busy className="flex flex-col gap-5 py-3">
            {[70, 90, 55, 80, 65].map((width) => (
              <Skeleton key={width} width={`${width}%`} />
            ))}
          </div>
        ) : isList ? (
          <AgendaList
            week={week}
            now={now}
            zone={zone}
            lanes={lanes}
            schedules={rows}
            facts={facts}
            collisions={collisions}
          />
        ) : (
          <WeekGrid
            week={week}
            now={now}
            zone={zone}
            lanes={lanes}
            schedules={rows}
            facts={facts}
            collisions={collisions}
            active={active}
          />
        )}
      </div>
      <CollisionsPanel
        collisions={collisions}
        events={eventsByKey}
        schedules={rowsById}
        facts={facts}
        act={act}
        now={now}
        active={active}
        onActive={setActive}
      />
      {dialog}
    </div>
  );
}
