import { CirclePause, CirclePlay, CircleStop, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { isUnderWay } from '@/features/cloud-assistant';
import { deservesAnother, runProgress } from '@/features/invocations';
import { runAddress, scriptAddress } from '@/features/run';
import { Button } from '@/ui/Button';
import { LinkButton } from '@/ui/LinkButton';
import { openedFrom } from '@/ui/use-return';
import { type BatchPlan, isScheduled, pause, resume, stepOf } from '../plan';
import { planStore } from '../plan-store';
import { StopBatchedSchedule } from '../StopBatchedSchedule';
import { StopRunDialog } from './StopRunDialog';

interface RunActionsProps {
  plan: BatchPlan;
  records: readonly Invocation[];
  /** Whether records of other batches are still on their way. */
  isReading: boolean;
}

/** Pause, resume, stop; and, for what did not work or was not sent, the run sheet with the same parameters (B6). */
export function RunActions({ plan, records, isReading }: RunActionsProps) {
  const { t } = useTranslation('batches');
  const { pathname, search } = useLocation();
  const [stopping, setStopping] = useState(false);
  const { id, region, order, template, batches } = plan;
  const hasMore = batches.some(({ state }) => state === 'waiting' || state === 'sending');
  const { kind } = stepOf(plan);
  const isOver = kind === 'done';
  // What fails meanwhile may be more in a moment.
  const isAtRest = isOver || kind === 'hold';
  // A schedule fires on when everything of it is sent, until it is stopped itself: all of it, not the part that is read.
  const firing = isScheduled(plan) ? records.filter(isUnderWay) : [];
  const isSent = order === 'stop' || isOver;
  const failed = [
    ...records.flatMap((record) =>
      runProgress(record)
        .runs.filter(deservesAnother)
        .map(({ instanceId }) => instanceId),
    ),
    ...batches.flatMap(({ state, instanceIds }) => (state === 'refused' ? instanceIds : [])),
  ];
  const left =
    order === 'stop'
      ? batches.flatMap(({ state, instanceIds }) => (state === 'waiting' ? instanceIds : []))
      : [];
  const all = batches.flatMap(({ instanceIds }) => instanceIds);
  const from = batches.find(({ invokeId }) => invokeId)?.invokeId ?? '';
  const cron = template.request.Frequency ?? '';
  const state = openedFrom(pathname + search);
  // A script that is not saved stands in the records only.
  const hasScript = template.action === 'InvokeCommand' || from !== '';
  const again = (instances: readonly string[], words: 'again.all' | 'again.failed' | 'again.left') =>
    isAtRest && hasScript && instances.length > 0 ? (
      <LinkButton
        icon={RotateCcw}
        to={
          template.action === 'InvokeCommand'
            ? runAddress(region, template.request.CommandId, { instances, from, cron })
            : scriptAddress(region, { instances, from })
        }
        state={state}
      >
        {t(words, { count: instances.length })}
      </LinkButton>
    ) : null;
  return (
    <>
      {again(failed, 'again.failed')}
      {again(left, 'again.left')}
      {isOver ? again(all, 'again.all') : null}
      {order === 'pause' && hasMore ? (
        <Button variant="primary" writes icon={CirclePlay} onClick={() => void planStore.change(id, resume)}>
          {t('resume')}
        </Button>
      ) : null}
      {order === 'go' && hasMore && kind !== 'hold' ? (
        <Button icon={CirclePause} onClick={() => void planStore.change(id, pause)}>
          {t('pause')}
        </Button>
      ) : null}
      {isSent && (isReading || firing.length === 0) ? null : (
        <Button icon={CircleStop} onClick={() => setStopping(true)}>
          {t('stop.action')}
        </Button>
      )}
      {!stopping ? null : isSent ? (
        <StopBatchedSchedule region={region} runId={id} records={firing} onClose={() => setStopping(false)} />
      ) : (
        <StopRunDialog plan={plan} onClose={() => setStopping(false)} />
      )}
    </>
  );
}
