import { FlaskConical, Radio } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/query-keys';
import { useRegion } from '@/api/region';
import type { CmsEvent } from '@/api/cms/system-events';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { Pager } from '@/ui/Pager';
import { type ListAddress, useListAddress } from '@/ui/use-list-address';
import { useEventWords } from '../event-rules/use-event-words';
import { CmsEventDock } from './CmsEventDock';
import { CountsPanel } from './CountsPanel';
import {
  type CmsEventFilters,
  isFiltered,
  PAGE_SIZES,
  readEventFilters,
  writeEventFilters,
} from './event-filters';
import { EventFilterBar } from './EventFilterBar';
import { EventsHead } from './EventsHead';
import { useEventColumns } from './use-event-columns';
import { totalOf, useEventCounts, useEventPage } from './use-events';

const TestEventDialog = lazy(() =>
  import('../event-rules/TestEventDialog').then((module) => ({ default: module.TestEventDialog })),
);
const LIST: ListAddress<CmsEventFilters> = {
  name: 'cmsEvents',
  size: 50,
  read: readEventFilters,
  write: writeEventFilters,
};
const NONE: readonly CmsEvent[] = [];
const NO_FILTERS = { search: '', type: null, level: null, name: null, status: null } as const;

/** Events as CloudMonitor knows them, of all regions: how many of each first, then the events (I4). */
export function Component() {
  const { t } = useTranslation('eventRules');
  const region = useRegion();
  const format = useFormat();
  const cache = useQueryClient();
  const words = useEventWords();
  const { params, filters, show, change } = useListAddress(LIST);
  const counts = useEventCounts(region, filters);
  const list = useEventPage(region, filters);
  const error = useErrorText(list.error);
  const [isTesting, setTesting] = useState(false);
  const rows = list.data ?? NONE;
  const total = totalOf(counts.data, rows, filters);
  const opened = rows.find(({ Id }) => Id === params.get('event')) ?? null;
  const columns = useEventColumns(opened !== null);
  const filtered = isFiltered(filters);
  const state = listState({
    isPending: list.isPending,
    isRead: list.data !== undefined,
    count: rows.length,
    isFiltered: filtered || filters.page > 1 || filters.range !== 'all',
  });
  const open = (event: CmsEvent | null) => change({ event: event?.Id ?? null });

  return (
    <>
      <EventsHead counts={counts.data} filters={filters} />
      <EventFilterBar filters={filters} onFilter={show}>
        <Freshness
          at={list.dataUpdatedAt}
          busy={list.isFetching || counts.isFetching}
          onRefresh={() => void cache.invalidateQueries({ queryKey: keys.cmsEvents.all(region) })}
        />
        <Button icon={FlaskConical} writes onClick={() => setTesting(true)}>
          {t('action.test')}
        </Button>
      </EventFilterBar>
      <div className="flex min-h-0 flex-1">
        {opened ? null : (
          <div className="mr-4 flex min-h-0">
            <CountsPanel
              counts={counts.data}
              error={counts.error}
              isFetching={counts.isFetching}
              onRetry={() => void counts.refetch()}
              chosen={filters.name}
              onChoose={(name) => show({ name })}
            />
          </div>
        )}
        <div className="flex min-w-0 flex-1 flex-col">
          {list.isError && list.data ? (
            <Note tone="warn" className="mb-2" role="status">
              {t('list.stale', { title: error.title, time: format.clock(list.dataUpdatedAt) })}
            </Note>
          ) : null}
          <DataTable
            label={t('events.table')}
            columns={columns}
            rows={rows}
            rowKey={({ Id }) => Id}
            rowLabel={({ Name, Status }) => words.title(Name, Status)}
            state={state}
            onRowOpen={open}
            currentKey={opened?.Id}
            placeholder={
              state === 'error' ? (
                <ErrorState {...error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
              ) : state === 'noMatch' ? (
                <NoMatch
                  what={filters.search ? t('list.quoted', { text: filters.search }) : t('list.thisFilter')}
                  onClear={() => show({ ...NO_FILTERS, range: 'all' })}
                />
              ) : (
                <EmptyState icon={Radio} title={t('events.emptyTitle')}>
                  {t('events.emptyBody')}
                </EmptyState>
              )
            }
          />
          {state === 'ready' ? (
            <Pager
              page={filters.page}
              pageSize={filters.size}
              total={total}
              pageSizes={PAGE_SIZES}
              onPage={(page) => show({ page })}
              onPageSize={(size) => show({ size })}
            />
          ) : null}
        </div>
        {opened ? (
          <CmsEventDock key={opened.Id} region={region} event={opened} onClose={() => open(null)} />
        ) : null}
      </div>
      <Suspense>
        {isTesting ? <TestEventDialog region={region} onClose={() => setTesting(false)} /> : null}
      </Suspense>
    </>
  );
}
