import { FlaskConical, ShieldCheck } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useInstanceContext } from '@/features/instance-context';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { useAddress } from '@/ui/use-address';
import { useTypeName } from '../EventWords';
import { type HistoryFilters, readHistoryFilters, writeHistoryFilters } from '../history/history-filters';
import { HistoryFilterBar } from '../history/HistoryFilterBar';
import { HistoryFrame } from '../history/HistoryFrame';
import { useEventList } from '../history/use-event-list';
import type { InstanceFacts } from '../queries';

const DrillDialog = lazy(() => import('./DrillDialog').then((module) => ({ default: module.DrillDialog })));

const SIZE = 50;

/** It is not searched: the instance stands in the path. */
function readTabFilters(params: URLSearchParams): HistoryFilters {
  return { ...readHistoryFilters(params, SIZE), search: '' };
}

/** The events of one instance in two months, those to come among them; and the drill that makes one. */
export function Component() {
  const { t } = useTranslation('events');
  const typeName = useTypeName();
  const { region, instance } = useInstanceContext();
  const [params, change] = useAddress();
  const filters = readTabFilters(params);
  const list = useEventList(region, filters, instance.InstanceId);
  const [drilling, setDrilling] = useState(false);
  const facts = useMemo<InstanceFacts>(
    () =>
      new Map([
        [`${region} ${instance.InstanceId}`, { name: instance.InstanceName, status: instance.Status }],
      ]),
    [instance, region],
  );
  const show = (changes: Partial<HistoryFilters>) =>
    change((newest) => writeHistoryFilters({ ...readTabFilters(newest), page: 1, ...changes }, SIZE));
  const { total } = list;
  return (
    <>
      <HistoryFrame
        label={t('tab.table', { name: instance.InstanceName || instance.InstanceId })}
        list={list}
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
        <HistoryFilterBar list={list} filters={filters} onFilter={show}>
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
