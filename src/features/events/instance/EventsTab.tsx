import { FlaskConical, ShieldCheck } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useErrorText } from '@/api/use-error-text';
import { useInstanceContext } from '@/features/instance-context';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { Pager } from '@/ui/Pager';
import { useActs } from '../actions/use-acts';
import { EventDock } from '../detail/EventDock';
import { type EventItem, eventItems } from '../event-item';
import { useTypeName } from '../EventWords';
import {
  type HistoryFilters,
  isHistoryFiltered,
  readHistoryFilters,
  writeHistoryFilters,
} from '../history/history-filters';
import { HistoryFilterBar } from '../history/HistoryFilterBar';
import { useHistory } from '../history/use-history';
import { useHistoryColumns } from '../history/use-history-columns';
import type { InstanceFacts } from '../queries';
import { useEventMenu } from '../use-event-menu';
import { useOpenEvent } from '../use-open-event';

const DrillDialog = lazy(() => import('./DrillDialog').then((module) => ({ default: module.DrillDialog })));

const NONE: readonly EventItem[] = [];
const SIZE = 50;

/** The events of one instance in two months, those to come among them; and the drill that makes one. */
export function Component() {
  const { t } = useTranslation('events');
  const format = useFormat();
  const typeName = useTypeName();
  const { region, instance } = useInstanceContext();
  const [params, setParams] = useSearchParams();
  const filters = { ...readHistoryFilters(params, SIZE), search: '' };
  const history = useHistory(region, { ...filters, search: instance.InstanceId });
  const errorText = useErrorText(history.error);
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
  const { act, dialog } = useActs(facts);
  const [opened, open] = useOpenEvent(items);
  const columns = useHistoryColumns(facts, opened !== null, false);
  const show = (change: Partial<HistoryFilters>) =>
    setParams(writeHistoryFilters({ ...filters, page: 1, ...change }, SIZE), { replace: true });
  const menuOf = useEventMenu(facts, act, open);
  const total = history.data?.totalCount ?? 0;
  const filtered = isHistoryFiltered(filters);
  const state = listState({
    isPending: history.isPending,
    isRead: history.data !== undefined,
    count: items.length,
    isFiltered: filtered,
  });
  const simulate = (
    <Button icon={FlaskConical} onClick={() => setDrilling(true)}>
      {t('drill.action')}
    </Button>
  );
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <HistoryFilterBar filters={filters} onFilter={show}>
          <Freshness
            at={history.dataUpdatedAt}
            busy={history.isFetching}
            onRefresh={() => void history.refetch()}
          />
          {simulate}
        </HistoryFilterBar>
        {history.isError && history.data ? (
          <Note tone="warn" className="mb-2" role="status">
            {t('history.stale', { title: errorText.title, time: format.clock(history.dataUpdatedAt) })}
          </Note>
        ) : null}
        <DataTable
          label={t('tab.table', { name: instance.InstanceName || instance.InstanceId })}
          columns={columns}
          rows={items}
          rowKey={(event) => event.key}
          rowLabel={(event) => typeName(event.type)}
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
                what={t('pending.thisFilter')}
                onClear={() => show({ type: null, state: null, range: 'all' })}
              />
            ) : (
              <EmptyState icon={ShieldCheck} title={t('tab.emptyTitle')}>
                {t('tab.emptyBody')}
              </EmptyState>
            )
          }
          onRowOpen={open}
          rowMenu={menuOf}
          currentKey={opened?.key}
        />
        {state === 'ready' && total > filters.size ? (
          <Pager
            page={filters.page}
            pageSize={filters.size}
            total={total}
            onPage={(page) => show({ page })}
          />
        ) : null}
      </div>
      {opened ? (
        <EventDock key={opened.key} event={opened} facts={facts} act={act} onClose={() => open(null)} />
      ) : null}
      {dialog}
      {drilling ? (
        <Suspense>
          <DrillDialog region={region} instance={instance} onClose={() => setDrilling(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
