import { CircleStop } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { countOutcomes, isFinal } from '@/domain/invocation-status';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Freshness } from '@/ui/Freshness';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { useInstanceNames } from '../../queries';
import { runProgress } from '../../run-progress';
import { RequestView } from '../RequestView';
import { RunAgain } from '../RunAgain';
import { StopDialog, stoppable } from '../StopDialog';
import { FiresPanel } from './FiresPanel';
import { PeriodicLede, PeriodicTitle, ScheduleLine } from './PeriodicHead';
import { isOver } from './fires';
import { useHistory } from './use-history';

export interface PeriodicRecordProps {
  region: string;
  invocation: Invocation;
  readAt: number;
  busy: boolean;
  /** Why what is shown may be old; null when it is not. */
  staleReason: string | null;
  onRefresh(): void;
}

/** The record of a schedule: when it fires next, how it last went, and every fire on every instance (C5). */
export function PeriodicRecord({
  region,
  invocation,
  readAt,
  busy,
  staleReason,
  onRefresh,
}: PeriodicRecordProps) {
  const { t, i18n } = useTranslation(['invocations', 'domain']);
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [stopping, setStopping] = useState(false);
  const ids = useMemo(() => invocation.InvokeInstances.map((instance) => instance.InstanceId), [invocation]);
  const names = useInstanceNames(region, ids);
  const nameOf = useCallback((instanceId: string) => names.get(instanceId) ?? instanceId, [names]);
  const progress = useMemo(() => runProgress(invocation), [invocation]);
  const history = useHistory(region, invocation);
  const rows = useMemo(() => {
    const collator = new Intl.Collator(i18n.language, { numeric: true });
    return ids.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
  }, [i18n.language, ids, nameOf]);
  const newest = history.fires[0];
  // While the newest fire is under way, the one before is the last that tells how it went.
  const last = history.fires.find(isOver) ?? newest;
  const canStop = stoppable(progress).length;
  const tab = params.get('tab') === 'request' ? 'request' : 'fires';

  const put = (changes: Record<string, string | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value === null) next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace: true },
    );

  return (
    <>
      <PageHead
        documentTitle={`${invocation.CommandName} ${invocation.InvokeId}`}
        title={<PeriodicTitle invocation={invocation} />}
        rest={lastWords()}
        lede={
          <>
            <PeriodicLede region={region} invocation={invocation} />
            <ScheduleLine invocation={invocation} />
          </>
        }
        actions={
          <>
            <RunAgain
              region={region}
              invocation={invocation}
              runs={last ? [...last.records.values()].map(({ run }) => run) : []}
            />
            <Button
              icon={CircleStop}
              disabledReason={canStop === 0 ? t('periodic.stoppedAll') : undefined}
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
      <Tabs
        label={t('record.views')}
        className="min-h-0 flex-1"
        value={tab}
        onValueChange={(next) => put({ tab: next === 'fires' ? null : next })}
        tabs={[
          { value: 'fires', label: t('periodic.fires'), count: newest?.number },
          { value: 'request', label: t('record.request') },
        ]}
        aside={
          <Freshness
            at={readAt}
            busy={busy || history.query.isFetching}
            live={!isFinal(progress.overall)}
            onRefresh={() => {
              onRefresh();
              void history.query.refetch();
            }}
          />
        }
      >
        <TabPanel value="fires" className="flex min-h-0 flex-1 pt-3.5 pb-4">
          <FiresPanel
            region={region}
            invocation={invocation}
            history={history}
            instanceIds={rows}
            nameOf={nameOf}
            asked={{ fire: Number(params.get('fire') ?? NaN), instanceId: params.get('instance') }}
            onOpen={(fire, instance) => put({ fire: String(fire), instance })}
          />
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

  function lastWords() {
    if (history.query.isPending) return null;
    if (!last) return history.query.isError ? null : t('periodic.notFired');
    const counts = countOutcomes([...last.records.values()].map(({ run }) => run.outcome));
    const results = counts.map(({ outcome, count }) => t(`domain:outcomeCount.${outcome}`, { count }));
    return t('periodic.last', { results: results.join(t('periodic.comma')) });
  }
}
