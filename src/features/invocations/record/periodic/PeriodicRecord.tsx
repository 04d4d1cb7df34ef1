import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { countOutcomes, isFinal } from '@/domain/invocation-status';
import { Freshness } from '@/ui/Freshness';
import { useAddress } from '@/ui/use-address';
import { HistoryExport } from '../../export/HistoryExport';
import { runProgress } from '../../run-progress';
import { RecordFrame } from '../RecordFrame';
import { type RecordView, useRecordInstances } from '../record-view';
import { RunAgain } from '../RunAgain';
import { FiresPanel } from './FiresPanel';
import { PeriodicLede, PeriodicTitle, ScheduleLine } from './PeriodicHead';
import { isOver } from './fires';
import { useHistory } from './use-history';

/** The record of a schedule: when it fires next, how it last went, and every fire on every instance (C5). */
export function PeriodicRecord(view: RecordView) {
  const { region, invocation, readAt, busy, onRefresh } = view;
  const { t, i18n } = useTranslation(['invocations', 'domain']);
  const [params, change] = useAddress();
  const { ids, nameOf } = useRecordInstances(region, invocation);
  const progress = useMemo(() => runProgress(invocation), [invocation]);
  const history = useHistory(region, invocation);
  const rows = useMemo(() => {
    const collator = new Intl.Collator(i18n.language, { numeric: true });
    return ids.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
  }, [i18n.language, ids, nameOf]);
  const newest = history.fires[0];
  // While the newest fire is under way, the one before is the last that tells how it went.
  const last = history.fires.find(isOver) ?? newest;

  return (
    <RecordFrame
      view={view}
      progress={progress}
      nameOf={nameOf}
      title={<PeriodicTitle invocation={invocation} />}
      rest={lastWords()}
      lede={
        <>
          <PeriodicLede region={region} invocation={invocation} />
          <ScheduleLine invocation={invocation} />
        </>
      }
      again={
        <RunAgain
          region={region}
          invocation={invocation}
          runs={last ? [...last.records.values()].map(({ run }) => run) : []}
        />
      }
      nothingToStop={t('periodic.stoppedAll')}
      results={{ label: t('periodic.fires'), count: newest?.number }}
      aside={(isResults) => (
        <>
          <Freshness
            at={readAt}
            busy={busy || history.query.isFetching}
            live={!isFinal(progress.overall)}
            onRefresh={() => {
              onRefresh();
              void history.query.refetch();
            }}
          />
          {isResults && history.total > 0 ? (
            <HistoryExport region={region} invocation={invocation} nameOf={nameOf} />
          ) : null}
        </>
      )}
    >
      <FiresPanel
        region={region}
        invocation={invocation}
        history={history}
        instanceIds={rows}
        nameOf={nameOf}
        asked={{ fire: Number(params.get('fire') ?? NaN), instanceId: params.get('instance') }}
        onOpen={(fire, instance) => change({ fire: String(fire), instance })}
      />
    </RecordFrame>
  );

  function lastWords() {
    if (history.query.isPending) return null;
    if (!last) return history.query.isError ? null : t('periodic.notFired');
    const counts = countOutcomes([...last.records.values()].map(({ run }) => run.outcome));
    const results = counts.map(({ outcome, count }) => t(`domain:outcomeCount.${outcome}`, { count }));
    return t('periodic.last', { results: results.join(t('periodic.comma')) });
  }
}
