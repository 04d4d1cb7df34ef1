import { CalendarCheck } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { SYSTEM_EVENT_STATES } from '@/domain/system-events';
import { useRegionName } from '@/i18n/region-name';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { NoMatch } from '@/ui/NoMatch';
import { SearchField } from '@/ui/SearchField';
import { useAddress } from '@/ui/use-address';
import { useActs } from '../actions/use-acts';
import { clockNow, useClock } from '../clock/ticker';
import { EventDock } from '../detail/EventDock';
import { useStateName, useTypeName } from '../EventWords';
import { EventTabs } from '../EventTabs';
import {
  type InstanceFacts,
  nameOf,
  OPEN_STATES,
  useAccountRegions,
  useAllPending,
  useInstanceFacts,
} from '../queries';
import { useEventMenu } from '../use-event-menu';
import { useOpenEvent } from '../use-open-event';
import { FactsContext, useFactStore } from './fact-store';
import { FailedRegions } from './FailedRegions';
import { OverNote } from './OverNote';
import {
  isFiltered,
  matching,
  NO_PENDING_FILTERS,
  type PendingFilters,
  readPendingFilters,
  writePendingFilters,
} from './pending-filters';
import { countPassed, groupChanges, groupPending, PENDING_GROUPS } from './pending-groups';
import { PendingBulkBar } from './PendingBulkBar';
import { PendingHead } from './PendingHead';
import { eventRow, type PendingRow, usePendingColumns } from './use-pending-columns';

const NONE: readonly string[] = [];
const NO_FACTS: InstanceFacts = new Map();

const rowKey = (row: PendingRow) => (row.kind === 'event' ? row.event.key : row.group);

/** What will happen to which instance, when, and what to do about it: in all regions, or in one (F2). */
export function Component() {
  const { t } = useTranslation('events');
  const region = useRegion();
  const regionName = useRegionName();
  const typeName = useTypeName();
  const stateName = useStateName();
  const [params, change] = useAddress();
  const filters = readPendingFilters(params);
  const all = useAccountRegions();
  const regions = useMemo(() => (filters.region ? [filters.region] : (all ?? NONE)), [all, filters.region]);
  const pending = useAllPending(regions);
  const facts = useInstanceFacts(pending.events);
  const store = useFactStore(facts);
  const { act, dialog } = useActs(facts);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const firstError = useErrorText(pending.failed[0]?.error);

  const [opened, show] = useOpenEvent(pending.events);
  const filter = (changes: Partial<PendingFilters>) =>
    change((newest) => writePendingFilters(newest, { ...readPendingFilters(newest), ...changes }));

  const { search, type, state: wantedState } = filters;
  // Only a search looks at names: without one the rows stay as they are when some of them come.
  const names = search.trim() === '' ? NO_FACTS : facts;
  const shown = useMemo(
    () =>
      matching(pending.events, { search, type, state: wantedState, region: null }, (event) =>
        nameOf(names, event),
      ),
    [names, pending.events, search, type, wantedState],
  );
  // The groups are made anew only when an event crosses from one into the next.
  const changes = useMemo(() => groupChanges(shown), [shown]);
  const passed = useClock((now) => countPassed(changes, now));
  // oxlint-disable-next-line react/exhaustive-deps -- `passed` stands for the time
  const groups = useMemo(() => groupPending(shown, clockNow()), [shown, passed]);
  const rows = useMemo(
    () =>
      PENDING_GROUPS.flatMap((group): PendingRow[] =>
        groups[group].length === 0
          ? []
          : [{ kind: 'group', group, count: groups[group].length }, ...groups[group].map(eventRow)],
      ),
    [groups],
  );
  const columns = usePendingColumns(act, opened !== null);
  const menuOf = useEventMenu(facts, act, show);
  const labelOf = useCallback(
    (row: PendingRow) => (row.kind === 'event' ? nameOf(facts, row.event) : t(`group.${row.group}`)),
    [facts, t],
  );
  const selection = useMemo(
    () => ({
      selected,
      onChange: setSelected,
      disabledReason: (row: PendingRow) => (row.kind === 'group' ? t('pending.heading') : null),
      labelFor: labelOf,
    }),
    [labelOf, selected, t],
  );
  const chosen = useMemo(() => shown.filter((event) => selected.has(event.key)), [selected, shown]);

  const isDone = all !== undefined && pending.answered + pending.failed.length === pending.asked;
  const state =
    rows.length > 0
      ? 'ready'
      : !isDone
        ? 'loading'
        : pending.answered === 0
          ? 'error'
          : isFiltered(filters)
            ? 'noMatch'
            : 'empty';
  const types = useMemo(
    () => [...new Set(pending.events.map((event) => event.type))].toSorted(),
    [pending.events],
  );
  const clear = () => filter({ ...NO_PENDING_FILTERS, region: filters.region });

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <PendingHead groups={groups} state={state} pending={pending} />
        <EventTabs region={region} />
        <div className="flex flex-wrap items-center gap-1.5 pt-3 pb-2.5">
          <SearchField
            label={t('filter.search')}
            value={filters.search}
            shortcut="/"
            onValueChange={(text) => filter({ search: text })}
            className={opened ? 'w-[168px]!' : undefined}
          />
          <FilterChip
            label={t('filter.region')}
            anyLabel={t('filter.allRegions')}
            value={filters.region}
            options={(all ?? [region]).map((value) => ({ value, label: regionName(value) }))}
            onValueChange={(value) => filter({ region: value })}
          />
          <FilterChip
            label={t('filter.type')}
            anyLabel={t('filter.any')}
            value={filters.type}
            options={types.map((value) => ({ value, label: typeName(value) }))}
            onValueChange={(value) => filter({ type: value })}
          />
          <FilterChip
            label={t('filter.state')}
            anyLabel={t('filter.any')}
            value={filters.state}
            options={SYSTEM_EVENT_STATES.filter((value) =>
              (OPEN_STATES as readonly string[]).includes(value),
            ).map((value) => ({ value, label: stateName(value) }))}
            onValueChange={(value) => filter({ state: value })}
          />
          <span className="flex-1" />
          <Freshness at={pending.readAt} busy={pending.isFetching} live onRefresh={() => pending.refetch()} />
        </div>
        {state !== 'error' && pending.failed.length > 0 ? (
          <FailedRegions pending={pending} className="mb-2" />
        ) : null}
        {isDone && !opened ? <OverNote region={region} /> : null}
        {/* A heading opens no menu. */}
        <div
          className="flex min-h-0 flex-1 flex-col"
          onContextMenuCapture={(event) => {
            if (event.target instanceof Element && event.target.closest('tr[data-heading]'))
              event.stopPropagation();
          }}
        >
          <FactsContext value={store}>
            <DataTable
              label={t('pending.table')}
              height="tall"
              isHeading={(row) => row.kind === 'group'}
              columns={columns}
              rows={rows}
              rowKey={rowKey}
              rowLabel={labelOf}
              state={state}
              placeholder={
                state === 'error' ? (
                  <ErrorState
                    {...firstError}
                    onRetry={() => pending.refetch()}
                    retrying={pending.isFetching}
                  />
                ) : state === 'noMatch' ? (
                  <NoMatch
                    what={
                      filters.search ? t('pending.quoted', { text: filters.search }) : t('pending.thisFilter')
                    }
                    onClear={clear}
                  />
                ) : (
                  <EmptyState icon={CalendarCheck} title={t('pending.emptyTitle')}>
                    {t('pending.emptyBody')}
                  </EmptyState>
                )
              }
              selection={selection}
              onRowOpen={(row) => {
                if (row.kind === 'event') show(row.event);
              }}
              rowMenu={(row) => (row.kind === 'event' ? menuOf(row.event) : [])}
              currentKey={opened?.key}
            />
          </FactsContext>
        </div>
        <PendingBulkBar events={chosen} facts={facts} act={act} onClear={() => setSelected(new Set())} />
      </div>
      {opened ? (
        <EventDock key={opened.key} event={opened} facts={facts} act={act} onClose={() => show(null)} />
      ) : null}
      {dialog}
    </div>
  );
}
