import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { COMMAND_TYPES } from '@/domain/command-type';
import { useFormat } from '@/i18n/format';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { LinkButton } from '@/ui/LinkButton';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Pager } from '@/ui/Pager';
import { usePreferences } from '@/ui/preferences';
import { SearchField } from '@/ui/SearchField';
import {
  isFiltered,
  PAGE_SIZES,
  readRecordFilters,
  type RecordFilters,
  recordsRequest,
  STATUS_FILTERS,
  writeRecordFilters,
} from './list/record-filters';
import { toRow, useRecordColumns } from './list/use-record-columns';
import { recordPaths } from './paths';
import { useRecords } from './queries';

const NO_FILTERS = { search: '', status: null, mode: null, type: null, page: 1 };

/** Execution records of the region: what ran, where, and how it went. */
export function Component() {
  const { t } = useTranslation(['invocations', 'domain']);
  const format = useFormat();
  const region = useRegion();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const defaultSize = usePreferences((preferences) => preferences.pageSizes['invocations'] ?? 20);
  const setPageSize = usePreferences((preferences) => preferences.setPageSize);
  const filters = readRecordFilters(params, defaultSize);
  const records = useRecords(region, recordsRequest(region, filters));
  const running = useRecords(region, {
    RegionId: region,
    InvokeStatus: 'Running',
    Timed: false,
    PageNumber: 1,
    PageSize: 1,
  });
  const errorText = useErrorText(records.error);
  const columns = useRecordColumns(region);
  const rows = useMemo(() => (records.data?.items ?? []).map(toRow), [records.data]);

  const show = (change: Partial<RecordFilters>) =>
    setParams(writeRecordFilters({ ...filters, page: 1, ...change }, defaultSize), { replace: true });

  const total = records.data?.totalCount ?? 0;
  const runningCount = running.data?.totalCount ?? 0;
  const filtered = isFiltered(filters);
  const state = records.isPending
    ? 'loading'
    : records.data === undefined
      ? 'error'
      : total > 0
        ? 'ready'
        : filtered
          ? 'noMatch'
          : 'empty';
  const placeholder = {
    error: <ErrorState {...errorText} onRetry={() => void records.refetch()} retrying={records.isFetching} />,
    noMatch: (
      <NoMatch what={describeFilters()} onClear={() => show(NO_FILTERS)}>
        {t('noMatch')}
      </NoMatch>
    ),
    empty: (
      <EmptyState
        icon={ListChecks}
        title={t('empty.title')}
        actions={
          <LinkButton size="sm" variant="primary" to={`/${region}/commands`}>
            {t('empty.action')}
          </LinkButton>
        }
      >
        {t('empty.body')}
      </EmptyState>
    ),
  };

  function describeFilters(): string {
    const words = [
      filters.search && `“${filters.search}”`,
      filters.status && t(`domain:recordStatus.${filters.status}`),
      filters.mode && t(`mode.${filters.mode}`),
      filters.type && t(`domain:commandType.${filters.type}`),
    ];
    return format.list(words.filter((word): word is string => Boolean(word)));
  }

  return (
    <>
      <PageHead
        documentTitle={t('list.documentTitle')}
        title={state === 'loading' || state === 'error' ? t('list.documentTitle') : headline()}
        rest={state === 'ready' && !filtered && runningCount === 0 ? t('list.noneRunning') : null}
        lede={t('list.lede')}
      />
      <div className="flex items-center gap-1.5 pb-2.5">
        <SearchField
          label={t('list.search')}
          value={filters.search}
          shortcut="/"
          onValueChange={(search) => show({ search })}
        />
        <FilterChip
          label={t('filter.status')}
          anyLabel={t('filter.any')}
          value={filters.status}
          options={STATUS_FILTERS.map((status) => ({
            value: status,
            label: t(`domain:recordStatus.${status}`),
          }))}
          onValueChange={(status) => show({ status: status as RecordFilters['status'] })}
        />
        <FilterChip
          label={t('filter.mode')}
          anyLabel={t('filter.any')}
          value={filters.mode}
          options={(['once', 'scheduled'] as const).map((mode) => ({
            value: mode,
            label: t(`mode.${mode}`),
          }))}
          onValueChange={(mode) => show({ mode: mode as RecordFilters['mode'] })}
        />
        <FilterChip
          label={t('filter.type')}
          anyLabel={t('filter.any')}
          value={filters.type}
          options={COMMAND_TYPES.map((type) => ({ value: type, label: t(`domain:commandType.${type}`) }))}
          onValueChange={(type) => show({ type: type as RecordFilters['type'] })}
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
        rowLabel={(row) => row.invocation.CommandName}
        state={state}
        placeholder={state === 'loading' || state === 'ready' ? null : placeholder[state]}
        onRowOpen={(row) => void navigate(recordPaths(region).record(row.invocation.InvokeId))}
      />
      {state === 'ready' ? (
        <Pager
          page={filters.page}
          pageSize={filters.size}
          total={total}
          pageSizes={PAGE_SIZES}
          onPage={(page) => show({ page })}
          onPageSize={(size) => {
            setPageSize('invocations', size);
            setParams(writeRecordFilters({ ...filters, page: 1, size }, size), { replace: true });
          }}
        />
      ) : null}
    </>
  );

  function headline() {
    if (filtered) return t('list.found', { count: total });
    if (total === 0) return t('list.none');
    return runningCount > 0
      ? t('list.runningOf', { count: runningCount, total: format.number(total) })
      : t('list.total', { count: total });
  }
}
