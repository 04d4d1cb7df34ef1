import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { useErrorText } from '@/api/use-error-text';
import { RunResults, runProgress } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import { EmptyState } from '@/ui/EmptyState';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { Time } from '@/ui/Time';
import { useAddress } from '@/ui/use-address';
import { ListChecks } from 'lucide-react';
import { type BatchPlan, isScheduled } from '../plan';
import { type CountKind, countsOf } from '../use-headline';
import { BatchBar } from './BatchBar';
import { BatchTable } from './BatchTable';
import { exportName, exportParts } from './export-parts';
import { FailureList } from './FailureList';
import { HeadTitle } from './HeadTitle';
import { HoldNote } from './HoldNote';
import { RefusedNotes } from './RefusedNotes';
import { RunActions } from './RunActions';
import { useBatchRecords } from './use-batch-records';
import { useRuleWords } from './use-rule-words';
import { useWhere } from './use-where';

type Tab = 'batches' | 'results';

/** One run in batches. Where it stands is kept by whoever drives it; the records tell what each instance answered. */
export function BatchRun({ plan }: { plan: BatchPlan }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const [params, change] = useAddress();
  const where = useWhere();
  const ruleWords = useRuleWords();
  const records = useBatchRecords(plan);
  const errorText = useErrorText(records.error);
  const tab: Tab = params.get('tab') === 'results' ? 'results' : 'batches';
  const { region, template, name, id, createdAt } = plan;
  const total = plan.batches.reduce((sum, batch) => sum + batch.instanceIds.length, 0);
  const counts = countsOf(plan, isScheduled(plan) ? stoppedOn(records.list) : 0);
  const isThere = (wanted: CountKind) => counts.some(({ kind }) => kind === wanted);
  const firesNoMore = isThere('stopped') && !isThere('scheduled') && !isThere('toGo');
  const done = counts.reduce(
    (sum, { kind, count }) =>
      kind === 'succeeded' || kind === 'failed' || kind === 'other' ? sum + count : sum,
    0,
  );
  const parts = useMemo(() => exportParts(plan, records.list), [plan, records.list]);
  const title = name || t('script');
  const commandId = template.action === 'InvokeCommand' ? template.request.CommandId : null;
  return (
    <>
      <PageHead
        documentTitle={t('page.title', { name: title })}
        title={<HeadTitle counts={counts} />}
        rest={where(plan)}
        lede={
          <Facts>
            <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2">
              {commandId === null ? (
                <span className="font-medium text-text">{title}</span>
              ) : (
                <Link to={`/${region}/commands/${encodeURIComponent(commandId)}`} className="font-medium">
                  {title}
                </Link>
              )}
              <Id value={id} className="show" />
              <span>
                {t('page.size', {
                  count: total,
                  number: format.number(total),
                  batches: format.number(plan.batches.length),
                })}
              </span>
            </span>
            <Time at={createdAt} form="full" />
            {ruleWords(plan)}
          </Facts>
        }
        actions={<RunActions plan={plan} records={records.list} isReading={records.isPending} />}
      />
      <BatchBar plan={plan} done={done} total={total} />
      <p role="status" className="pt-1.5 text-text-muted">
        {isScheduled(plan)
          ? t(firesNoMore ? 'page.scheduleStopped' : 'page.scheduled')
          : t('page.done', { count: total, done: format.number(done), number: format.number(total) })}
      </p>
      <HoldNote plan={plan} />
      <RefusedNotes plan={plan} />
      {tab === 'batches' ? <FailureList plan={plan} records={records.list} /> : null}
      {records.error ? (
        <Note tone="warn" role="status" className="mt-3" title={errorText.title}>
          {t('page.recordsUnread')} <span className="code">{errorText.code}</span>
        </Note>
      ) : null}
      <Tabs
        label={t('page.views')}
        className="min-h-0 flex-1 pt-2"
        value={tab}
        onValueChange={(next) => change({ tab: next === 'results' ? next : null })}
        tabs={[
          { value: 'batches', label: t('page.batches'), count: plan.batches.length },
          { value: 'results', label: t('page.results'), count: done },
        ]}
      >
        <TabPanel value="batches" className="flex min-h-0 flex-1 flex-col pt-3">
          <BatchTable plan={plan} records={records.list} />
        </TabPanel>
        <TabPanel value="results" className="flex min-h-0 flex-1 flex-col">
          {records.some ? (
            <RunResults region={region} invocations={records.some} name={exportName(plan)} {...parts} />
          ) : records.isPending ? (
            <div aria-busy className="pt-4">
              <Skeleton width="60%" />
            </div>
          ) : (
            <EmptyState icon={ListChecks} title={t('page.noResults')}>
              {t('page.noResultsBody')}
            </EmptyState>
          )}
        </TabPanel>
      </Tabs>
    </>
  );
}

/** Instances that the records say to be stopped, or about to be. */
function stoppedOn(records: readonly Invocation[]): number {
  const runs = records.flatMap((record) => runProgress(record).runs);
  return runs.filter(({ outcome }) => outcome === 'stopped' || outcome === 'stopping').length;
}
