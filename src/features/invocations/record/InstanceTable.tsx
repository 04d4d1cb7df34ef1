import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@/domain/invocation-status';
import { OutcomeStatus } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import type { Column } from '@/ui/DataTable';
import { DataTable } from '@/ui/DataTable';
import { Duration } from '@/ui/Duration';
import { FilterChip } from '@/ui/FilterChip';
import { NoMatch } from '@/ui/NoMatch';
import type { InstanceRun, RunProgress } from '../run-progress';

export interface InstanceTableProps {
  progress: RunProgress;
  nameOf(instanceId: string): string;
  /** Shown beside the table. */
  current: string | undefined;
  outcome: Outcome | null;
  onOutcome(outcome: Outcome | null): void;
  onOpen(instanceId: string): void;
}

/** Every instance of the run, what needs a person first. */
export function InstanceTable({ progress, nameOf, current, outcome, onOutcome, onOpen }: InstanceTableProps) {
  const { t } = useTranslation(['invocations', 'domain']);
  const format = useFormat();
  const rows = useMemo(
    () => (outcome ? progress.runs.filter((run) => run.outcome === outcome) : progress.runs),
    [progress, outcome],
  );
  const columns = useMemo<readonly Column<InstanceRun>[]>(
    () => [
      {
        id: 'name',
        header: t('column.instance'),
        cell: (run) => <b title={run.instanceId}>{nameOf(run.instanceId)}</b>,
      },
      {
        id: 'status',
        header: t('column.status'),
        width: 158,
        cell: (run) => <OutcomeStatus outcome={run.outcome} wireStatus={run.wireStatus} />,
      },
      {
        id: 'exit',
        header: t('column.exit'),
        width: 52,
        align: 'end',
        cell: (run) => run.exitCode ?? <span className="text-text-subtle">–</span>,
      },
      {
        id: 'time',
        header: t('column.time'),
        width: 84,
        align: 'end',
        cell: (run) => (
          <Duration
            ms={run.startedAt !== null && run.finishedAt !== null ? run.finishedAt - run.startedAt : null}
            className="text-text-muted"
          />
        ),
      },
    ],
    [nameOf, t],
  );
  return (
    <section aria-labelledby="record-instances" className="flex min-h-[180px] flex-1 flex-col">
      <div className="flex items-center gap-2 pb-1">
        <h2 id="record-instances">{t('record.instances')}</h2>
        <span className="flex-1" />
        <FilterChip
          label={t('filter.status')}
          anyLabel={t('filter.any')}
          value={outcome}
          options={progress.counts.map((entry) => ({
            value: entry.outcome,
            label: t(`domain:outcome.${entry.outcome}`),
            count: entry.count,
          }))}
          onValueChange={(value) => onOutcome(value as Outcome | null)}
        />
      </div>
      <DataTable
        label={t('record.instancesTable')}
        columns={columns}
        rows={rows}
        rowKey={(run) => run.instanceId}
        rowLabel={(run) => nameOf(run.instanceId)}
        state={rows.length > 0 ? 'ready' : 'noMatch'}
        placeholder={
          <NoMatch what={outcome ? t(`domain:outcome.${outcome}`) : ''} onClear={() => onOutcome(null)}>
            {t('record.noneWithStatus', { total: format.number(progress.runs.length) })}
          </NoMatch>
        }
        currentKey={current}
        onRowOpen={(run) => onOpen(run.instanceId)}
      />
    </section>
  );
}
