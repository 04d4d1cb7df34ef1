import { useRunQuota } from '@/features/cloud-assistant';
import { type templateOf, useMissingRights } from '@/features/engine';
import { usePendingEvents } from '@/features/events';
import type { PreflightInput } from '../preflight';
import { restartsWithin, runWindow } from '../restarts';
import { RUN_LIMITS } from '../run-request';
import type { Runnable } from '../runnable';
import { callsOf } from '../split/batch-settings';
import type { Batching } from '../split/use-batching';
import type { Fitness } from '../use-fitness';
import type { Chosen } from './use-chosen';

export interface FactsOf extends Pick<Chosen, 'ids'> {
  command: Runnable;
  fitness: Fitness;
  batching: Batching;
  scheduled: boolean;
  /** What the cloud's engine would be told to do, when it drives. */
  role: string;
  handed: { template: ReturnType<typeof templateOf>; /** Also to be saved as a command. */ keep: boolean };
  /** Epoch ms. */
  now: number;
}

type Facts = Pick<
  PreflightInput,
  'command' | 'instanceIds' | 'unfit' | 'checking' | 'limits' | 'quota' | 'restarts' | 'batches' | 'engine'
>;

const NO_EVENTS: readonly never[] = [];

/** What the preflight has to know of any run: its instances, what awaits them, how many calls it takes and may make. */
export function useFacts(region: string, of: FactsOf): Facts {
  const { command, ids, fitness, batching, scheduled, handed, now } = of;
  const quota = useRunQuota(region);
  const events = usePendingEvents(region).data ?? NO_EVENTS;
  const control = batching.engine?.control ?? null;
  const missing = useMissingRights(region, control === null ? null : handed.template, of.role);
  const calls = batching.shape?.sizes.length ?? 1;
  return {
    command,
    instanceIds: ids,
    unfit: fitness.unfit,
    checking: fitness.checking,
    limits: RUN_LIMITS,
    quota,
    restarts: restartsWithin(events, ids, now, runWindow(command.timeoutSeconds, calls, scheduled)),
    batches: batching.isOn && !batching.engine ? callsOf(batching.shape) : null,
    engine:
      batching.engine &&
      (control === null ? 'bad' : { control, missing, ...handed, content: command.content }),
  };
}
