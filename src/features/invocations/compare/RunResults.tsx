import { useCallback, useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Invocation } from '@/api/ecs/invocations';
import { countOutcomes } from '@/domain/invocation-status';
import type { ExportBatch, UnsentInstance } from '../export/export-row';
import { ResultsExport } from '../export/ResultsExport';
import { useInstanceNames } from '../queries';
import { byUrgency } from '../record/order';
import { againSets } from '../record/run-again';
import { RunAgainOn, RunAgainSets } from '../record/RunAgain';
import { runProgress, type RunProgress } from '../run-progress';
import { FailureClusters } from './FailureClusters';
import { FindBar } from './FindBar';
import type { RecordSource } from './record-source';
import { ResultPanels } from './ResultPanels';
import { useResults } from './use-results';

export interface RunResultsProps {
  region: string;
  /** The records of one run's batches: at least one. Keep the array stable with useMemo. */
  invocations: readonly [Invocation, ...Invocation[]];
  /** Of the run, for the name of a file with its results. */
  name: string;
  batchOf(instanceId: string): ExportBatch | undefined;
  /** Instances of the run that no record names. */
  unsent: readonly UnsentInstance[];
}

/** What every instance of a run in batches answered, as if it were one record: families, differences, search, outputs. */
export function RunResults({ region, invocations, name, batchOf, unsent }: RunResultsProps) {
  const { i18n } = useTranslation();
  const ids = useMemo(
    () => invocations.flatMap((record) => record.InvokeInstances.map(({ InstanceId }) => InstanceId)),
    [invocations],
  );
  const names = useInstanceNames(region, ids);
  const nameOf = useCallback((instanceId: string) => names.get(instanceId) ?? instanceId, [names]);
  const progress = useMemo(
    () => together(invocations, byUrgency(nameOf, i18n.language)),
    [invocations, nameOf, i18n.language],
  );
  const recordOf = useMemo(
    () =>
      new Map(
        invocations.flatMap((record) =>
          record.InvokeInstances.map(({ InstanceId }) => [InstanceId, record] as const),
        ),
      ),
    [invocations],
  );
  const invokeIds = invocations.map(({ InvokeId }) => InvokeId).join();
  const source = useMemo<RecordSource>(
    () => ({
      invokeIds: invokeIds.split(','),
      recordOf: (instanceId) => recordOf.get(instanceId)?.InvokeId ?? '',
    }),
    [invokeIds, recordOf],
  );

  const results = useResults({ region, source, runs: progress.runs });
  const { address, changeComparison, comparison, find, listed } = results;
  // Every batch was asked the same: the first record stands for all.
  const [record] = invocations;
  const invocationOf = (instanceId: string) => recordOf.get(instanceId) ?? record;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-none items-center justify-end gap-2 pt-2">
        <FindBar find={find} address={address} onChange={changeComparison} />
        <RunAgainSets
          region={region}
          invocation={record}
          sets={againSets(progress.runs, { listed, counts: find.found?.counts })}
          search={address.search}
        />
      </div>
      {comparison.groups ? (
        <FailureClusters
          clusters={comparison.groups.clusters}
          chosen={address.cluster}
          nameOf={nameOf}
          onChange={changeComparison}
          actionOn={(instanceIds, who) => (
            <RunAgainOn region={region} invocation={record} instanceIds={instanceIds} who={who} />
          )}
        />
      ) : null}
      <div className="flex min-h-0 flex-1 gap-7 pt-2 pb-4">
        <ResultPanels
          region={region}
          results={results}
          progress={progress}
          nameOf={nameOf}
          invocationOf={invocationOf}
          actions={
            <ResultsExport
              name={name}
              runs={progress.runs}
              outputs={comparison.outputs}
              nameOf={nameOf}
              invocationOf={invocationOf}
              batchOf={batchOf}
              unsent={unsent}
            />
          }
        />
      </div>
    </div>
  );
}

type Order = ReturnType<typeof byUrgency>;

/** The records as one run, as far as its instances go. */
function together(invocations: RunResultsProps['invocations'], order: Order): RunProgress {
  const parts = invocations.map(runProgress);
  const runs = parts.flatMap((part) => part.runs).toSorted(order);
  return {
    ...(parts[0] as RunProgress),
    runs,
    counts: countOutcomes(runs.map((run) => run.outcome)),
    finished: parts.reduce((sum, part) => sum + part.finished, 0),
  };
}
