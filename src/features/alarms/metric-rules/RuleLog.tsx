import { BellOff } from 'lucide-react';
import { useErrorText } from '@/api/use-error-text';
import type { AlertLog } from '@/api/cms/alert-log';
import { useTranslation } from '@/i18n/use-translation';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { listState } from '@/ui/list-state';
import { readLogFilters } from '../history/history-filters';
import { SlowNote } from '../history/SlowNote';
import { useLog } from '../history/use-log';
import { useLogColumns } from '../history/use-log-columns';

const SHOWN = 20;
const NONE: readonly AlertLog[] = [];

/** The latest of what one rule told. */
export function RuleLog({ region, ruleId }: { region: string; ruleId: string }) {
  const { t } = useTranslation('alarmRules');
  const filters = readLogFilters(new URLSearchParams({ range: '15d', rule: ruleId }), SHOWN);
  const log = useLog(region, filters);
  const error = useErrorText(log.error);
  const columns = useLogColumns(region, true, false);
  const rows = log.data?.items ?? NONE;
  const state = listState({
    isPending: log.isPending,
    isRead: log.data !== undefined,
    count: rows.length,
    isFiltered: false,
  });
  return (
    <div className="flex h-[340px] flex-col">
      {log.isPending ? <SlowNote /> : null}
      <DataTable
        label={t('detail.log')}
        columns={columns}
        rows={rows}
        rowKey={({ LogId }) => LogId}
        state={state}
        placeholder={
          state === 'error' ? (
            <ErrorState
              {...error}
              title={t('detail.logFailed')}
              retrying={log.isFetching}
              onRetry={() => void log.refetch()}
            />
          ) : state === 'empty' ? (
            <EmptyState icon={BellOff} title={t('detail.noLog')} />
          ) : null
        }
      />
    </div>
  );
}
