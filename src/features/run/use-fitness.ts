import { useEffect, useState } from 'react';
import type { CommandType } from '@/domain/command-type';
import type { Unfit } from './preflight';
import { useOpeningInstances } from './queries';
import type { RunDraftState } from './use-run-draft';

export interface Fitness {
  /** Of the chosen instances, those known to be unfit. */
  unfit: ReadonlyMap<string, Unfit>;
  /** The instances the sheet opened with are still being looked up. */
  checking: boolean;
  /** What a look right before sending found. */
  found(checked: readonly string[], unfit: ReadonlyMap<string, Unfit>): void;
}

const NONE: ReadonlyMap<string, Unfit> = new Map();

/**
 * Which of the chosen instances cannot run the command. The picker offers only fit ones; those the sheet opened with are
 * looked up once, and their names with them. Sending looks at all again.
 */
export function useFitness(region: string, type: CommandType, draft: RunDraftState): Fitness {
  const { selected, setSelected, openedWith } = draft;
  const opening = useOpeningInstances(region, openedWith, type);
  const [later, setLater] = useState(NONE);

  const { data } = opening;
  useEffect(() => {
    if (!data) return;
    const byId = new Map(data.instances.map((instance) => [instance.instanceId, instance]));
    setSelected((now) => new Map([...now].map(([id, instance]) => [id, byId.get(id) ?? instance])));
  }, [data, setSelected]);

  return {
    unfit: new Map([...(data?.unfit ?? NONE), ...later]),
    checking: opening.isPending && openedWith.some((id) => selected.has(id)),
    found: (_checked, unfit) => setLater(unfit),
  };
}
