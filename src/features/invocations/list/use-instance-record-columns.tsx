import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { OutcomeStatus } from '@/features/cloud-assistant';
import type { Column } from '@/ui/DataTable';
import type { InstanceRun } from '../run-progress';
import { Took } from '../Took';
import { type RecordRow, useRecordColumns } from './use-record-columns';

/** The columns of a list of what ran on one instance: how it went there, not how the whole run went. */
export function useInstanceRecordColumns(region: string, instanceId: string): readonly Column<RecordRow>[] {
  const { t } = useTranslation('invocations');
  const columns = useRecordColumns(region);
  return useMemo(() => {
    const here = ({ progress }: RecordRow): InstanceRun | undefined =>
      progress.runs.find((run) => run.instanceId === instanceId);
    const own: Record<string, Column<RecordRow>[]> = {
      status: [
        {
          id: 'outcome',
          header: t('column.here'),
          width: 168,
          cell: (row) => {
            const run = here(row);
            return (
              <OutcomeStatus
                outcome={run?.outcome ?? row.progress.overall}
                wireStatus={run?.wireStatus ?? row.progress.wireStatus}
              />
            );
          },
        },
        {
          id: 'exit',
          header: t('column.exit'),
          width: 76,
          align: 'end',
          cell: (row) => here(row)?.exitCode ?? <span className="text-text-subtle">–</span>,
        },
      ],
      instances: [],
      duration: [
        {
          id: 'duration',
          header: t('column.duration'),
          width: 88,
          align: 'end',
          cell: (row) => {
            const { startedAt = null, finishedAt = null } = here(row) ?? {};
            return <Took from={startedAt} to={finishedAt} />;
          },
        },
      ],
    };
    return columns.flatMap((column) => own[column.id] ?? [column]);
  }, [columns, instanceId, t]);
}
