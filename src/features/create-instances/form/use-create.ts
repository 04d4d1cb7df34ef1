import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { RunInstancesRequest, StartedInstances } from '@/api/ecs/instance-lifecycle';
import { ApiError } from '@/api/errors';
import { keys } from '@/api/query-keys';
import { mayHaveHappened } from '@/api/unanswered';
import type { CreationDraft } from '@/domain/instance-creation';
import { useHere } from '@/ui/use-here';
import { withPassword } from '../create-request';
import type { CreationForm } from './use-creation-form';

export type CreateState =
  | { phase: 'idle' }
  | { phase: 'checking' }
  | { phase: 'sending' }
  /** A trial run: the service would make what this draft asks for. */
  | { phase: 'checked'; draft: CreationDraft }
  /** `refused`: nothing was made. `unanswered`: they may have been. */
  | { phase: 'failed'; how: 'refused' | 'unanswered' | 'checked'; error: unknown };

export interface CreateOptions {
  request: RunInstancesRequest;
  form: CreationForm;
  /** Also called when the form was left meanwhile; then `here` is false. */
  made(started: StartedInstances, here: boolean): void;
  /** The service names what it does not like. */
  refused(error: ApiError): void;
  /** It failed after the form was left, so that no note can say so. */
  lost(how: 'refused' | 'unanswered', error: unknown): void;
}

/** Makes the call, under one ClientToken per intent: the same again, also after a reload, never makes twice (contract 1.9). */
export function useCreate({ request, form, made, refused, lost }: CreateOptions) {
  const api = useApi();
  const cache = useQueryClient();
  const [state, setState] = useState<CreateState>({ phase: 'idle' });
  const busy = useRef(false);
  const here = useHere();

  const once = async (act: () => Promise<CreateState>, phase: 'checking' | 'sending') => {
    if (busy.current) return;
    busy.current = true;
    setState({ phase });
    setState(await act());
    busy.current = false;
  };
  const params = () => withPassword(request, form.draft, form.password);

  const send = async (): Promise<CreateState> => {
    try {
      const started = await api.ecs.runInstances({ ...params(), ClientToken: form.begin(request) });
      void cache.invalidateQueries({ queryKey: keys.instances.all(String(request.RegionId)) });
      made(started, here.current);
      return { phase: 'idle' };
    } catch (error) {
      const how = mayHaveHappened(error) ? 'unanswered' : 'refused';
      if (!here.current) lost(how, error);
      if (how === 'unanswered') return { phase: 'failed', how, error };
      form.settle();
      void cache.invalidateQueries({ queryKey: keys.stock.all(String(request.RegionId)) });
      if (error instanceof ApiError) refused(error);
      return { phase: 'failed', how, error };
    }
  };

  const check = async (): Promise<CreateState> => {
    const { draft } = form;
    try {
      await api.ecs.runInstances({ ...params(), DryRun: true }, { once: true });
      return { phase: 'checked', draft };
    } catch (error) {
      // The code of a trial that went well (contract 1.7).
      if (error instanceof ApiError && error.code === 'DryRunOperation') return { phase: 'checked', draft };
      if (error instanceof ApiError) refused(error);
      return { phase: 'failed', how: 'checked', error };
    }
  };

  return {
    state,
    send: () => once(send, 'sending'),
    check: () => once(check, 'checking'),
  };
}
