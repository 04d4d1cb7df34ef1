import { FlaskConical, ShieldCheck } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useSearchParams } from 'react-router-dom';
import { useInstanceContext } from '@/features/instance-context';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { type EventItem, eventItems } from '../event-item';
import { useTypeName } from '../EventWords';
import {
  type HistoryFilters,
  isHistoryFiltered,
  readHistoryFilters,
  writeHistoryFilters,
} from '../history/history-filters';
import { HistoryFilterBar } from '../history/HistoryFilterBar';
import { HistoryFrame } from '../history/HistoryFrame';
import { useHistory } from '../history/use-history';
import type { InstanceFacts } from '../queries';

const DrillDialog = lazy(() => import('./DrillDialog').then((module) => ({ default: module.DrillDialog })));

const NONE: readonly EventItem[] = [];
const SIZE = 50;

/** The events of one instance in two months, those to come among them; and the drill that makes one. */
export function Component() {
  const { t } = useTranslation('events');
  const typeName = useTypeName();
  const { region, instance } = useInstanceContext();
  const [params, setParams] = useSearchParams();
  const filters = { ...readHistoryFilters(params, SIZE), search: '' };
  const history = useHistory(region, { ...filters, search: instance.InstanceId });
  const [drilling, setDrilling] = useState(false);
  const items = useMemo(
    () => (history.data ? eventItems(region, history.data.items) : NONE),
    [history.data, region],
  );
  const facts = useMemo<InstanceFacts>(
    () =>
      new Map([
        [`${region} ${instance.InstanceId}`, { name: instance.InstanceName, status: instance.Status }],
      ]),
    [instance, region],
  );
  const show = (change: Partial<HistoryFilters>) =>
    setParams(writeHistoryFilters({ ...filters, page: 1, ...change }, SIZE), { replace: true });
  const total = history.data?.totalCount ?? 0;
  const state = listState({
    isPending: history.isPending,
    isRead: history.data !== undefined,
    count: total,
    isFiltered: isHistoryFiltered(filters),
  });
  return (
    <>
      <HistoryFrame
        label={t('tab.table', { name: instance.InstanceName || instance.InstanceId })}
        history={history}
        items={items}
        state={state}
        facts={facts}
        isOfOneInstance
        rowLabel={(event) => typeName(event.type)}
        sought={t('pending.thisFilter')}
        onClear={() => show({ type: null, state: null, range: 'all' })}
        empty={
          <EmptyState icon={ShieldCheck} title={t('tab.emptyTitle')}>
            {t('tab.emptyBody')}
          </EmptyState>
        }
        pager={
          total > filters.size || filters.page > 1
            ? { page: filters.page, pageSize: filters.size, total, onPage: (page) => show({ page }) }
            : undefined
        }
      >
        <HistoryFilterBar filters={filters} onFilter={show}>
          <Freshness
            at={history.dataUpdatedAt}
            busy={history.isFetching}
            onRefresh={() => void history.refetch()}
          />
          <Button icon={FlaskConical} onClick={() => setDrilling(true)}>
            {t('drill.action')}
          </Button>
        </HistoryFilterBar>
      </HistoryFrame>
      {drilling ? (
        <Suspense>
          <DrillDialog region={region} instance={instance} onClose={() => setDrilling(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
