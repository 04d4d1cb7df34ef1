import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { recordPaths } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { type Column, DataTable } from '@/ui/DataTable';
import { Duration } from '@/ui/Duration';
import { Time } from '@/ui/Time';
import { askForAgain, type Batch, type BatchPlan, isScheduled } from '../plan';
import { planStore } from '../plan-store';
import { BatchStatus } from './BatchStatus';

interface Row {
  batch: Batch;
  index: number;
}

const NONE: ReadonlySet<string> = new Set();
const WIDE = 1400;

/** Every batch: where it stands, what came of it, its record, and why it was refused. */
export function BatchTable({ plan, records }: { plan: BatchPlan; records: readonly Invocation[] }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const rows = useMemo(() => plan.batches.map((batch, index): Row => ({ batch, index })), [plan.batches]);
  const scheduled = isScheduled(plan);
  const columns = useMemo<readonly Column<Row>[]>(() => {
    const { id, region, rules, order, batches } = plan;
    const resultsOf = ({ tally }: Batch) =>
      scheduled
        ? ''
        : (['failed', 'succeeded', 'other'] as const)
            .filter((kind) => tally[kind] > 0)
            .map((kind) => t(`count.${kind}`, { count: tally[kind] }))
            .join(' · ');
    const errorColumn: Column<Row> = {
      id: 'error',
      header: t('column.error'),
      cell: ({ batch: { error, state }, index }) =>
        error === null ? (
          t('none')
        ) : (
          <span className="flex min-w-0 items-center gap-2">
            <span className="code min-w-0 flex-1 truncate" title={errorTitle(error)}>
              {error.code}
              {error.requestId ? `, ${error.requestId}` : null}
            </span>
            {state === 'refused' && order !== 'stop' ? (
              <Button
                size="sm"
                variant="quiet"
                icon={RotateCcw}
                aria-label={t('retry.batch', { number: format.number(index + 1) })}
                onClick={() => void planStore.change(id, (now) => askForAgain(now, index, NONE))}
              >
                {t('retry.action')}
              </Button>
            ) : null}
          </span>
        ),
    };
    return [
      {
        id: 'number',
        header: t('column.batch'),
        width: 110,
        cell: ({ batch, index }) => (
          <span className="inline-flex items-center gap-2">
            <b>{format.number(index + 1)}</b>
            {batch.canary && rules.gate !== null ? <Badge>{t('canary')}</Badge> : null}
          </span>
        ),
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 150,
        cell: ({ batch }) => (
          <BatchStatus
            plan={plan}
            batch={batch}
            record={records.find(({ InvokeId }) => InvokeId === batch.invokeId)}
          />
        ),
      },
      {
        id: 'instances',
        header: t('column.instances'),
        width: 90,
        align: 'end',
        cell: ({ batch }) => format.number(batch.instanceIds.length),
      },
      { id: 'results', header: t('column.results'), cell: ({ batch }) => resultsOf(batch) || t('none') },
      {
        id: 'record',
        header: t('column.record'),
        cell: ({ batch: { invokeId } }) =>
          invokeId === null ? (
            t('none')
          ) : (
            <Link className="code" to={recordPaths(region).record(invokeId)}>
              {invokeId}
            </Link>
          ),
      },
      {
        id: 'sent',
        header: t('column.sent'),
        width: 96,
        hideBelow: WIDE,
        cell: ({ batch }) => <Time at={batch.sentAt} form="clock" className="text-text-muted" />,
      },
      {
        id: 'took',
        header: t('column.took'),
        width: 84,
        align: 'end',
        cell: ({ batch: { sentAt, endedAt } }) => (
          <Duration
            ms={sentAt !== null && endedAt !== null && !scheduled ? endedAt - sentAt : null}
            className="text-text-muted"
          />
        ),
      },
      ...(batches.some(({ error }) => error !== null) ? [errorColumn] : []),
    ];
  }, [format, plan, records, scheduled, t]);
  return (
    <DataTable
      label={t('page.batches')}
      columns={columns}
      rows={rows}
      rowKey={({ index }) => String(index)}
      rowLabel={({ index }) => t('bar.number', { number: format.number(index + 1) })}
      state="ready"
    />
  );
}

function errorTitle({ code, message, requestId }: NonNullable<Batch['error']>): string {
  return [code, message, requestId && `RequestId ${requestId}`].filter(Boolean).join(' · ');
}
