import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { SOLID, type Tone } from '@/ui/tones';
import { type Batch, type BatchPlan, isScheduled } from '../plan';
import { useHeadline } from '../use-headline';

export interface BatchBarProps {
  plan: BatchPlan;
  /** Instances at their end, of all. */
  done: number;
  total: number;
}

/** The run as a bar, one tick for each batch, filled by how its instances ended. A refused batch is hatched. */
export function BatchBar({ plan, done, total }: BatchBarProps) {
  const { t } = useTranslation('batches');
  const headline = useHeadline();
  const format = useFormat();
  const hasCanary = plan.batches.some(({ canary }) => canary) && plan.rules.gate !== null;
  return (
    <div>
      <div
        role="progressbar"
        aria-label={t('bar.label')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={headline(plan).join(', ')}
        className={cx('flex h-3.5', plan.batches.length > 40 ? 'gap-px' : 'gap-[3px]')}
      >
        {plan.batches.map((batch, index) => (
          <span
            key={index}
            title={t('bar.batch', {
              number: format.number(index + 1),
              state: t(batch.canary && hasCanary ? 'bar.canary' : `state.${batch.state}`),
            })}
            className={cx(
              'flex min-w-[3px] overflow-hidden rounded-[3px] bg-neutral-subtle forced-colors:border',
              batch.state === 'refused' && 'border border-dashed border-danger',
              (batch.state === 'running' || batch.state === 'sending') &&
                'outline-2 -outline-offset-2 outline-info-solid',
            )}
            style={{ flexGrow: batch.instanceIds.length, flexBasis: 0 }}
          >
            {partsOf(batch, isScheduled(plan)).map(({ tone, count }) => (
              <span
                key={tone}
                className={cx('h-full forced-color-adjust-none', SOLID[tone])}
                style={{ width: `${(count / batch.instanceIds.length) * 100}%` }}
              />
            ))}
          </span>
        ))}
      </div>
    </div>
  );
}

function partsOf({ tally }: Batch, scheduled: boolean): { tone: Tone; count: number }[] {
  const parts: { tone: Tone; count: number }[] = [
    { tone: 'danger', count: tally.failed },
    { tone: 'ok', count: tally.succeeded },
    { tone: scheduled ? 'info' : 'neutral', count: tally.other },
  ];
  return parts.filter(({ count }) => count > 0);
}
