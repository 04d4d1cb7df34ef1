import { Server } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from 'react-router-dom';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { SearchField } from '@/ui/SearchField';
import { useAddress } from '@/ui/use-address';
import { InstallDialog } from './asked/InstallDialog';
import { InstallsBar } from './asked/InstallsBar';
import { RestartDialog } from './asked/RestartDialog';
import { FilterChips } from './FilterChips';
import {
  AGENT_FILTERS,
  HEALTH_FILTERS,
  type InstanceFilters,
  isFiltered,
  NO_FILTERS,
  readInstanceFilters,
  writeInstanceFilters,
} from './instance-filters';
import { FactsContext } from './list/facts-context';
import { InstanceBulkBar } from './list/InstanceBulkBar';
import { InstancesHead } from './list/InstancesHead';
import { useFactLoader } from './list/use-fact-loader';
import { useInstanceColumns } from './list/use-instance-columns';
import { type InstanceAct, useInstanceMenu } from './list/use-instance-menu';
import { useInstanceRows } from './list/use-instance-rows';
import { useInstanceSelection } from './list/use-instance-selection';
import { WalkNote } from './list/WalkNote';
import { instancePaths } from './paths';
import { useFilterWords } from './use-filter-words';

/** The instances of the region as one list, with their state, health and agent. */
export function Component() {
  const { t } = useTranslation(['instances', 'domain']);
  const format = useFormat();
  const region = useRegion();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [params, change] = useAddress();
  const filters = readInstanceFilters(params);
  const list = useInstanceRows(region, filters);
  const facts = useFactLoader(region, list.blocks);
  const columns = useInstanceColumns(region);
  const selection = useInstanceSelection();
  const [asked, setAsked] = useState<{ act: InstanceAct; instances: readonly Instance[] } | null>(null);
  const rowMenu = useInstanceMenu(region, (act, instance) => setAsked({ act, instances: [instance] }));
  const wordsOf = useFilterWords();
  const error = useErrorText(list.error);
  const filtered = isFiltered(filters);
  const isComplete = list.walk === null || list.walk.found !== undefined;
  const state = listState({
    isPending: list.total === undefined && !list.error,
    isRead: list.total !== undefined,
    count: list.total ?? 0,
    isFiltered: filtered,
  });

  const show = (changes: Partial<InstanceFilters>) =>
    change((newest) => writeInstanceFilters(newest, { ...readInstanceFilters(newest), ...changes }), {
      // Typing would fill the history with every letter.
      push: changes.search === undefined,
    });
  const reread = () => void cache.invalidateQueries({ queryKey: keys.instances.all(region) });

  const placeholder = {
    error: (
      <ErrorState
        title={t('list.errorTitle')}
        advice={error.advice}
        code={error.code}
        requestId={error.requestId}
        retrying={list.fetching}
        onRetry={reread}
      />
    ),
    noMatch: (
      <NoMatch what={wordsOf(filters)} onClear={() => show(NO_FILTERS)}>
        {t('list.noMatch')}
      </NoMatch>
    ),
    empty: (
      <EmptyState icon={Server} title={t('list.emptyTitle')}>
        {t('list.empty')}
      </EmptyState>
    ),
  };

  return (
    <>
      <InstancesHead
        region={region}
        found={filtered && isComplete && list.total !== undefined ? list.total : null}
      />
      <InstallsBar region={region} />
      <div className="flex flex-none flex-wrap items-center gap-x-1.5 gap-y-1 pb-2.5">
        <SearchField
          className="w-[160px]"
          label={t('filter.search')}
          value={filters.search}
          shortcut="/"
          onValueChange={(search) => show({ search })}
        />
        <FilterChip
          label={t('filter.health')}
          anyLabel={t('filter.any')}
          value={filters.health}
          options={HEALTH_FILTERS.map((health) => ({
            value: health,
            label: t(`domain:health.${health}.label`),
          }))}
          onValueChange={(value) =>
            show({ health: HEALTH_FILTERS.find((health) => health === value) ?? null })
          }
        />
        <FilterChip
          label={t('filter.agent')}
          anyLabel={t('filter.any')}
          value={filters.agent}
          options={AGENT_FILTERS.map((agent) => ({
            value: agent,
            label:
              agent === 'unsupported'
                ? t('domain:ineligibility.systemUnsupported.short')
                : t(`domain:agentState.${agent}`),
          }))}
          onValueChange={(value) => show({ agent: AGENT_FILTERS.find((agent) => agent === value) ?? null })}
        />
        <FilterChips region={region} filters={filters} onChange={show} />
        <span className="ml-auto">
          <Freshness at={list.updatedAt} busy={list.fetching} onRefresh={reread} />
        </span>
      </div>
      {list.walk ? <WalkNote search={list.walk} /> : null}
      {list.error && list.total !== undefined && !list.walk ? (
        <Note
          tone="warn"
          role="status"
          className="mb-2 flex-none"
          title={t('list.stale', { title: error.title })}
        >
          {t('list.staleSince', { time: format.clock(list.updatedAt) })}
        </Note>
      ) : null}
      <FactsContext value={facts}>
        <DataTable
          // Another question starts at its first row.
          key={JSON.stringify([region, filters])}
          label={t('list.table')}
          columns={columns}
          rows={list.rows}
          rowKey={(instance) => instance.InstanceId}
          rowLabel={(instance) => instance.InstanceName || instance.InstanceId}
          state={state}
          placeholder={state === 'loading' || state === 'ready' ? null : placeholder[state]}
          onRowOpen={(instance) => void navigate(instancePaths(region).instance(instance.InstanceId))}
          rowMenu={rowMenu}
          selection={{
            selected: selection.keys,
            onChange: (next) => selection.set(next, list.rows),
            labelFor: (instance) => instance.InstanceName || instance.InstanceId,
          }}
        />
      </FactsContext>
      <InstanceBulkBar
        region={region}
        selection={selection}
        total={list.total}
        onAct={(act) => setAsked({ act, instances: selection.instances })}
      />
      {asked?.act === 'install' ? (
        <InstallDialog region={region} instances={asked.instances} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.act === 'restart' ? (
        <RestartDialog region={region} instances={asked.instances} onClose={() => setAsked(null)} />
      ) : null}
      <Outlet />
    </>
  );
}
