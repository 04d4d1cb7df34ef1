import { ListChecks } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { useErrorText } from '@/api/use-error-text';
import { COMMAND_TYPES, isCommandType } from '@/domain/command-type';
import { useFormat } from '@/i18n/format';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { LinkButton } from '@/ui/LinkButton';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { Pager } from '@/ui/Pager';
import { SearchField } from '@/ui/SearchField';
import { useExistingPage } from '@/ui/use-existing-page';
import { type ListAddress, useListAddress } from '@/ui/use-list-address';
import { recordPaths } from '../paths';
import { useRecords } from '../queries';
import {
  isFiltered,
  PAGE_SIZES,
  readRecordFilters,
  type RecordFilters,
  recordsRequest,
  STATUS_FILTERS,
  statusFilters,
  writeRecordFilters,
} from './record-filters';
import { type RecordRow, toRow } from './use-record-columns';

const LIST: ListAddress<RecordFilters> = {
  name: 'invocations',
  size: 20,
  read: readRecordFilters,
  write: writeRecordFilters,
};
const NO_FILTERS = { search: '', status: null, mode: null, type: null, page: 1 };
const MODES = ['once', 'scheduled'] as const;

export interface RecordListFacts {
  state: 'loading' | 'error' | 'ready' | 'noMatch' | 'empty';
  /** How many records answer the filters. */
  total: number;
  filtered: boolean;
}

export interface RecordListProps {
  region: string;
  columns: readonly Column<RecordRow>[];
  /** Lists only what ran on this instance. */
  instanceId?: string;
  /** What the search field looks for. */
  searchLabel: string;
  /** How it is searched, for a search that found nothing. */
  searchHelp: string;
  /** What is said, and offered, where nothing ever ran. */
  empty: { title: string; body: string };
  /** Stands above the list. */
  head?(facts: RecordListFacts): ReactNode;
}

/** A list of execution records with its filters and pages, which live in the URL. */
export function RecordList({
  region,
  columns,
  instanceId,
  searchLabel,
  searchHelp,
  empty,
  head,
}: RecordListProps) {
  const { t } = useTranslation(['invocations', 'domain']);
  const format = useFormat();
  const navigate = useNavigate();
  const { filters, show } = useListAddress(LIST);
  const records = useRecords(region, recordsRequest(region, filters, instanceId));
  const errorText = useErrorText(records.error);
  const rows = useMemo(() => (records.data?.items ?? []).map(toRow), [records.data]);

  const total = records.data?.totalCount ?? 0;
  const filtered = isFiltered(filters);
  const state = listState({
    isPending: records.isPending,
    isRead: records.data !== undefined,
    count: total,
    isFiltered: filtered,
  });
  const pager = {
    page: filters.page,
    pageSize: filters.size,
    total,
    onPage: (page: number) => show({ page }),
  };
  useExistingPage(state === 'ready' && !records.isPlaceholderData ? pager : undefined);
  const placeholder = {
    error: <ErrorState {...errorText} onRetry={() => void records.refetch()} retrying={records.isFetching} />,
    noMatch: (
      <NoMatch what={describeFilters()} onClear={() => show(NO_FILTERS)}>
        {searchHelp}
      </NoMatch>
    ),
    empty: (
      <EmptyState
        icon={ListChecks}
        title={empty.title}
        actions={
          <LinkButton size="sm" variant="primary" to={recordPaths(region).commands(instanceId)}>
            {t('empty.action')}
          </LinkButton>
        }
      >
        {empty.body}
      </EmptyState>
    ),
  };

  function describeFilters(): string {
    const words = [
      filters.search && t('list.quoted', { text: filters.search }),
      filters.status && t(`domain:recordStatus.${filters.status}`),
      filters.mode && t(`mode.${filters.mode}`),
      filters.type && t(`domain:commandType.${filters.type}`),
    ];
    return format.list(words.filter((word): word is string => Boolean(word)));
  }

  return (
    <>
      {head?.({ state, total, filtered })}
      <div className="flex flex-none items-center gap-1.5 pb-2.5">
        <SearchField
          label={searchLabel}
          value={filters.search}
          shortcut="/"
          onValueChange={(search) => show({ search })}
        />
        <FilterChip
          label={t('filter.status')}
          anyLabel={t('filter.any')}
          value={filters.status}
          options={statusFilters(instanceId).map((status) => ({
            value: status,
            label: t(`domain:recordStatus.${status}`),
          }))}
          onValueChange={(value) =>
            show({ status: STATUS_FILTERS.find((status) => status === value) ?? null })
          }
        />
        <FilterChip
          label={t('filter.mode')}
          anyLabel={t('filter.any')}
          value={filters.mode}
          options={MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          onValueChange={(value) => show({ mode: MODES.find((mode) => mode === value) ?? null })}
        />
        <FilterChip
          label={t('filter.type')}
          anyLabel={t('filter.any')}
          value={filters.type}
          options={COMMAND_TYPES.map((type) => ({ value: type, label: t(`domain:commandType.${type}`) }))}
          onValueChange={(value) => show({ type: value !== null && isCommandType(value) ? value : null })}
        />
        <span className="flex-1" />
        <Freshness
          at={records.dataUpdatedAt}
          busy={records.isFetching}
          live={rows.some((row) => row.progress.endedAt === null)}
          onRefresh={() => void records.refetch()}
        />
      </div>
      {records.isError && records.data ? (
        <Note tone="warn" className="mb-2" role="status">
          {t('stale', { title: errorText.title, time: format.clock(records.dataUpdatedAt) })}
        </Note>
      ) : null}
      <DataTable
        label={t('list.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.invocation.InvokeId}
        rowLabel={(row) => row.name}
        state={state}
        placeholder={state === 'loading' || state === 'ready' ? null : placeholder[state]}
        onRowOpen={(row) => void navigate(recordPaths(region).record(row.invocation.InvokeId))}
      />
      {state === 'ready' ? (
        <Pager {...pager} pageSizes={PAGE_SIZES} onPageSize={(size) => show({ size })} />
      ) : null}
    </>
  );
}
