import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { countOutcomes, outcomeOf } from '@/domain/invocation-status';
import { OUTCOME_LOOK, OutcomeStatus, overallOutcome } from '@/features/cloud-assistant';
import { LastRuns as RunList } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import type { Column } from '@/ui/DataTable';
import { ResultBar } from '@/ui/ResultBar';
import { Time } from '@/ui/Time';
import { commandPaths } from './command-paths';

export interface LastRunsProps {
  region: string;
  commandId: string;
}

/** The last runs of one command, newest first, and the way to all of them. */
export function LastRuns({ region, commandId }: LastRunsProps) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const columns = useRunColumns(region);
  return (
    <RunList
      region={region}
      of={{ CommandId: commandId }}
      columns={columns}
      allTo={commandPaths(region).records(commandId)}
      words={{
        title: t('detail.invocations'),
        table: t('detail.invocationsTable'),
        all: (count) => t('detail.allInvocations', { count, number: format.number(count) }),
        error: t('detail.invocationsError'),
        emptyTitle: t('detail.invocationsEmptyTitle'),
        empty: t('detail.invocationsEmpty'),
      }}
    />
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
