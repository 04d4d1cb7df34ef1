import { useMemo } from 'react';
import { useFormat } from '@/i18n/format';
import type { PickedInstance } from '@/features/instances';
import type { RunDraftState } from '../use-run-draft';

export interface Chosen {
  /** In the order they were chosen. */
  instances: readonly PickedInstance[];
  ids: readonly string[];
  /** For texts: how many, and the name of the first. */
  figures: { count: number; number: string; instance: string | undefined };
}

/** The instances of the sheet, as lists that are the same while the choice is. */
export function useChosen({ selected }: Pick<RunDraftState, 'selected'>): Chosen {
  const format = useFormat();
  const instances = useMemo(() => [...selected.values()], [selected]);
  const ids = useMemo(() => instances.map(({ instanceId }) => instanceId), [instances]);
  const [first] = instances;
  return {
    instances,
    ids,
    figures: { count: ids.length, number: format.number(ids.length), instance: first?.name },
  };
}
