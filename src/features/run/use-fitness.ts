import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import type { CommandType } from '@/domain/command-type';
import type { PickedInstance } from '@/features/instances';
import type { Unfit } from './preflight';
import { findInstances, findUnfit } from './queries';
import type { RunDraftState } from './use-run-draft';

export interface Fitness {
  /** Those known to be unfit; some may not be chosen any longer. */
  unfit: ReadonlyMap<string, Unfit>;
  /** The instances the sheet opened with are still being looked up. */
  checking: boolean;
  /** Keeps what a look right before sending found. */
  found(instanceIds: readonly string[], unfit: ReadonlyMap<string, Unfit>): void;
}

const NONE: ReadonlyMap<string, Unfit> = new Map();
/** How soon an instance that was started meanwhile loses its objection. */
const AGAIN_MS = 15_000;

/**
 * Which of the chosen instances cannot run the command. The picker offers only fit ones; watched are those the sheet
 * opened with and those of the last look before sending.
 */
export function useFitness(region: string, type: CommandType, draft: RunDraftState): Fitness {
  const { selected, setSelected } = draft;
  const api = useApi();
  const cache = useQueryClient();
  const [watched, setWatched] = useState<readonly string[]>(() => [...selected.keys()].toSorted());
  // A script's type can change under the choice: then every instance has to be judged anew.
  const [judgedType, setJudgedType] = useState(type);
  if (judgedType !== type) {
    setJudgedType(type);
    setWatched([...selected.keys()].toSorted());
  }
  const keyOf = (ids: readonly string[]) => keys.instances.list(region, { unfit: ids, type });
  const { data, isPending } = useQuery({
    queryKey: keyOf(watched),
    enabled: watched.length > 0,
    queryFn: () => findUnfit(api, region, watched, type),
    refetchInterval: (query) => ((query.state.data?.size ?? 0) > 0 ? AGAIN_MS : false),
  });
  useNames(region, selected, setSelected);
  return {
    unfit: data ?? NONE,
    checking: isPending && watched.some((id) => selected.has(id)),
    found: (instanceIds, unfit) => {
      cache.setQueryData(keyOf(instanceIds), unfit);
      setWatched(instanceIds);
    },
  };
}

/** Reads the names of instances of which an address gave only the IDs. */
function useNames(
  region: string,
  selected: RunDraftState['selected'],
  setSelected: RunDraftState['setSelected'],
): void {
  const api = useApi();
  const nameless = [...selected.values()].filter(isNameless).map(({ instanceId }) => instanceId);
  const { data } = useQuery({
    queryKey: keys.instances.list(region, { picked: nameless }),
    enabled: nameless.length > 0,
    queryFn: ({ signal }) => findInstances(api, region, nameless, signal),
  });
  useEffect(() => {
    if (!data) return;
    const byId = new Map(data.map((instance) => [instance.instanceId, instance]));
    setSelected((now) => new Map([...now].map(([id, instance]) => [id, byId.get(id) ?? instance])));
  }, [data, setSelected]);
}

/** Every real instance has a system. */
function isNameless({ osName }: PickedInstance): boolean {
  return osName === '';
}
