import { BellOff } from 'lucide-react';
import type { AlertLog } from '@/api/cms/alert-log';
import { useRegion } from '@/api/region';
import { serverNow } from '@/api/server-clock';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { type ListAddress, useListAddress } from '@/ui/use-list-address';
import { AlarmsHead } from '../AlarmsHead';
import { isLogFiltered, type LogFilters, logSpan, readLogFilters, writeLogFilters } from './history-filters';
import { LogDock } from './LogDock';
import { LogFilterBar } from './LogFilterBar';
import { SlowNote } from './SlowNote';
import { StepPager } from './StepPager';
import { useLog } from './use-log';
import { useLogColumns } from './use-log-columns';

const NONE: readonly AlertLog[] = [];
const LIST: ListAddress<LogFilters> = {
  name: 'alarm history',
  size: 50,
  read: readLogFilters,
  write: writeLogFilters,
};
const NO_FILTERS = { search: '', rule: null, level: null, event: null, sent: null, page: 1 } as const;
const OPEN = 'log';

/** What metric rules told, when, and whom (I3). */
export function Component() {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const region = useRegion();
  const { params, filters, show, change } = useListAddress(LIST);
  const log = useLog(region, filters);
  const error = useErrorText(log.error);
  const rows = log.data?.items ?? NONE;
  const opened = rows.find(({ LogId }) => LogId === params.get(OPEN)) ?? null;
  const columns = useLogColumns(region, opened !== null);

  const open = (row: AlertLog | null) => change({ [OPEN]: row?.LogId ?? null });
  const filtered = isLogFiltered(filters);
  const state = listState({
    isPending: log.isPending,
    isRead: log.data !== undefined,
    count: rows.length,
    isFiltered: filtered || filters.page > 1,
  });
  const count = { count: rows.length, number: format.number(rows.length) };
  const isWhole = filters.page === 1 && log.data?.isLast === true;

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <AlarmsHead
          title={
            state === 'loading' || state === 'error'
              ? t('history.reading')
              : rows.length === 0
                ? t('history.none')
                : isWhole
                  ? t('history.page', count)
                  : t('history.pageMore', {
                      number: format.number((filters.page - 1) * filters.size + rows.length),
                    })
          }
          rest={state === 'loading' || state === 'error' ? null : t(`history.in.${filters.range}`)}
        />
        <LogFilterBar
          filters={filters}
          onFilter={show}
          ruleName={rows.find(({ RuleId }) => RuleId === filters.rule)?.RuleName}
        >
          <Freshness at={log.dataUpdatedAt} busy={log.isFetching} onRefresh={() => void log.refetch()} />
        </LogFilterBar>
        {log.isError && log.data ? (
          <Note tone="warn" className="mb-2" role="status">
            {t('list.stale', { title: error.title, time: format.clock(log.dataUpdatedAt) })}
          </Note>
        ) : null}
        {log.isPending || log.isPlaceholderData ? <SlowNote /> : null}
        {logSpan(filters, serverNow()).isCut ? (
          <Note tone="info" className="mb-2" role="status">
            {t('history.tooLong')}
          </Note>
        ) : null}
        <DataTable
          label={t('history.table')}
          columns={columns}
          rows={rows}
          rowKey={({ LogId }) => LogId}
          rowLabel={({ RuleName, InstanceName }) => `${RuleName}, ${InstanceName}`}
          state={state}
          placeholder={
            state === 'error' ? (
              <ErrorState
                {...error}
                title={t('history.errorTitle')}
                retrying={log.isFetching}
                onRetry={() => void log.refetch()}
              />
            ) : state === 'noMatch' ? (
              <NoMatch
                what={filters.search ? t('list.quoted', { text: filters.search }) : t('list.thisFilter')}
                onClear={() => show(NO_FILTERS)}
              />
            ) : state === 'empty' ? (
              <EmptyState icon={BellOff} title={t('history.emptyTitle')}>
                {t('history.empty')}
              </EmptyState>
            ) : null
          }
          onRowOpen={open}
          currentKey={opened?.LogId}
        />
        {log.data ? (
          <StepPager
            page={filters.page}
            size={filters.size}
            shown={rows.length}
            isLast={log.data.isLast}
            onPage={(page) => show({ page })}
          />
        ) : null}
      </div>
      {opened ? <LogDock key={opened.LogId} region={region} log={opened} onClose={() => open(null)} /> : null}
    </div>
  );
}
