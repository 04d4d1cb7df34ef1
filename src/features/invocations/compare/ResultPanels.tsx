import type { ReactNode } from 'react';
import type { Invocation } from '@/api/ecs/invocations';
import { InstanceTable } from '../record/InstanceTable';
import { ResultViewer } from '../record/ResultViewer';
import type { RunProgress } from '../run-progress';
import { DiffPanel } from './DiffPanel';
import { FamiliesPanel } from './FamiliesPanel';
import { SetChips } from './SetChips';
import { useCompareColumns } from './use-compare-columns';
import type { Results } from './use-results';

interface ResultPanelsProps {
  region: string;
  results: Results;
  progress: RunProgress;
  nameOf(instanceId: string): string;
  /** The record an instance's answer is in. */
  invocationOf(instanceId: string): Invocation;
  /** What can be done with the results, beside the filters. */
  actions?: ReactNode;
}

/** Left the families and the instances, right what the open one answered and how it differs. */
export function ResultPanels({
  region,
  results,
  progress,
  nameOf,
  invocationOf,
  actions,
}: ResultPanelsProps) {
  const { address, changeComparison, comparison, current, find } = results;
  const moreColumns = useCompareColumns(comparison.letters, find.found);
  return (
    <>
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
          outcome={results.outcome}
          onOutcome={results.onOutcome}
          onOpen={results.open}
          moreColumns={moreColumns}
          only={comparison.chosen}
          onAll={() => changeComparison({ family: null, cluster: null })}
          actions={
            <>
              <SetChips comparison={comparison} address={address} onChange={changeComparison} />
              {actions}
            </>
          }
        />
      </div>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {current ? (
          <ResultViewer
            region={region}
            invocation={invocationOf(current.instanceId)}
            run={current}
            name={nameOf(current.instanceId)}
            found={results.isSeveral ? find : undefined}
            onPrevious={results.onPrevious}
            onNext={results.onNext}
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
    </>
  );
}
