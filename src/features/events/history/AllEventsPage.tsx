import { History } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useRegionName } from '@/i18n/region-name';
import { EmptyState } from '@/ui/EmptyState';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { PageHead } from '@/ui/PageHead';
import { usePreferences } from '@/ui/preferences';
import { type EventItem, eventItems } from '../event-item';
import { EventTabs } from '../EventTabs';
import { eventPaths } from '../paths';
import { nameOf, useAccountRegions, useInstanceFacts } from '../queries';
import { ExportEvents } from './ExportEvents';
import {
  HISTORY_PAGE_SIZES,
  type HistoryFilters,
  isHistoryFiltered,
  readHistoryFilters,
  writeHistoryFilters,
} from './history-filters';
import { HistoryFilterBar } from './HistoryFilterBar';
import { HistoryFrame } from './HistoryFrame';
import { useHistory } from './use-history';

const NONE: readonly EventItem[] = [];
const NO_FILTERS = { search: '', type: null, state: null, range: 'all', page: 1 } as const;

/** Every event of the region in two months: what happened, why, and how it ended (F3). */
export function Component() {
  const { t } = useTranslation('events');
  const region = useRegion();
  const regionName = useRegionName();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const defaultSize = usePreferences((preferences) => preferences.pageSizes['events'] ?? 20);
  const setPageSize = usePreferences((preferences) => preferences.setPageSize);
  const filters = readHistoryFilters(params, defaultSize);
  const history = useHistory(region, filters);
  const regions = useAccountRegions();
  const items = useMemo(
    () => (history.data ? eventItems(region, history.data.items) : NONE),
    [history.data, region],
  );
  const facts = useInstanceFacts(items);

  const openId = params.get('event');
  const address = (next: HistoryFilters, size = defaultSize) => {
    const written = writeHistoryFilters(next, size);
    if (openId !== null && next.page === filters.page) written.set('event', openId);
    return written;
  };
  const show = (change: Partial<HistoryFilters>) =>
    setParams(address({ ...filters, page: 1, ...change }), { replace: true });

  const total = history.data?.totalCount ?? 0;
  const filtered = isHistoryFiltered(filters);
  const state = listState({
    isPending: history.isPending,
    isRead: history.data !== undefined,
    count: total,
    isFiltered: filtered,
  });

  return (
    <HistoryFrame
      label={t('history.table')}
      history={history}
      items={items}
      state={state}
      facts={facts}
      rowLabel={(event) => nameOf(facts, event)}
      sought={filters.search ? t('pending.quoted', { text: filters.search }) : t('pending.thisFilter')}
      onClear={() => show(NO_FILTERS)}
      empty={
        <EmptyState icon={History} title={t('history.emptyTitle')}>
          {t('history.emptyBody')}
        </EmptyState>
      }
      pager={{
        page: filters.page,
        pageSize: filters.size,
        total,
        pageSizes: HISTORY_PAGE_SIZES,
        onPage: (page) => show({ page }),
        onPageSize: (size) => {
          setPageSize('events', size);
          setParams(address({ ...filters, page: 1, size }, size), { replace: true });
        },
      }}
    >
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
        <Freshness
          at={history.dataUpdatedAt}
          busy={history.isFetching}
          onRefresh={() => void history.refetch()}
        />
        <ExportEvents
          region={region}
          filters={filters}
          disabledReason={state === 'ready' ? undefined : t('export.nothing')}
        />
      </HistoryFilterBar>
    </HistoryFrame>
  );
}
