import { useMemo } from 'react';
import type { InstanceRun } from '../run-progress';
import { type Outcome, OUTCOMES } from '@/domain/invocation-status';
import { useAddress } from '@/ui/use-address';
import type { RecordSource } from './record-source';
import { type CompareChange, readCompareAddress } from './compare-address';
import { useComparison } from './use-comparison';
import { useFind } from './use-find';

export interface ResultsOptions {
  region: string;
  /** The record that holds the answers, or where to find each instance's. Keep an object stable with useMemo. */
  source: string | RecordSource;
  /** Every instance of the run, most urgent first. */
  runs: readonly InstanceRun[];
}

/** What every instance answered, as the address asks to see it: narrowed, compared, searched, and one of them open. */
export function useResults({ region, source, runs }: ResultsOptions) {
  const [params, change] = useAddress();
  const outcome = OUTCOMES.find((value) => value === params.get('status')) ?? null;
  const address = useMemo(() => readCompareAddress(params), [params]);
  const changeComparison = (changes: CompareChange) => change(changes);
  const comparison = useComparison(region, source, runs, address);
  const { chosen } = comparison;
  const listed = runs.filter(
    (run) => (!outcome || run.outcome === outcome) && (!chosen || chosen.has(run.instanceId)),
  );
  const asked = params.get('instance');
  const current = runs.find((run) => run.instanceId === asked) ?? listed[0] ?? runs[0];
  const place = current ? listed.indexOf(current) : -1;
  const open = (instanceId: string) => change({ instance: instanceId });
  const step = (to: number) => {
    const run = listed[to];
    return run ? () => open(run.instanceId) : null;
  };
  const isSeveral = runs.length > 1;
  const find = useFind({
    text: isSeveral ? address.search : '',
    isRegex: address.isRegex,
    texts: comparison.texts,
    order: listed.map((run) => run.instanceId),
    everywhere: runs.map((run) => run.instanceId),
    shown: current?.instanceId,
    onOpen: open,
    onLeave: (instance) => changeComparison({ instance, family: null, cluster: null, status: null }),
  });
  return {
    outcome,
    onOutcome: (value: Outcome | null) => change({ status: value }),
    address,
    changeComparison,
    comparison,
    listed,
    current,
    open,
    onPrevious: step(place - 1),
    onNext: step(place + 1),
    isSeveral,
    find,
  };
}

export type Results = ReturnType<typeof useResults>;
