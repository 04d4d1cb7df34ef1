import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useAccountKey } from '@/api/AccountContext';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { startBatches, type StartOptions } from '@/features/batches';
import { useHere } from '@/ui/use-here';
import type { Unfit } from '../preflight';
import { findUnfit } from '../queries';
import type { SendState } from '../use-send';

/** `unkept`: the browser keeps nothing, so that a run in batches could be neither followed nor repeated safely. */
export type StartState = SendState | { phase: 'unkept' };

export interface StartBatchesOptions {
  unfit(instanceIds: readonly string[], unfit: ReadonlyMap<string, Unfit>): void;
  /** The sheet was not left meanwhile. */
  started(runId: string): void;
}

/** Begins a run in batches: looks at all instances once more, then hands the plan over to the frame. */
export function useStartBatches({ unfit: tellUnfit, started }: StartBatchesOptions) {
  const api = useApi();
  const cache = useQueryClient();
  const account = useAccountKey();
  const [state, setState] = useState<StartState>({ phase: 'idle' });
  const busy = useRef(false);
  const here = useHere();

  const attempt = async (options: Omit<StartOptions, 'account'>): Promise<StartState> => {
    setState({ phase: 'checking' });
    const ids = options.instances.map(({ instanceId }) => instanceId);
    let unfit: Map<string, Unfit>;
    try {
      unfit = await findUnfit(api, options.region, ids, options.commandType);
    } catch (error) {
      return { phase: 'failed', how: 'checked', error };
    }
    if (unfit.size > 0) {
      void cache.invalidateQueries({ queryKey: keys.instances.all(options.region) });
      tellUnfit(ids, unfit);
      return { phase: 'unfit' };
    }
    if (!here.current) return { phase: 'idle' };
    setState({ phase: 'sending' });
    try {
      const runId = await startBatches({ ...options, account });
      if (here.current) started(runId);
      return { phase: 'idle' };
    } catch {
      return { phase: 'unkept' };
    }
  };

  return {
    state,
    busy: state.phase === 'checking' || state.phase === 'sending',
    start: async (options: Omit<StartOptions, 'account'>) => {
      if (busy.current) return;
      busy.current = true;
      const end = await attempt(options);
      busy.current = false;
      setState(end);
    },
  };
}
