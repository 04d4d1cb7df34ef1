import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { isFinal } from '@/domain/invocation-status';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { Freshness } from '@/ui/Freshness';
import { ResultBar } from '@/ui/ResultBar';
import { FailureClusters } from '../compare/FailureClusters';
import { FindBar } from '../compare/FindBar';
import { ResultPanels } from '../compare/ResultPanels';
import { useResults } from '../compare/use-results';
import { ResultsExport } from '../export/ResultsExport';
import { runProgress } from '../run-progress';
import { Failures } from './Failures';
import { byUrgency } from './order';
import { RecordFrame } from './RecordFrame';
import { RecordLede, RecordPace, RecordTitle } from './RecordHead';
import { type RecordView, useRecordInstances } from './record-view';
import { RunAgain, RunAgainOn } from './RunAgain';
import { againSets } from './run-again';

/** The record of a run at once: on which instances it failed and why, and what each of them answered. */
export function OnceRecord(view: RecordView) {
  const { region, invocation, readAt, busy, onRefresh } = view;
  const { t, i18n } = useTranslation(['invocations', 'domain']);
  const { nameOf } = useRecordInstances(region, invocation);
  const progress = useMemo(() => {
    const read = runProgress(invocation);
    return { ...read, runs: read.runs.toSorted(byUrgency(nameOf, i18n.language)) };
  }, [invocation, nameOf, i18n.language]);

  const results = useResults({ region, source: invocation.InvokeId, runs: progress.runs });
  const { address, changeComparison, comparison, find, listed } = results;

  return (
    <RecordFrame
      view={view}
      progress={progress}
      nameOf={nameOf}
      title={<RecordTitle progress={progress} />}
      lede={<RecordLede region={region} invocation={invocation} progress={progress} />}
      again={
        <RunAgain
          region={region}
          invocation={invocation}
          runs={progress.runs}
          sets={againSets(progress.runs, { listed, counts: find.found?.counts })}
          search={address.search}
        />
      }
      nothingToStop={t('stop.allEnded')}
      summary={
        <>
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
              actionOn={(instanceIds, who) => (
                <RunAgainOn region={region} invocation={invocation} instanceIds={instanceIds} who={who} />
              )}
            />
          ) : (
            <Failures
              region={region}
              invokeId={invocation.InvokeId}
              runs={progress.runs}
              nameOf={nameOf}
              onOpen={results.open}
            />
          )}
        </>
      }
      results={{ label: t('record.results'), count: progress.runs.length }}
      aside={(isResults) =>
        results.isSeveral && isResults ? (
          <FindBar find={find} address={address} onChange={changeComparison} />
        ) : null
      }
    >
      <ResultPanels
        region={region}
        results={results}
        progress={progress}
        nameOf={nameOf}
        invocationOf={() => invocation}
        actions={
          <ResultsExport
            name={invocation.InvokeId}
            runs={progress.runs}
            outputs={comparison.outputs}
            nameOf={nameOf}
            invocationOf={() => invocation}
          />
        }
      />
    </RecordFrame>
  );
}
