import { useTranslation } from '@/i18n/use-translation';
import type { Invocation } from '@/api/ecs/invocations';
import { isUnderWay, OutcomeStatus, overallOutcome } from '@/features/cloud-assistant';
import { Status } from '@/ui/Status';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';
import { type Batch, type BatchPlan, isScheduled } from '../plan';

type Word = 'waiting' | 'sending' | 'running' | 'ended' | 'refused' | 'unanswered' | 'notSent' | 'scheduled';

const LOOK: Record<Word, { icon: StatusIconName; tone: Tone }> = {
  waiting: { icon: 'pending', tone: 'neutral' },
  sending: { icon: 'running', tone: 'info' },
  running: { icon: 'running', tone: 'info' },
  ended: { icon: 'info', tone: 'neutral' },
  refused: { icon: 'cancelled', tone: 'danger' },
  unanswered: { icon: 'warning', tone: 'warn' },
  notSent: { icon: 'stopped', tone: 'neutral' },
  scheduled: { icon: 'scheduled', tone: 'neutral' },
};

interface BatchStatusProps {
  plan: BatchPlan;
  batch: Batch;
  /** What the service says of it, once read. */
  record: Invocation | undefined;
}

/** Where a batch stands; once it has ended, how. */
export function BatchStatus({ plan, batch, record }: BatchStatusProps) {
  const { t } = useTranslation('batches');
  const { state, tally, instanceIds, error } = batch;
  if (state === 'ended' && !isScheduled(plan)) {
    if (tally.succeeded === instanceIds.length) return <OutcomeStatus outcome="succeeded" />;
    if (tally.failed === instanceIds.length) return <OutcomeStatus outcome="failed" />;
    if (tally.failed > 0) return <OutcomeStatus outcome="partlyFailed" />;
  }
  // The plan does not learn that a schedule was stopped.
  if (state === 'ended' && record && !isUnderWay(record)) {
    return <OutcomeStatus outcome={overallOutcome(record)} />;
  }
  const word = wordOf();
  return (
    <Status tone={LOOK[word].tone} icon={LOOK[word].icon}>
      {t(`state.${word}`)}
    </Status>
  );

  function wordOf(): Word {
    if (state === 'waiting' && plan.order === 'stop') return 'notSent';
    if (state === 'ended' && isScheduled(plan)) return 'scheduled';
    return state === 'sending' && error !== null ? 'unanswered' : state;
  }
}
