import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import type { StartedInvocation } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { mayHaveHappened } from '@/api/unanswered';
import type { CommandType } from '@/domain/command-type';
import { useHere } from '@/ui/use-here';
import type { Unfit } from './preflight';
import { findUnfit } from './queries';

export type SendState =
  | { phase: 'idle' }
  | { phase: 'checking' }
  | { phase: 'sending' }
  /** Held back: these became unfit after they were chosen. */
  | { phase: 'unfit' }
  /** `checked`: nothing was sent. `refused`: nothing runs. `unanswered`: it may have started. */
  | { phase: 'failed'; how: 'checked' | 'refused' | 'unanswered'; error: unknown };

/** What is sent: InvokeCommand for a saved command, RunCommand for a script that is not saved. */
export interface RunRequest {
  InstanceId: readonly string[];
  CommandId?: string;
}

export interface SendOptions<Request extends RunRequest> {
  region: string;
  type: CommandType;
  call(api: Api, request: Request & { ClientToken: string }): Promise<StartedInvocation>;
  /** Notes that the request is about to be sent, and gives its ClientToken. */
  begin(request: object): string;
  refused(): void;
  /** What the look before sending found: something, so that nothing is sent. */
  unfit(instanceIds: readonly string[], unfit: ReadonlyMap<string, Unfit>): void;
  /** Also called when the sheet was left meanwhile; then `here` is false. */
  sent(invokeId: string, here: boolean): void;
  /** It failed after the sheet was left, so that no note can say so. */
  lost(how: 'refused' | 'unanswered', error: unknown): void;
}

/**
 * Sends a run: looks at the instances once more, then makes the call under one ClientToken per intent. While one
 * send is under way another does nothing.
 */
export function useSend<Request extends RunRequest>({
  region,
  type,
  call,
  begin,
  refused,
  unfit: tellUnfit,
  sent,
  lost,
}: SendOptions<Request>) {
  const api = useApi();
  const cache = useQueryClient();
  const [state, setState] = useState<SendState>({ phase: 'idle' });
  const busy = useRef(false);
  const here = useHere();

  const attempt = async (request: Request): Promise<SendState> => {
    setState({ phase: 'checking' });
    let unfit: Map<string, Unfit>;
    try {
      unfit = await findUnfit(api, region, request.InstanceId, type);
    } catch (error) {
      return { phase: 'failed', how: 'checked', error };
    }
    if (unfit.size > 0) {
      void cache.invalidateQueries({ queryKey: keys.instances.all(region) });
      tellUnfit(request.InstanceId, unfit);
      return { phase: 'unfit' };
    }
    if (!here.current) return { phase: 'idle' };
    setState({ phase: 'sending' });
    try {
      const { InvokeId } = await call(api, { ...request, ClientToken: begin(request) });
      void cache.invalidateQueries({ queryKey: keys.invocations.all(region) });
      sent(InvokeId, here.current);
      return { phase: 'idle' };
    } catch (error) {
      // What the refusal was about may be on screen: the command, its runs, the quota.
      void cache.invalidateQueries({
        queryKey: request.CommandId
          ? keys.commands.detail(region, request.CommandId)
          : keys.commands.all(region),
      });
      void cache.invalidateQueries({ queryKey: keys.invocations.all(region) });
      const how = mayHaveHappened(error) ? 'unanswered' : 'refused';
      if (how === 'refused') refused();
      if (!here.current) lost(how, error);
      return { phase: 'failed', how, error };
    }
  };

  return {
    state,
    busy: state.phase === 'checking' || state.phase === 'sending',
    send: async (request: Request) => {
      if (busy.current) return;
      busy.current = true;
      const end = await attempt(request);
      busy.current = false;
      setState(end);
    },
  };
}
