import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { useErrorText } from '@/api/use-error-text';
import { parseWireTime } from '@/api/wire-times';
import { outcomeOf } from '@/domain/invocation-status';
import { OutcomeStatus, TypeBadge } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Time } from '@/ui/Time';
import { instancePaths } from '../paths';
import { useLastRuns } from '../queries';

export interface LastRunsProps {
  region: string;
  instanceId: string;
}

const HEAD = 30;
const ROW = 34;
const FADE = 22;
const PLACEHOLDER = { empty: 70, error: 130, loading: 5 * ROW };
const NO_ROWS: readonly Invocation[] = [];

/** The last runs on one instance, newest first, with the outcome on this instance, and the way to all of them. */
export function LastRuns({ region, instanceId }: LastRunsProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const navigate = useNavigate();
  const paths = instancePaths(region);
  const runs = useLastRuns(region, instanceId);
  const error = useErrorText(runs.error);
  const columns = useColumns(region, instanceId);
  const rows = runs.data?.items ?? NO_ROWS;
  const total = runs.data?.totalCount ?? 0;
  const state = runs.data ? (rows.length > 0 ? 'ready' : 'empty') : runs.isError ? 'error' : 'loading';
  return (
    <section aria-label={t('runs.title')} className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline gap-3">
        <h2 className="flex-1">{t('runs.title')}</h2>
        {total > 0 ? (
          <Link to={paths.records(instanceId)}>
            {t('runs.all', { count: total, number: format.number(total) })}
          </Link>
        ) : null}
      </div>
      <div
        className="flex flex-col overflow-hidden"
        style={{ height: HEAD + FADE + (state === 'ready' ? rows.length * ROW : PLACEHOLDER[state]) }}
      >
        <DataTable
          label={t('runs.table')}
          columns={columns}
          rows={rows}
          rowKey={(run) => run.InvokeId}
          rowLabel={(run) => run.CommandName || run.InvokeId}
          state={state}
          onRowOpen={(run) => void navigate(paths.record(run.InvokeId))}
          placeholder={
            state === 'error' ? (
              <ErrorState
                title={t('runs.errorTitle')}
                advice={error.advice}
                code={error.code}
                requestId={error.requestId}
                retrying={runs.isFetching}
                onRetry={() => void runs.refetch()}
              />
            ) : (
              <EmptyState icon={ListChecks} title={t('runs.emptyTitle')}>
                {t('runs.empty')}
              </EmptyState>
            )
          }
        />
      </div>
    </section>
  );
}

function useColumns(region: string, instanceId: string): readonly Column<Invocation>[] {
  const { t } = useTranslation('instances');
  return useMemo(() => {
    const paths = instancePaths(region);
    const runHere = (run: Invocation) => run.InvokeInstances.find((item) => item.InstanceId === instanceId);
    return [
      {
        id: 'command',
        header: t('runs.command'),
        cell: (run) => (
          <Link to={paths.record(run.InvokeId)} title={run.InvokeId}>
            {run.CommandName || run.CommandId}
          </Link>
        ),
      },
      {
        id: 'type',
        header: t('runs.type'),
        width: 104,
        hideBelow: 1240,
        cell: (run) => <TypeBadge type={run.CommandType} />,
      },
      {
        id: 'outcome',
        header: t('runs.outcome'),
        width: 178,
        cell: (run) => {
          const here = runHere(run);
          return (
            <OutcomeStatus
              outcome={outcomeOf({
                invocationStatus: (here?.InvocationStatus ?? run.InvocationStatus) || undefined,
                oldStatus: (here?.InstanceInvokeStatus ?? run.InvokeStatus) || undefined,
                exitCode: here?.ExitCode,
              })}
              wireStatus={here?.InvocationStatus || here?.InstanceInvokeStatus}
            />
          );
        },
      },
      {
        id: 'exit',
        header: t('runs.exit'),
        width: 64,
        align: 'end',
        cell: (run) => runHere(run)?.ExitCode ?? <span className="text-text-subtle">–</span>,
      },
      {
        id: 'started',
        header: t('runs.started'),
        width: 128,
        align: 'end',
        sort: 'desc',
        cell: (run) => <Time at={parseWireTime(run.CreationTime)} className="text-text-muted" />,
      },
    ];
  }, [instanceId, region, t]);
}
