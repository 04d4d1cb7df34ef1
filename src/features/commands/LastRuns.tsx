import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { useErrorText } from '@/api/use-error-text';
import { parseWireTime } from '@/api/wire-times';
import { countOutcomes, outcomeOf } from '@/domain/invocation-status';
import { OUTCOME_LOOK, OutcomeStatus, overallOutcome } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { ResultBar } from '@/ui/ResultBar';
import { Time } from '@/ui/Time';
import { commandPaths } from './command-paths';
import { useLastRuns } from './queries';

export interface LastRunsProps {
  region: string;
  commandId: string;
}

const HEAD = 30;
const ROW = 34;
const FADE = 20;
const PLACEHOLDER = 170;
const NO_ROWS: readonly Invocation[] = [];

/** The last runs of one command, newest first, and the way to all of them. */
export function LastRuns({ region, commandId }: LastRunsProps) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const navigate = useNavigate();
  const runs = useLastRuns(region, commandId);
  const error = useErrorText(runs.error);
  const columns = useRunColumns(region);
  const paths = commandPaths(region);
  const rows = runs.data?.items ?? NO_ROWS;
  const state = runs.data ? (rows.length > 0 ? 'ready' : 'empty') : runs.isError ? 'error' : 'loading';
  const total = runs.data?.totalCount ?? 0;
  return (
    <section className="flex flex-col gap-1.5" aria-label={t('detail.invocations')}>
      <div className="flex items-baseline gap-3">
        <h2 className="flex-1">{t('detail.invocations')}</h2>
        {total > 0 ? (
          <Link to={paths.records(commandId)}>
            {t('detail.allInvocations', { count: total, number: format.number(total) })}
          </Link>
        ) : null}
      </div>
      <div
        className="flex flex-col"
        style={{ height: HEAD + FADE + (state === 'ready' ? rows.length * ROW : PLACEHOLDER) }}
      >
        <DataTable
          label={t('detail.invocationsTable')}
          columns={columns}
          rows={rows}
          rowKey={(run) => run.InvokeId}
          state={state}
          onRowOpen={(run) => void navigate(paths.record(run.InvokeId))}
          placeholder={
            state === 'error' ? (
              <ErrorState
                title={t('detail.invocationsError')}
                advice={error.advice}
                code={error.code}
                requestId={error.requestId}
                retrying={runs.isFetching}
                onRetry={() => void runs.refetch()}
              />
            ) : (
              <EmptyState icon={ListChecks} title={t('detail.invocationsEmptyTitle')}>
                {t('detail.invocationsEmpty')}
              </EmptyState>
            )
          }
        />
      </div>
    </section>
  );
}

function useRunColumns(region: string): readonly Column<Invocation>[] {
  const { t } = useTranslation('commands');
  const { t: word } = useTranslation('domain');
  const format = useFormat();
  return useMemo(() => {
    const paths = commandPaths(region);
    return [
      {
        id: 'status',
        header: t('detail.status'),
        width: 150,
        cell: (run) => (
          <OutcomeStatus
            outcome={overallOutcome(run)}
            wireStatus={run.InvocationStatus || run.InvokeStatus}
          />
        ),
      },
      {
        id: 'instances',
        header: t('detail.instances'),
        width: 'grow',
        cell: (run) => {
          const outcomes = run.InvokeInstances.map((instance) =>
            outcomeOf({
              invocationStatus: instance.InvocationStatus || undefined,
              oldStatus: instance.InstanceInvokeStatus || undefined,
              exitCode: instance.ExitCode,
            }),
          );
          return (
            <span className="flex items-center gap-3">
              <ResultBar
                className="w-[96px] flex-none"
                segments={countOutcomes(outcomes).map(({ outcome, count }) => ({
                  tone: OUTCOME_LOOK[outcome].tone,
                  count,
                  label: word(`outcome.${outcome}`),
                }))}
              />
              <span className="text-text-muted">
                {t('detail.instanceCount', {
                  count: outcomes.length,
                  number: format.number(outcomes.length),
                })}
              </span>
            </span>
          );
        },
      },
      {
        id: 'record',
        header: t('detail.record'),
        width: 158,
        mono: true,
        cell: (run) => (
          <Link to={paths.record(run.InvokeId)} className="font-normal!">
            {run.InvokeId}
          </Link>
        ),
      },
      {
        id: 'started',
        header: t('detail.started'),
        width: 122,
        align: 'end',
        sort: 'desc',
        cell: (run) => <Time at={parseWireTime(run.CreationTime)} className="text-text-muted" />,
      },
    ];
  }, [format, region, t, word]);
}
