import { useTranslation } from '@/i18n/use-translation';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { unansweredBy } from '@/api/attempt';
import { describeError } from '@/api/use-error-text';
import type { CommandType } from '@/domain/command-type';
import type { StartExecutionRequest } from '@/api/oos/executions';
import { keys } from '@/api/query-keys';
import { batchRunPath } from '@/features/batches';
import { enginePaths } from '@/features/engine';
import { toast } from '@/ui/toasts';
import type { SplitRequest } from '../split/run-template';
import type { Batching } from '../split/use-batching';
import { type StartState, useStartBatches } from '../split/use-start-batches';
import type { Fitness } from '../use-fitness';
import type { RunDraftState } from '../use-run-draft';
import { type RunRequest, type SendState, useSend, type SendOptions } from '../use-send';
import type { Chosen } from './use-chosen';

export interface DispatchOptions<Request extends RunRequest> extends Pick<
  SendOptions<Request>,
  'call' | 'sent'
> {
  region: string;
  /** The command's name; empty for a script that is not saved. */
  name: string;
  type: CommandType;
  request: Request;
  split: SplitRequest;
  instances: Chosen['instances'];
  batching: Batching;
  /** What the cloud's engine is told, when it drives. */
  handed: StartExecutionRequest | null;
  draft: RunDraftState;
  fitness: Fitness;
  /** It began, in one call or in several: nothing of the sheet is kept any longer. */
  began(): void;
  /** Where its records are, for one that got no answer; and what it was. */
  records: { to: string; label: string };
  lostTitle: string;
}

export interface Dispatch {
  state: StartState;
  busy: boolean;
  /** The failure that still speaks of what is on the sheet. */
  failure: Extract<SendState, { phase: 'failed' }> | null;
  /** An earlier attempt without an answer, as the preflight has to know it. */
  unanswered: 'same' | 'changed' | null;
  send(): void;
}

/** One run for the cloud's engine: the instances are looked at before it is sent, as those of any other. */
interface HandOver extends RunRequest {
  start: StartExecutionRequest;
}

/** Sends what is on a sheet, in one call or in batches, and says what became of it. */
export function useDispatch<Request extends RunRequest>(options: DispatchOptions<Request>): Dispatch {
  const { region, name, type, request, split, instances, batching, handed, draft, fitness, began } = options;
  const { t } = useTranslation('run');
  const { t: inErrors } = useTranslation('errors');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const sending = useSend<Request>({
    region,
    type,
    call: options.call,
    begin: draft.begin,
    refused: draft.refused,
    unfit: fitness.found,
    sent: (invokeId, here) => {
      began();
      options.sent(invokeId, here);
    },
    lost: (how, error) =>
      toast({
        tone: 'danger',
        title: options.lostTitle,
        body: t('failed.awayBody', { how: t(`failed.${how}`), title: describeError(error, inErrors).title }),
        link: options.records,
      }),
  });
  const starting = useStartBatches({
    unfit: fitness.found,
    started: (runId) => {
      began();
      void navigate(batchRunPath(region, runId), { replace: true });
    },
  });
  const handing = useSend<HandOver>({
    region,
    type,
    call: async (api, { start, ClientToken }) => {
      const { executionId } = await api.oos.startExecution({ ...start, ClientToken });
      return { InvokeId: executionId, RequestId: '' };
    },
    begin: draft.begin,
    refused: draft.refused,
    unfit: fitness.found,
    sent: (executionId, here) => {
      began();
      void cache.invalidateQueries({ queryKey: keys.engineRuns.all(region) });
      const to = executionId === '' ? enginePaths(region).list : enginePaths(region).run(executionId);
      toast({ tone: 'ok', title: t('sent.handed'), link: { to, label: t('sent.handedLink') } });
      if (here) void navigate(to, { replace: true });
    },
    lost: (how, error) =>
      toast({
        tone: 'danger',
        title: options.lostTitle,
        body: t('failed.awayBody', { how: t(`failed.${how}`), title: describeError(error, inErrors).title }),
        link: { to: enginePaths(region).list, label: t('failed.toEngineRuns') },
      }),
  });
  const handOver: HandOver | null = handed && { InstanceId: request.InstanceId, start: handed };
  const { state, busy } = batching.engine ? handing : batching.isOn ? starting : sending;
  const intent = batching.engine ? handOver : batching.isOn ? null : request;
  const unanswered = intent && unansweredBy(draft.attempt, intent);
  // After a change, trying again would be another run: the note no longer holds, a line of the preflight takes over.
  const failure =
    state.phase === 'failed' && (state.how !== 'unanswered' || unanswered === 'same') ? state : null;
  return {
    state,
    busy,
    failure,
    unanswered: busy || failure?.how === 'unanswered' ? null : unanswered,
    send: () => {
      const { shape } = batching;
      if (batching.engine) {
        if (handOver) void handing.send(handOver);
      } else if (!shape) void sending.send(request);
      else void starting.start({ region, name, commandType: type, instances, ...split, ...shape });
    },
  };
}
