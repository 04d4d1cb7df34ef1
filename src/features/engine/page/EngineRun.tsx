import { useQueryClient } from '@tanstack/react-query';
import { CircleStop, ListChecks } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Execution } from '@/api/oos/executions';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { isExecutionOver } from '@/domain/engine-status';
import { RunResults, useInstanceNames } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CountsTitle } from '@/ui/CountsTitle';
import { EmptyState } from '@/ui/EmptyState';
import { Freshness } from '@/ui/Freshness';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { useAddress } from '@/ui/use-address';
import { countItems, countResources, engineItems, overallOf, waitsFor } from '../engine-items';
import { ITEM_LOOK } from '../engine-look';
import { useItems, useRecords } from '../queries';
import { AgainLink } from './AgainLink';
import { CancelDialog } from './CancelDialog';
import { EngineBar } from './EngineBar';
import { EngineLede } from './EngineLede';
import { EngineRequest } from './EngineRequest';
import { exportParts } from './export-parts';
import { ItemTable } from './ItemTable';
import { RunOnNote } from './RunOnNote';
import { WaitingNote } from './WaitingNote';

export interface EngineRunProps {
  region: string;
  execution: Execution;
  readAt: number;
  busy: boolean;
  /** Why it could not be read anew; null: it could. */
  stale: string | null;
}

const TABS = ['instances', 'results', 'request'] as const;

/** One execution: how many are through and how, what it waits for, and what each instance answered. */
export function EngineRun({ region, execution, readAt, busy, stale }: EngineRunProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const cache = useQueryClient();
  const [params, change] = useAddress();
  const [cancelling, setCancelling] = useState(false);
  const loop = useItems(region, execution);
  const rows = loop.data?.items ?? null;
  const items = useMemo(() => engineItems(execution, rows), [execution, rows]);
  const begun = items.filter(({ startedAt }) => startedAt !== null);
  const tab = TABS.find((name) => name === params.get('tab')) ?? 'instances';
  const told = countItems(items);
  const isUntold = rows === null && !told.some(({ outcome }) => outcome === 'pending');
  const counts = isUntold ? countResources(execution) : told;
  const changedAt = Math.max(0, ...begun.map((item) => item.endedAt ?? item.startedAt ?? 0));
  const records = useRecords(region, execution, loop.data?.loopId ?? null, {
    stamp:
      begun.length === 0
        ? ''
        : `${changedAt} ${counts.map(({ outcome, count }) => `${outcome} ${count}`).join()}`,
    isWhole: tab === 'results' || execution.status === 'Cancelled',
  });
  const ids = useMemo(() => items.map(({ instanceId }) => instanceId), [items]);
  const names = useInstanceNames(region, ids);
  const nameOf = useCallback((instanceId: string) => names.get(instanceId) || instanceId, [names]);
  const itemsError = useErrorText(loop.error);
  const recordsError = useErrorText(records.error);

  const overall = overallOf(execution, counts);
  const isOver = isExecutionOver(execution.status);
  const done = counts.reduce((sum, { outcome, count }) => sum + (UNFINISHED.has(outcome) ? 0 : count), 0);
  // By the items of an earlier moment it would be asked about the batch before.
  const waiting = loop.isCurrent || loop.error ? waitsFor(execution, items) : null;
  const lastBatch = Math.max(0, ...items.map(({ batch }) => batch ?? 0));
  const atBatch = Math.max(0, ...begun.map(({ batch }) => batch ?? 0));
  const parts = useMemo(
    () => exportParts(execution.executionId, items, records.invocations),
    [execution.executionId, items, records.invocations],
  );
  const refresh = () => void cache.invalidateQueries({ queryKey: keys.engineRuns.all(region) });

  return (
    <>
      <PageHead
        documentTitle={t('page.documentTitle', { id: execution.description || execution.executionId })}
        title={
          counts.length === 0 ? (
            t(`outcome.${overall}`)
          ) : (
            <CountsTitle
              counts={counts.map(({ outcome, count }) => ({
                key: outcome,
                ...ITEM_LOOK[outcome],
                text: t(`count.${outcome}`, { count }),
              }))}
            />
          )
        }
        rest={restWords()}
        lede={<EngineLede region={region} execution={execution} instances={items.length} />}
        actions={
          <>
            {isOver ? (
              <AgainLink region={region} execution={execution} items={items} records={records.byTask} />
            ) : null}
            <Button
              icon={CircleStop}
              writes
              disabledReason={isOver ? t('cancel.over') : undefined}
              onClick={() => setCancelling(true)}
            >
              {t('cancel.action')}
            </Button>
          </>
        }
      />
      {stale === null ? null : (
        <Note tone="warn" className="mb-3" role="status">
          {t('page.stale', { title: stale, time: format.clock(readAt) })}
        </Note>
      )}
      <EngineBar counts={counts} />
      <div className="flex items-center gap-4 pt-1">
        <span className="text-text-muted" role="status">
          {t(isOver ? 'page.done' : 'page.goesOn', {
            count: items.length,
            done: format.number(done),
            number: format.number(items.length),
          })}
        </span>
        <span className="flex-1" />
        <Freshness at={readAt} busy={busy} live={!isOver} onRefresh={refresh} />
      </div>
      {waiting ? (
        <WaitingNote
          region={region}
          execution={execution}
          waiting={waiting}
          loopId={loop.data?.loopId ?? null}
          items={items}
          nameOf={nameOf}
        />
      ) : null}
      {isOver && execution.message !== '' ? (
        <Note
          tone={execution.status === 'Failed' ? 'danger' : 'info'}
          role="status"
          className="mt-3"
          title={t('page.why')}
        >
          {execution.message}
        </Note>
      ) : null}
      {execution.status === 'Cancelled' ? (
        <RunOnNote
          region={region}
          executionId={execution.executionId}
          records={records.invocations}
          nameOf={nameOf}
        />
      ) : null}
      {loop.error ? (
        <Note tone="warn" role="status" className="mt-3" title={itemsError.title}>
          {t('page.itemsUnread')} <span className="code">{itemsError.code}</span>
        </Note>
      ) : null}
      {records.error ? (
        <Note tone="warn" role="status" className="mt-3" title={recordsError.title}>
          {t('page.recordsUnread')} <span className="code">{recordsError.code}</span>
        </Note>
      ) : null}
      <Tabs
        label={t('page.views')}
        className="min-h-0 flex-1 pt-2"
        value={tab}
        onValueChange={(next) => change({ tab: next === 'instances' ? null : next })}
        tabs={[
          { value: 'instances', label: t('page.instances'), count: items.length },
          {
            value: 'results',
            label: t('page.results'),
            count: Math.max(records.byTask.size, records.invocations.length),
          },
          { value: 'request', label: t('page.request') },
        ]}
      >
        <TabPanel value="instances" className="flex min-h-0 flex-1 flex-col pt-3">
          <ItemTable
            region={region}
            items={items}
            isLoading={loop.isPending}
            hasBatches={lastBatch > 1}
            byTask={records.byTask}
            invocations={records.invocations}
            nameOf={nameOf}
          />
        </TabPanel>
        <TabPanel value="results" className="flex min-h-0 flex-1 flex-col">
          {records.some ? (
            <RunResults region={region} invocations={records.some} name={execution.executionId} {...parts} />
          ) : records.isPending || loop.isPending ? (
            <div aria-busy className="pt-4">
              <Skeleton width="60%" />
            </div>
          ) : (
            <EmptyState icon={ListChecks} title={t('page.noResults')}>
              {execution.outputs.length > 0 ? (
                <pre className="code-block mt-2 max-h-80 overflow-auto text-left">
                  {execution.outputs.join('\n')}
                </pre>
              ) : (
                t('page.noResultsBody')
              )}
            </EmptyState>
          )}
        </TabPanel>
        <TabPanel value="request" className="flex min-h-0 flex-1 flex-col overflow-auto pt-3 pb-4">
          <EngineRequest region={region} execution={execution} />
        </TabPanel>
      </Tabs>
      {cancelling ? (
        <CancelDialog
          region={region}
          execution={execution}
          items={items}
          onClose={() => setCancelling(false)}
        />
      ) : null}
    </>
  );

  function restWords(): string | null {
    if (overall === 'pending') return t('rest.accepted');
    if (overall === 'unknown') return t('rest.other', { status: execution.status });
    if (lastBatch > 1)
      return t(`rest.many.${overall}`, { at: format.number(atBatch), total: format.number(lastBatch) });
    return overall in REST_OF_ONE ? t(REST_OF_ONE[overall as keyof typeof REST_OF_ONE]) : null;
  }
}

/** Of an execution that goes in one batch; the counts say enough of the others. */
const REST_OF_ONE = { running: 'rest.goesOn', paused: 'rest.waits', stopped: 'rest.cancelled' } as const;
const UNFINISHED: ReadonlySet<string> = new Set(['pending', 'running', 'unknown']);
