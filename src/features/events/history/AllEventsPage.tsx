import { History } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Pager } from '@/ui/Pager';
import { usePreferences } from '@/ui/preferences';
import { useActs } from '../actions/use-acts';
import { EventDock } from '../detail/EventDock';
import { type EventItem, eventItems } from '../event-item';
import { EventTabs } from '../EventTabs';
import { eventPaths } from '../paths';
import { nameOf, useAccountRegions, useInstanceFacts } from '../queries';
import { useEventMenu } from '../use-event-menu';
import { useOpenEvent } from '../use-open-event';
import { ExportEvents } from './ExportEvents';
import {
  HISTORY_PAGE_SIZES,
  type HistoryFilters,
  isHistoryFiltered,
  readHistoryFilters,
  writeHistoryFilters,
} from './history-filters';
import { HistoryFilterBar } from './HistoryFilterBar';
import { useHistory } from './use-history';
import { useHistoryColumns } from './use-history-columns';

const NONE: readonly EventItem[] = [];
const NO_FILTERS = { search: '', type: null, state: null, range: 'all', page: 1 } as const;

/** Every event of the region in two months: what happened, why, and how it ended (F3). */
export function Component() {
  const { t } = useTranslation('events');
  const format = useFormat();
  const region = useRegion();
  const regionName = useRegionName();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const defaultSize = usePreferences((preferences) => preferences.pageSizes['events'] ?? 20);
  const setPageSize = usePreferences((preferences) => preferences.setPageSize);
  const filters = readHistoryFilters(params, defaultSize);
  const history = useHistory(region, filters);
  const errorText = useErrorText(history.error);
  const regions = useAccountRegions();
  const items = useMemo(
    () => (history.data ? eventItems(region, history.data.items) : NONE),
    [history.data, region],
  );
  const facts = useInstanceFacts(items);
  const { act, dialog } = useActs(facts);
  const [opened, open] = useOpenEvent(items);
  const columns = useHistoryColumns(facts, opened !== null);

  const address = (next: HistoryFilters, size = defaultSize) => {
    const written = writeHistoryFilters(next, size);
    if (opened && next.page === filters.page) written.set('event', opened.id);
    return written;
  };
  const show = (change: Partial<HistoryFilters>) =>
    setParams(address({ ...filters, page: 1, ...change }), { replace: true });
  const menuOf = useEventMenu(facts, act, open);

  const total = history.data?.totalCount ?? 0;
  const filtered = isHistoryFiltered(filters);
  const state = listState({
    isPending: history.isPending,
    isRead: history.data !== undefined,
    count: total,
    isFiltered: filtered,
  });

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          documentTitle={t('nav.all')}
          title={
            state === 'loading' || state === 'error'
              ? t('nav.all')
              : total === 0
                ? t('history.none')
                : filtered
                  ? t('history.found', { count: total })
                  : t('history.total', { count: total })
          }
          rest={state === 'ready' && !filtered ? t('history.inRegion', { region: regionName(region) }) : null}
          lede={t('history.lede')}
        />
        <EventTabs region={region} />
        <HistoryFilterBar
          filters={filters}
          onFilter={show}
          region={region}
          regions={regions ?? []}
          onRegion={(other) =>
            void navigate({
              pathname: eventPaths(other).all,
              search: writeHistoryFilters({ ...filters, page: 1 }, defaultSize).toString(),
            })
          }
        >
          <ExportEvents
            region={region}
            filters={filters}
            disabledReason={state === 'ready' ? undefined : t('export.nothing')}
          />
          <Freshness
            at={history.dataUpdatedAt}
            busy={history.isFetching}
            onRefresh={() => void history.refetch()}
          />
        </HistoryFilterBar>
        {history.isError && history.data ? (
          <Note tone="warn" className="mb-2" role="status">
            {t('history.stale', { title: errorText.title, time: format.clock(history.dataUpdatedAt) })}
          </Note>
        ) : null}
        <DataTable
          label={t('history.table')}
          columns={columns}
          rows={items}
          rowKey={(event) => event.key}
          rowLabel={(event) => nameOf(facts, event)}
          state={state}
          placeholder={
            state === 'error' ? (
              <ErrorState
                {...errorText}
                onRetry={() => void history.refetch()}
                retrying={history.isFetching}
              />
            ) : state === 'noMatch' ? (
              <NoMatch
                what={filters.search ? `“${filters.search}”` : t('pending.thisFilter')}
                onClear={() => show(NO_FILTERS)}
              />
            ) : (
              <EmptyState icon={History} title={t('history.emptyTitle')}>
                {t('history.emptyBody')}
              </EmptyState>
            )
          }
          onRowOpen={open}
          rowMenu={menuOf}
          currentKey={opened?.key}
        />
        {state === 'ready' ? (
          <Pager
            page={filters.page}
            pageSize={filters.size}
            total={total}
            pageSizes={HISTORY_PAGE_SIZES}
            onPage={(page) => show({ page })}
            onPageSize={(size) => {
              setPageSize('events', size);
              setParams(address({ ...filters, page: 1, size }, size), { replace: true });
            }}
          />
        ) : null}
      </div>
      {opened ? (
        <EventDock key={opened.key} event={opened} facts={facts} act={act} onClose={() => open(null)} />
      ) : null}
      {dialog}
    </div>
  );
}
