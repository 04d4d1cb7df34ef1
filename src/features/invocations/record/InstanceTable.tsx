import { type ReactNode, useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Outcome } from '@/domain/invocation-status';
import { OutcomeStatus } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import type { Column } from '@/ui/DataTable';
import { DataTable } from '@/ui/DataTable';
import { FilterChip } from '@/ui/FilterChip';
import { NoMatch } from '@/ui/NoMatch';
import type { InstanceRun, RunProgress } from '../run-progress';
import { Took } from '../Took';

export interface InstanceTableProps {
  progress: RunProgress;
  nameOf(instanceId: string): string;
  /** Shown beside the table. */
  current: string | undefined;
  outcome: Outcome | null;
  onOutcome(outcome: Outcome | null): void;
  onOpen(instanceId: string): void;
  /** More columns at the end; keep it stable with useMemo. */
  moreColumns?: readonly Column<InstanceRun>[] | undefined;
  /** Instances of a choice made elsewhere; null: all. */
  only?: ReadonlySet<string> | null | undefined;
  /** Takes the choice back. */
  onAll?: (() => void) | undefined;
  /** More chips and buttons beside the heading. */
  actions?: ReactNode;
}

/** From here on there is room for every column. */
const WIDE = 1440;
const NO_COLUMNS: readonly Column<InstanceRun>[] = [];

/** Every instance of the run, what needs a person first. */
export function InstanceTable({
  progress,
  nameOf,
  current,
  outcome,
  onOutcome,
  onOpen,
  moreColumns = NO_COLUMNS,
  only = null,
  onAll,
  actions,
}: InstanceTableProps) {
  const { t } = useTranslation(['invocations', 'domain']);
  const format = useFormat();
  const isTight = moreColumns.length > 0;
  const rows = useMemo(
    () =>
      progress.runs.filter(
        (run) => (!outcome || run.outcome === outcome) && (!only || only.has(run.instanceId)),
      ),
    [progress, outcome, only],
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
        width: isTight ? 124 : 158,
        cell: (run) => <OutcomeStatus outcome={run.outcome} wireStatus={run.wireStatus} />,
      },
      {
        id: 'exit',
        header: t('column.exit'),
        width: 76,
        align: 'end',
        cell: (run) => run.exitCode ?? <span className="text-text-subtle">–</span>,
      },
      {
        id: 'time',
        header: t('column.time'),
        width: isTight ? 72 : 84,
        hideBelow: moreColumns.length > 1 ? WIDE : undefined,
        align: 'end',
        cell: (run) => <Took from={run.startedAt} to={run.finishedAt} className="text-text-muted" />,
      },
      ...moreColumns,
    ],
    [nameOf, t, moreColumns, isTight],
  );
  return (
    <section aria-labelledby="record-instances" className="flex min-h-[180px] flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-1 pb-1">
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
        {actions}
      </div>
      <DataTable
        label={t('record.instancesTable')}
        columns={columns}
        rows={rows}
        rowKey={(run) => run.instanceId}
        rowLabel={(run) => nameOf(run.instanceId)}
        state={rows.length > 0 ? 'ready' : 'noMatch'}
        placeholder={
          <NoMatch
            what={outcome ? t(`domain:outcome.${outcome}`) : ''}
            onClear={() => (only && onAll ? onAll() : onOutcome(null))}
          >
            {only
              ? t('compare.noneInSet')
              : t('record.noneWithStatus', { total: format.number(progress.runs.length) })}
          </NoMatch>
        }
        currentKey={current}
        onRowOpen={(run) => onOpen(run.instanceId)}
      />
    </section>
  );
}
