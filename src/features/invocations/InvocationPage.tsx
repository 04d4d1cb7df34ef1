import { CircleStop } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import type { Invocation } from '@/api/ecs/invocations';
import { isFinal, OUTCOMES } from '@/domain/invocation-status';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { ResultBar } from '@/ui/ResultBar';
import { Skeleton } from '@/ui/Skeleton';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { DiffPanel } from './compare/DiffPanel';
import { FailureClusters } from './compare/FailureClusters';
import { FamiliesPanel } from './compare/FamiliesPanel';
import { FindBar } from './compare/FindBar';
import { SetChips } from './compare/SetChips';
import { useCompareAddress } from './compare/use-compare-address';
import { useCompareColumns } from './compare/use-compare-columns';
import { useComparison } from './compare/use-comparison';
import { useFind } from './compare/use-find';
import { ExportButton } from './export/ExportButton';
import { recordPaths } from './paths';
import { useInstanceNames, useRecord } from './queries';
import { Failures } from './record/Failures';
import { InstanceTable } from './record/InstanceTable';
import { byUrgency } from './record/order';
import { PeriodicRecord } from './record/periodic/PeriodicRecord';
import { RecordLede, RecordPace, RecordTitle } from './record/RecordHead';
import { RequestView } from './record/RequestView';
import { ResultViewer } from './record/ResultViewer';
import { RunAgain } from './record/RunAgain';
import { stoppable, StopDialog } from './record/StopDialog';
import { runProgress } from './run-progress';

/** One execution record: how it went, on which instances it did not, and what each of them answered. */
export function Component() {
  const { t } = useTranslation('invocations');
  const region = useRegion();
  const { invokeId = '' } = useParams();
  const record = useRecord(region, invokeId);
  const errorText = useErrorText(record.error);

  if (record.data?.Frequency) {
    return (
      <PeriodicRecord
        key={invokeId}
        region={region}
        invocation={record.data}
        readAt={record.dataUpdatedAt}
        busy={record.isFetching}
        staleReason={record.isError ? errorText.title : null}
        onRefresh={() => void record.refetch()}
      />
    );
  }
  if (record.data) {
    return (
      <Record
        key={invokeId}
        region={region}
        invocation={record.data}
        readAt={record.dataUpdatedAt}
        busy={record.isFetching}
        staleReason={record.isError ? errorText.title : null}
        onRefresh={() => void record.refetch()}
      />
    );
  }
  return (
    <>
      <PageHead
        documentTitle={invokeId}
        title={record.isPending ? <Skeleton width={360} height={24} /> : invokeId}
        lede={record.isPending ? <Skeleton width={480} /> : null}
      />
      {record.isPending ? (
        <div aria-busy className="h-2.5 rounded-xs bg-neutral-subtle" />
      ) : record.isError ? (
        <ErrorState {...errorText} onRetry={() => void record.refetch()} retrying={record.isFetching} />
      ) : (
        <EmptyState
          icon={CircleStop}
          title={t('notFound.title')}
          actions={
            <LinkButton size="sm" to={recordPaths(region).list}>
              {t('notFound.action')}
            </LinkButton>
          }
        >
          {t('notFound.body', { region })}
        </EmptyState>
      )}
    </>
  );
}

type Tab = 'results' | 'request';

interface RecordProps {
  region: string;
  invocation: Invocation;
  readAt: number;
  busy: boolean;
  /** Why what is shown may be old; null when it is not. */
  staleReason: string | null;
  onRefresh(): void;
}

function Record({ region, invocation, readAt, busy, staleReason, onRefresh }: RecordProps) {
  const { t, i18n } = useTranslation(['invocations', 'domain']);
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [stopping, setStopping] = useState(false);

  const ids = useMemo(() => invocation.InvokeInstances.map((instance) => instance.InstanceId), [invocation]);
  const names = useInstanceNames(region, ids);
  const nameOf = useCallback((instanceId: string) => names.get(instanceId) ?? instanceId, [names]);
  const progress = useMemo(() => {
    const read = runProgress(invocation);
    return { ...read, runs: read.runs.toSorted(byUrgency(nameOf, i18n.language)) };
  }, [invocation, nameOf, i18n.language]);

  const outcome = OUTCOMES.find((value) => value === params.get('status')) ?? null;
  const [address, changeComparison] = useCompareAddress();
  const comparison = useComparison(region, invocation.InvokeId, progress.runs, address);
  const { chosen } = comparison;
  const listed = progress.runs.filter(
    (run) => (!outcome || run.outcome === outcome) && (!chosen || chosen.has(run.instanceId)),
  );
  const tab: Tab = params.get('tab') === 'request' ? 'request' : 'results';
  const asked = params.get('instance');
  const current = progress.runs.find((run) => run.instanceId === asked) ?? listed[0] ?? progress.runs[0];
  const place = current ? listed.indexOf(current) : -1;

  const put = (key: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const open = (instanceId: string) => put('instance', instanceId);
  const step = (to: number) => {
    const run = listed[to];
    return run ? () => open(run.instanceId) : null;
  };
  const isSeveral = progress.runs.length > 1;
  const find = useFind({
    text: isSeveral ? address.search : '',
    isRegex: address.isRegex,
    texts: comparison.texts,
    order: listed.map((run) => run.instanceId),
    everywhere: ids,
    shown: current?.instanceId,
    onOpen: open,
    onLeave: (instance) => changeComparison({ instance, family: null, cluster: null, status: null }),
  });
  const moreColumns = useCompareColumns(comparison.letters, find.found);
  const canStop = stoppable(progress).length;

  return (
    <>
      <PageHead
        documentTitle={`${invocation.CommandName} ${invocation.InvokeId}`}
        title={<RecordTitle progress={progress} />}
        lede={<RecordLede region={region} invocation={invocation} progress={progress} />}
        actions={
          <>
            <RunAgain region={region} invocation={invocation} runs={progress.runs} />
            <Button
              icon={CircleStop}
              disabledReason={canStop === 0 ? t('stop.allEnded') : undefined}
              onClick={() => setStopping(true)}
            >
              {canStop === 0 ? t('stop.action') : t('stop.actionOn', { count: canStop })}
            </Button>
          </>
        }
      />
      {staleReason === null ? null : (
        <Note tone="warn" className="mb-3" role="status">
          {t('stale', { title: staleReason, time: format.clock(readAt) })}
        </Note>
      )}
      <ResultBar
        segments={progress.counts.map((entry) => ({
          tone: OUTCOME_LOOK[entry.outcome].tone,
          count: entry.count,
          label: t(`domain:outcome.${entry.outcome}`),
        }))}
      />
      <div className="flex items-center gap-4 pt-1">
        <span className="text-text-muted" role="status">
          <RecordPace invocation={invocation} progress={progress} />
        </span>
        <span className="flex-1" />
        <Freshness at={readAt} busy={busy} live={!isFinal(progress.overall)} onRefresh={onRefresh} />
      </div>
      {comparison.groups ? (
        <FailureClusters
          clusters={comparison.groups.clusters}
          chosen={address.cluster}
          nameOf={nameOf}
          onChange={changeComparison}
        />
      ) : (
        <Failures
          region={region}
          invokeId={invocation.InvokeId}
          runs={progress.runs}
          nameOf={nameOf}
          onOpen={open}
        />
      )}
      <Tabs
        label={t('record.views')}
        className="min-h-0 flex-1 pt-2"
        value={tab}
        onValueChange={(next) => put('tab', next === 'results' ? null : next)}
        tabs={[
          { value: 'results', label: t('record.results'), count: progress.runs.length },
          { value: 'request', label: t('record.request') },
        ]}
        aside={
          isSeveral && tab === 'results' ? (
            <FindBar find={find} address={address} onChange={changeComparison} />
          ) : null
        }
      >
        <TabPanel value="results" className="flex min-h-0 flex-1 gap-7 pt-3.5 pb-4">
          <div className="flex w-[43%] min-w-[400px] flex-none flex-col">
            <FamiliesPanel
              comparison={comparison}
              address={address}
              onChange={changeComparison}
              total={progress.runs.length}
              nameOf={nameOf}
            />
            <InstanceTable
              progress={progress}
              nameOf={nameOf}
              current={current?.instanceId}
              outcome={outcome}
              onOutcome={(value) => put('status', value)}
              onOpen={open}
              moreColumns={moreColumns}
              only={chosen}
              onAll={() => changeComparison({ family: null, cluster: null })}
              actions={
                <>
                  <SetChips comparison={comparison} address={address} onChange={changeComparison} />
                  <ExportButton
                    invocation={invocation}
                    runs={progress.runs}
                    outputs={comparison.outputs}
                    nameOf={nameOf}
                  />
                </>
              }
            />
          </div>
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            {current ? (
              <ResultViewer
                region={region}
                invocation={invocation}
                run={current}
                name={nameOf(current.instanceId)}
                found={isSeveral ? find : undefined}
                onPrevious={step(place - 1)}
                onNext={step(place + 1)}
              />
            ) : null}
            <DiffPanel
              comparison={comparison}
              address={address}
              onChange={changeComparison}
              shown={current?.instanceId}
              nameOf={nameOf}
            />
          </div>
        </TabPanel>
        <TabPanel value="request" className="flex min-h-0 flex-1 flex-col">
          <RequestView region={region} invocation={invocation} />
        </TabPanel>
      </Tabs>
      {stopping ? (
        <StopDialog
          region={region}
          invocation={invocation}
          progress={progress}
          nameOf={nameOf}
          onClose={() => setStopping(false)}
        />
      ) : null}
    </>
  );
}
