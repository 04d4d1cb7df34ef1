import { CalendarClock } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { usePlans } from '@/features/batches';
import { useFormat } from '@/i18n/format';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { useAddress } from '@/ui/use-address';
import { useNow } from '@/ui/use-now';
import { countdown } from '../countdown';
import { type ActiveSchedule, activeSchedules, scheduleAddress } from './active-schedule';
import { useScheduleColumns } from './use-schedule-columns';
import { useSchedules } from './use-schedules';
import { WeekView } from './WeekView';

const StopSchedule = lazy(() =>
  import('./StopSchedule').then((module) => ({ default: module.StopSchedule })),
);

const TABS = ['schedules', 'week'] as const;

/** Every active schedule of the region, when it fires next and how it last went; and all fires of the week (D7). */
export function Component() {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const region = useRegion();
  const navigate = useNavigate();
  const [params, change] = useAddress();
  const [stopping, setStopping] = useState<ActiveSchedule | null>(null);
  const query = useSchedules(region);
  const errorText = useErrorText(query.error);
  const [soonest, setSoonest] = useState<number | null>(null);
  const now = useNow(soonest ?? 0);
  const runs = usePlans(region);
  const schedules = useMemo(() => activeSchedules(query.data ?? [], now, runs), [now, query.data, runs]);
  const columns = useScheduleColumns(region, now, setStopping);
  const tab = TABS.find((value) => value === params.get('tab')) ?? 'schedules';
  const state = query.data ? (schedules.length > 0 ? 'ready' : 'empty') : query.isError ? 'error' : 'loading';
  const next = schedules[0]?.next ?? null;
  // The clock goes by the second when a fire is near.
  if (next !== soonest) setSoonest(next);
  const placeholder =
    state === 'error' ? (
      <ErrorState {...errorText} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    ) : state === 'empty' ? (
      <EmptyState
        icon={CalendarClock}
        title={t('page.emptyTitle')}
        actions={
          <LinkButton size="sm" variant="primary" to={`/${region}/commands`}>
            {t('page.emptyAction')}
          </LinkButton>
        }
      >
        {t('page.emptyBody')}
      </EmptyState>
    ) : null;

  return (
    <>
      <PageHead
        documentTitle={t('page.name')}
        title={
          state === 'ready'
            ? t('page.count', { count: schedules.length })
            : state === 'empty'
              ? t('page.none')
              : t('page.name')
        }
        rest={
          state === 'ready'
            ? next === null
              ? t('page.nextNever')
              : t('page.next', { count: schedules.length, duration: format.duration(countdown(next - now)) })
            : null
        }
        lede={t('page.lede')}
      />
      {query.isError && query.data ? (
        <Note tone="warn" className="mb-2" role="status">
          {t('page.stale', { title: errorText.title, time: format.clock(query.dataUpdatedAt) })}
        </Note>
      ) : null}
      <Tabs
        label={t('page.views')}
        className="min-h-0 flex-1 pb-4"
        value={tab}
        onValueChange={(value) => change({ tab: value === 'schedules' ? null : value })}
        tabs={[
          { value: 'schedules', label: t('page.active'), count: query.data ? schedules.length : undefined },
          { value: 'week', label: t('page.week') },
        ]}
        aside={
          <Freshness
            at={query.dataUpdatedAt}
            busy={query.isFetching}
            live={schedules.length > 0}
            onRefresh={() => void query.refetch()}
          />
        }
      >
        <TabPanel value="schedules" className="flex min-h-0 flex-1 flex-col pt-2">
          <DataTable
            label={t('page.active')}
            height="tall"
            columns={columns}
            rows={schedules}
            rowKey={({ invocation }) => invocation.InvokeId}
            rowLabel={({ invocation }) => invocation.CommandName}
            state={state}
            placeholder={placeholder}
            onRowOpen={(schedule) => void navigate(scheduleAddress(region, schedule))}
          />
        </TabPanel>
        <TabPanel value="week" className="flex min-h-0 flex-1 flex-col pt-3">
          {state === 'ready' ? (
            <WeekView
              region={region}
              schedules={schedules}
              now={now}
              isList={params.get('view') === 'list'}
              onList={(isList) => change({ view: isList ? 'list' : null })}
            />
          ) : (
            placeholder
          )}
        </TabPanel>
      </Tabs>
      {stopping ? (
        <Suspense>
          <StopSchedule region={region} schedule={stopping} onClose={() => setStopping(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
