import { useRef, useState } from 'react';
import { type Attempt, nextAttempt } from '@/api/attempt';
import { useApi } from '@/api/ApiContext';
import type { CreateCommandRequest } from '@/api/ecs/commands';
import { newClientToken } from '@/api/rpc';
import { useHere } from '@/ui/use-here';
import { useRereadCommands } from '../queries';
import { importCommands, type ImportOutcome } from './import-commands';

export interface ImportRun {
  outcomes: ReadonlyMap<number, ImportOutcome>;
  /** Null while nothing is under way. */
  running: { done: number; total: number } | null;
  stopping: boolean;
  start(requests: ReadonlyMap<number, CreateCommandRequest>): Promise<void>;
  /** Begins no further call. */
  stop(): void;
  /** Forgets the outcomes, for another file. */
  reset(): void;
}

/**
 * Imports commands, each under a ClientToken of its own: trying one again whose answer was lost cannot create it twice.
 * @param left told of what came of it when the page was left meanwhile
 */
export function useImport(
  region: string,
  left: (outcomes: ReadonlyMap<number, ImportOutcome>) => void,
): ImportRun {
  const api = useApi();
  const reread = useRereadCommands(region);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, ImportOutcome>>(new Map());
  const [running, setRunning] = useState<ImportRun['running']>(null);
  const [stopping, setStopping] = useState(false);
  const stopped = useRef(false);
  const here = useHere();
  const attempts = useRef(new Map<number, Attempt>());

  return {
    outcomes,
    running,
    stopping,
    start: async (requests) => {
      stopped.current = false;
      setStopping(false);
      setRunning({ done: 0, total: requests.size });
      const items = [...requests].map(([index, request]) => ({
        index,
        create: () => {
          const attempt = nextAttempt(attempts.current.get(index), request, newClientToken);
          attempts.current.set(index, attempt);
          return api.ecs.createCommand({ ...request, ClientToken: attempt.token });
        },
      }));
      const ended = await importCommands(
        items,
        () => stopped.current || !here.current,
        (index, outcome) => {
          setOutcomes((now) => new Map(now).set(index, outcome));
          setRunning((now) => now && { ...now, done: now.done + 1 });
        },
      );
      reread();
      setOutcomes((now) => new Map([...now, ...ended]));
      setRunning(null);
      setStopping(false);
      if (!here.current) left(ended);
    },
    stop: () => {
      stopped.current = true;
      setStopping(true);
    },
    reset: () => {
      attempts.current.clear();
      setOutcomes(new Map());
    },
  };
}
