import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { outcomeOf } from '@/domain/invocation-status';
import { OutcomeStatus, TypeBadge } from '@/features/cloud-assistant';
import { LastRuns as RunList } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import type { Column } from '@/ui/DataTable';
import { Time } from '@/ui/Time';
import { instancePaths } from '../paths';
import { LAST_RUNS } from '../queries';

export interface LastRunsProps {
  region: string;
  instanceId: string;
  /** Where all of them are listed. */
  allTo: string;
}

/** The last runs on one instance, newest first, with the outcome on this instance, and the way to all of them. */
export function LastRuns({ region, instanceId, allTo }: LastRunsProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const columns = useColumns(region, instanceId);
  return (
    <RunList
      region={region}
      of={{ InstanceId: instanceId }}
      count={LAST_RUNS}
      columns={columns}
      allTo={allTo}
      words={{
        title: t('runs.title'),
        table: t('runs.table'),
        all: (count) => t('runs.all', { count, number: format.number(count) }),
        error: t('runs.errorTitle'),
        emptyTitle: t('runs.emptyTitle'),
        empty: t('runs.empty'),
      }}
    />
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
        width: 76,
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
