import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link, useNavigate } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { ITEM_OUTCOMES } from '@/domain/engine-status';
import { useFormat } from '@/i18n/format';
import { type Column, DataTable } from '@/ui/DataTable';
import { FilterChip } from '@/ui/FilterChip';
import { NoMatch } from '@/ui/NoMatch';
import { SearchField } from '@/ui/SearchField';
import { Time } from '@/ui/Time';
import { useAddress } from '@/ui/use-address';
import { countItems, type EngineItem } from '../engine-items';
import { enginePaths } from '../engine-paths';
import { Took, ItemStatus } from '../EngineStatus';

export interface ItemTableProps {
  region: string;
  items: readonly EngineItem[];
  isLoading: boolean;
  hasBatches: boolean;
  /** InvokeId by task execution. */
  byTask: ReadonlyMap<string, string>;
  invocations: readonly Invocation[];
  /** Keep it stable. */
  nameOf(instanceId: string): string;
}

const WIDE = 1400;

/** Every instance: where it stands and why, in which batch, and its own execution record. */
export function ItemTable({
  region,
  items,
  isLoading,
  hasBatches,
  byTask,
  invocations,
  nameOf,
}: ItemTableProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const navigate = useNavigate();
  const [params, change] = useAddress();
  const outcome = ITEM_OUTCOMES.find((one) => one === params.get('state')) ?? null;
  const search = params.get('q') ?? '';
  const invokeIdOf = useMemo(() => {
    const onInstance = new Map(
      invocations.flatMap((run) =>
        run.InvokeInstances.map(({ InstanceId }) => [InstanceId, run.InvokeId] as const),
      ),
    );
    return (item: EngineItem) => byTask.get(item.taskExecutionId) ?? onInstance.get(item.instanceId) ?? null;
  }, [byTask, invocations]);
  const rows = useMemo(() => {
    const text = search.trim().toLowerCase();
    return items.filter(
      (item) =>
        (outcome === null || item.outcome === outcome) &&
        (text === '' ||
          item.instanceId.includes(text) ||
          nameOf(item.instanceId).toLowerCase().includes(text)),
    );
  }, [items, nameOf, outcome, search]);
  const columns = useMemo<readonly Column<EngineItem>[]>(() => {
    const batch: Column<EngineItem> = {
      id: 'batch',
      header: t('column.batch'),
      width: 74,
      align: 'end',
      cell: (item) => (item.batch === null ? t('none') : format.number(item.batch)),
    };
    return [
      {
        id: 'instance',
        header: t('column.instance'),
        cell: (item) => <b title={item.instanceId}>{nameOf(item.instanceId)}</b>,
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 170,
        cell: ({ outcome: how, status }) => <ItemStatus outcome={how} status={status} />,
      },
      ...(hasBatches ? [batch] : []),
      {
        id: 'reason',
        header: t('column.reason'),
        cell: ({ message, outcome: how }) =>
          message !== '' ? (
            <span title={message}>{message}</span>
          ) : how === 'notSelected' ? (
            <span className="text-text-muted">{t('item.notSelectedWhy')}</span>
          ) : (
            <span className="text-text-subtle">{t('none')}</span>
          ),
      },
      {
        id: 'record',
        header: t('column.record'),
        cell: (item) => {
          const invokeId = invokeIdOf(item);
          return invokeId === null ? (
            <span className="text-text-subtle">{t('none')}</span>
          ) : (
            <Link className="code" to={enginePaths(region).record(invokeId)}>
              {invokeId}
            </Link>
          );
        },
      },
      {
        id: 'started',
        header: t('column.started'),
        width: 96,
        hideBelow: WIDE,
        cell: ({ startedAt }) => <Time at={startedAt} form="clock" className="text-text-muted" />,
      },
      {
        id: 'took',
        header: t('column.took'),
        width: 84,
        align: 'end',
        cell: (item) => <Took {...item} />,
      },
    ];
  }, [format, hasBatches, invokeIdOf, nameOf, region, t]);
  return (
    <>
      <div className="flex flex-none items-center gap-1.5 pb-2.5">
        <SearchField
          label={t('items.search')}
          value={search}
          shortcut="/"
          onValueChange={(q) => change({ q })}
        />
        <FilterChip
          label={t('column.state')}
          anyLabel={t('filter.any')}
          value={outcome}
          options={countItems(items).map((entry) => ({
            value: entry.outcome,
            label: t(`item.${entry.outcome}`),
            count: entry.count,
          }))}
          onValueChange={(state) => change({ state })}
        />
      </div>
      <DataTable
        label={t('page.instances')}
        columns={columns}
        rows={rows}
        rowKey={({ instanceId }) => instanceId}
        rowLabel={({ instanceId }) => nameOf(instanceId)}
        state={isLoading ? 'loading' : rows.length > 0 ? 'ready' : items.length > 0 ? 'noMatch' : 'empty'}
        placeholder={
          items.length > 0 ? (
            <NoMatch
              what={format.list(
                [search, outcome === null ? '' : t(`item.${outcome}`)].filter((word) => word !== ''),
              )}
              onClear={() => change({ q: null, state: null })}
            >
              {t('items.noMatch', { total: format.number(items.length) })}
            </NoMatch>
          ) : (
            <p className="p-6 text-text-muted">{t('items.none')}</p>
          )
        }
        onRowOpen={(item) => {
          const invokeId = invokeIdOf(item);
          const { record, instance } = enginePaths(region);
          void navigate(invokeId === null ? instance(item.instanceId) : record(invokeId));
        }}
      />
    </>
  );
}
