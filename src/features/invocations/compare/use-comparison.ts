import { useCallback, useMemo, useState } from 'react';
import type { FailureCluster } from '@/domain/failure-clusters';
import { isFinal } from '@/domain/invocation-status';
import { type InstanceRun, needsAttention } from '../run-progress';
import type { AnswerStatus, FamilyWithLine, Groups, OwnNames } from './engine';
import type { OutputEngine } from './engine-link';
import { useAnswer } from './use-answer';
import type { CompareAddress } from './compare-address';
import { oneRecord, type RecordSource } from './record-source';
import { type Outputs, useOutputs } from './use-outputs';
import { useEngine } from './use-engine';
import { useOwnNames } from './use-own-names';

export interface Comparison {
  outputs: Outputs;
  /** The run goes on and nobody asked yet: outputs are read when asked for. */
  isOffered: boolean;
  ask(): void;
  /** undefined while outputs are read or grouped for the first time. */
  groups: Groups | undefined;
  /** Letter of each instance's family. */
  letters: ReadonlyMap<string, string> | null;
  family: FamilyWithLine | null;
  /** What `family` is compared with; null when there is nothing else. */
  base: FamilyWithLine | null;
  cluster: FailureCluster | null;
  /** Instances of the chosen family or cluster; null: no choice is made. */
  chosen: ReadonlySet<string> | null;
  /** Base64 outputs by instance; undefined until read. */
  texts: ReadonlyMap<string, string> | undefined;
  /** Names masked now; null: nothing is masked. */
  own: OwnNames;
  engine: OutputEngine;
}

/**
 * Families and clusters of a run's outputs, kept up while it goes on. A run on one instance has nothing to compare.
 *
 * @param record its InvokeId, or the records of its batches (keep them with useMemo)
 */
export function useComparison(
  region: string,
  record: string | RecordSource,
  runs: readonly InstanceRun[],
  address: CompareAddress,
): Comparison {
  const engine = useEngine();
  const [isAsked, setIsAsked] = useState(false);
  const hasSeveral = runs.length > 1;
  const hasEnded = runs.every((run) => isFinal(run.outcome));
  const isNamed = address.family !== null || address.cluster !== null || address.search !== '';
  const isWanted = hasSeveral && (hasEnded || isAsked || isNamed);
  const source = useMemo(() => (typeof record === 'string' ? oneRecord(record) : record), [record]);
  const outputs = useOutputs(region, source, runs, isWanted);

  const { results } = outputs;
  const texts = useMemo(
    () => results && new Map([...results].map(([id, { row }]) => [id, row?.Output ?? ''])),
    [results],
  );
  const ids = useMemo(() => runs.map((run) => run.instanceId), [runs]);
  const ownNames = useOwnNames(region, ids, address.mask && texts !== undefined);
  const own = address.mask ? ownNames : null;

  const askGroups = useMemo(() => {
    if (!texts || own === undefined || !hasSeveral) return null;
    const answers = runs.map((run): AnswerStatus => ({
      instanceId: run.instanceId,
      outcome: run.outcome,
      exitCode: run.exitCode,
      errorCode: run.errorCode,
      isFailure: needsAttention(run),
    }));
    return () => {
      engine.tell(texts);
      return engine.work('groups', answers, own);
    };
  }, [engine, texts, runs, own, hasSeveral]);
  const { value: groups } = useAnswer(askGroups);

  const families = groups?.families ?? [];
  const family = families.find(({ letter }) => letter === address.family) ?? null;
  const others = families.filter((one) => one !== family);
  const asked = others.find(({ letter }) => letter === address.against);
  // The largest is the base: it differs from another only when one is named.
  const base = family ? (asked ?? (family === families[0] ? null : (others[0] ?? null))) : null;
  const cluster = groups?.clusters[(address.cluster ?? 0) - 1] ?? null;
  const chosenIds = family?.instanceIds ?? cluster?.instanceIds;
  const letters = useMemo(
    () =>
      groups
        ? new Map(groups.families.flatMap(({ letter, instanceIds }) => instanceIds.map((id) => [id, letter])))
        : null,
    [groups],
  );

  return {
    outputs,
    isOffered: hasSeveral && !isWanted,
    ask: useCallback(() => setIsAsked(true), []),
    groups,
    letters,
    family,
    base,
    cluster,
    chosen: useMemo(() => (chosenIds ? new Set(chosenIds) : null), [chosenIds]),
    texts,
    own: own ?? null,
    engine,
  };
}
