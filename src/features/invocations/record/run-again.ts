import type { InstanceRun } from '../run-progress';

/**
 * Whether the run has ended on the instance without doing its work: failed, ran into the timeout, exited non-zero, or
 * was stopped before it started. What still waits or runs may yet succeed.
 */
export function deservesAnother({ outcome, startedAt }: InstanceRun): boolean {
  return outcome === 'failed' || outcome === 'nonzero' || (outcome === 'stopped' && startedAt === null);
}

/** Some of a record's instances that a person may want to run it on again, beside all of them and those it failed on. */
export interface AgainSet {
  kind: 'succeeded' | 'found' | 'failedOrFound' | 'listed';
  instanceIds: string[];
}

export interface Narrowed {
  /** What the table shows. */
  listed: readonly InstanceRun[];
  /** Places found in the outputs, by instance; undefined while nothing is searched for. */
  counts: Readonly<Record<string, number>> | undefined;
}

/** The parts of the record that differ from each other, from the whole and from the failed ones; none is empty. */
export function againSets(runs: readonly InstanceRun[], { listed, counts }: Narrowed): AgainSet[] {
  const idsOf = (part: readonly InstanceRun[]) => part.map((run) => run.instanceId);
  const isFound = (run: InstanceRun) => (counts?.[run.instanceId] ?? 0) > 0;
  const sets: AgainSet[] = [
    { kind: 'succeeded', instanceIds: idsOf(runs.filter((run) => run.outcome === 'succeeded')) },
    { kind: 'found', instanceIds: idsOf(runs.filter(isFound)) },
    {
      kind: 'failedOrFound',
      instanceIds: counts ? idsOf(runs.filter((run) => deservesAnother(run) || isFound(run))) : [],
    },
    { kind: 'listed', instanceIds: idsOf(listed) },
  ];
  const known = new Set([[], runs, runs.filter(deservesAnother)].map((part) => keyOf(idsOf(part))));
  return sets.filter(({ instanceIds }) => {
    const key = keyOf(instanceIds);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function keyOf(instanceIds: readonly string[]): string {
  return instanceIds.toSorted().join();
}
