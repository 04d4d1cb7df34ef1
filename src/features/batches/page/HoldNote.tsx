import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { type BatchPlan, goOnAllTheSame, stepOf, withBatch } from '../plan';
import { planStore } from '../plan-store';
import { canSend } from '../secret-part';

/** Why no further batch starts, and what a person can decide; or that an answer is missing. */
export function HoldNote({ plan }: { plan: BatchPlan }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const step = stepOf(plan);
  const { batches, rules, id } = plan;
  if (step.kind === 'send' && !canSend(plan)) {
    return (
      <Note tone="warn" role="status" className="mt-3" title={t('hold.values')}>
        {t('hold.valuesBody')}
      </Note>
    );
  }
  const unanswered = batches.findIndex(({ state, error }) => state === 'sending' && error !== null);
  if (unanswered >= 0 && plan.order !== 'stop') {
    return (
      <Note
        tone="warn"
        role="status"
        className="mt-3"
        title={t('hold.unanswered', { number: format.number(unanswered + 1) })}
        action={
          plan.order === 'go' ? (
            <Button
              size="sm"
              onClick={() => void planStore.change(id, (now) => withBatch(now, unanswered, { error: null }))}
            >
              {t('hold.sendNow')}
            </Button>
          ) : null
        }
      >
        {t('hold.unansweredBody')} <span className="code">{batches[unanswered]?.error?.code}</span>
      </Note>
    );
  }
  if (step.kind !== 'hold' || step.why === 'paused') return null;
  const failed = batches.reduce((sum, { tally }) => sum + tally.failed, 0);
  const figures = {
    count: failed,
    number: format.number(failed),
    limit: format.number(rules.maxFailures ?? 0),
  };
  return (
    <Note
      tone="warn"
      role="status"
      className="mt-3"
      title={t(`hold.${step.why}`, figures)}
      action={
        <Button size="sm" onClick={() => void planStore.change(id, goOnAllTheSame)}>
          {t('hold.goOn')}
        </Button>
      }
    >
      {t(`hold.${step.why}Body`)}
    </Note>
  );
}
