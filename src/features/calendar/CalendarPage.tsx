import { CalendarPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { machineZone } from '@/domain/time-zone';
import { FailedRegions, useAccountRegions, useActs, useClock, useInstanceFacts } from '@/features/events';
import { scheduleAddress, UTC, useScheduleDates } from '@/features/schedules';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { usePreferences } from '@/ui/preferences';
import { saveFile } from '@/ui/save-file';
import { Skeleton } from '@/ui/Skeleton';
import { toast } from '@/ui/toasts';
import { useAddress } from '@/ui/use-address';
import { AgendaList } from './AgendaList';
import { calendarFile } from './calendar-file';
import { CalendarBar } from './CalendarBar';
import { CalendarHead } from './CalendarHead';
import type { MetRun } from './CollisionItem';
import { CollisionsPanel } from './CollisionsPanel';
import { WeekGrid } from './grid/WeekGrid';
import { eventLanes } from './lanes';
import { type OpenRun, openRuns } from './open-runs';
import { useCalendar } from './use-calendar';
import { useCollisions } from './use-collisions';
import { useFileWords } from './use-file-words';
import { readWeek, weekOf } from './week';
import { firesIn, type ScheduleInWeek } from './week-fires';
import { keepWritten, readWritten } from './written-entries';

const NONE: readonly string[] = [];
const NO_RUNS: readonly OpenRun[] = [];
const MINUTE_MS = 60_000;

/** Planned events and runs, those of schedules and those under way, in one view: collisions are seen before they happen (F12). */
export function Component() {
  const { t } = useTranslation('calendar');
  const dates = useScheduleDates();
  const [params, change] = useAddress();
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
      data.schedules.map(({ region, schedule }): ScheduleInWeek => ({
        region,
        schedule,
        fires: firesIn(schedule, week),
      })),
    [data.schedules, week],
  );
  const open = useMemo(() => openRuns(data.batched, data.running, now), [data.batched, data.running, now]);
  const runs = weeksAhead === 0 ? open : NO_RUNS;
  const collisions = useCollisions(data.events, rows, runs, now);
  const inWeek = useMemo(() => lanes.flatMap((lane) => lane.events), [lanes]);
  const facts = useInstanceFacts(inWeek);
  const { act, dialog } = useActs(facts);
  const [active, setActive] = useState<number | null>(null);
  const eventsByKey = useMemo(() => new Map(data.events.map((event) => [event.key, event])), [data.events]);
  const met = useMemo(
    () =>
      new Map<string, MetRun>([
        ...rows.map(({ region, schedule }): [string, MetRun] => [
          schedule.invocation.InvokeId,
          {
            name: schedule.invocation.CommandName || schedule.invocation.CommandId,
            path: scheduleAddress(region, schedule),
            open: null,
          },
        ]),
        ...runs.map((run): [string, MetRun] => [
          run.id,
          { name: run.name || t('grid.script'), path: run.path, open: run },
        ]),
      ]),
    [rows, runs, t],
  );
  const words = useFileWords(facts);

  const download = () => {
    const file = calendarFile(data.events, rows, week, readWritten(), words, now);
    keepWritten({ ...readWritten(), ...file.written });
    saveFile(new Blob([file.text], { type: 'text/calendar' }), 'operations.ics');
    toast({ tone: 'ok', title: t('file.done'), body: t('file.doneBody') });
  };

  const isReady = all !== undefined && data.settled === data.asked;
  const isLost = isReady && data.asked > 0 && data.failed.length === data.asked && data.events.length === 0;
  const isWhole = isReady && data.failed.length === 0;
  const isEmpty = data.events.length === 0 && rows.length === 0;
  const view = { week, now, zone, lanes, schedules: rows, runs, facts, collisions };
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col pb-4">
        <CalendarHead
          found={
            // "No collisions" is said only when every region has answered.
            isReady && !isLost && (isWhole || collisions.length > 0)
              ? {
                  collisions,
                  events: lanes
                    .filter(({ at }) => at >= week.from && at < week.to)
                    .reduce((sum, lane) => sum + lane.events.length, 0),
                  schedules: rows.length,
                  runs: runs.length,
                }
              : null
          }
        />
        <CalendarBar
          weeksAhead={weeksAhead}
          range={`${dates.day(week.from, zone, now)} – ${dates.day(week.to - 1, zone, now)}`}
          only={only}
          regions={all}
          isList={isList}
          onChange={change}
        >
          <Freshness at={data.readAt} busy={data.isFetching} live onRefresh={() => data.refetch()} />
          <Button
            icon={CalendarPlus}
            disabledReason={isReady ? undefined : t('file.notYet')}
            onClick={download}
          >
            {t('file.action')}
          </Button>
        </CalendarBar>
        {data.failed.length > 0 && !isLost ? <FailedRegions pending={data} className="mb-2" /> : null}
        {isLost ? (
          <ErrorState {...errorText} onRetry={() => data.refetch()} retrying={data.isFetching} />
        ) : !isReady && isEmpty ? (
          <div aria-busy className="flex flex-col gap-5 py-3">
            {[70, 90, 55, 80, 65].map((width) => (
              <Skeleton key={width} width={`${width}%`} />
            ))}
          </div>
        ) : isList ? (
          <AgendaList {...view} />
        ) : (
          <WeekGrid {...view} active={active} />
        )}
      </div>
      <CollisionsPanel
        known={isWhole ? 'whole' : isReady ? 'partly' : 'notYet'}
        collisions={collisions}
        events={eventsByKey}
        runs={met}
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
