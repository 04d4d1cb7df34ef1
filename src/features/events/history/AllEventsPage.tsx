import { History } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useRegionName } from '@/i18n/region-name';
import { EmptyState } from '@/ui/EmptyState';
import { PageHead } from '@/ui/PageHead';
import { type ListAddress, useListAddress } from '@/ui/use-list-address';
import { EventTabs } from '../EventTabs';
import { eventPaths } from '../paths';
import { nameOf, useAccountRegions, useInstanceFacts } from '../queries';
import { ExportEvents } from './ExportEvents';
import {
  HISTORY_PAGE_SIZES,
  type HistoryFilters,
  readHistoryFilters,
  writeHistoryFilters,
} from './history-filters';
import { HistoryFilterBar } from './HistoryFilterBar';
import { HistoryFrame } from './HistoryFrame';
import { useEventList } from './use-event-list';

const LIST: ListAddress<HistoryFilters> = {
  name: 'events',
  size: 20,
  read: readHistoryFilters,
  write: (filters, defaultSize, newest) => {
    const next = writeHistoryFilters(filters, defaultSize);
    // What is open stays open, unless its page is left.
    const openId = newest.get('event');
    if (openId !== null && readHistoryFilters(newest, defaultSize).page === filters.page)
      next.set('event', openId);
    return next;
  },
};
const NO_FILTERS = { search: '', type: null, state: null, range: 'all', page: 1 } as const;

/** Every event of the region in two months: what happened, why, and how it ended (F3). */
export function Component() {
  const { t } = useTranslation('events');
  const region = useRegion();
  const regionName = useRegionName();
  const navigate = useNavigate();
  const { filters, defaultSize, show } = useListAddress(LIST);
  const list = useEventList(region, filters);
  const regions = useAccountRegions();
  const facts = useInstanceFacts(list.items);
  const { total, isFiltered, state } = list;

  return (
    <HistoryFrame
      label={t('history.table')}
      list={list}
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
        onPageSize: (size) => show({ size }),
      }}
    >
      <PageHead
        documentTitle={t('nav.all')}
        title={
          state === 'loading' || state === 'error'
            ? t('nav.all')
            : total === 0
              ? t('history.none')
              : isFiltered
                ? t('history.found', { count: total })
                : t('history.total', { count: total })
        }
        rest={state === 'ready' && !isFiltered ? t('history.inRegion', { region: regionName(region) }) : null}
        lede={t('history.lede')}
      />
      <EventTabs region={region} />
      <HistoryFilterBar
        list={list}
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
      </HistoryFilterBar>
    </HistoryFrame>
  );
}
