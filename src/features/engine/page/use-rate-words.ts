import { useTranslation } from '@/i18n/use-translation';
import type { Execution } from '@/api/oos/executions';
import { BATCH_PAUSES, readShare, type Share } from '@/domain/rate-control';

/** How fast an execution goes, where it pauses and what it tolerates; empty where that is not told. */
export function useRateWords(): (execution: Execution) => string[] {
  const { t } = useTranslation('engine');
  return ({ parameters }) => {
    const rules = parameters['rateControl'];
    if (typeof rules !== 'object' || rules === null) return [];
    const { Mode, Concurrency, Batch, BatchPauseOption, MaxErrors } = rules as Record<string, unknown>;
    const pause = BATCH_PAUSES.find((one) => one === BatchPauseOption);
    const sizes = Array.isArray(Batch) ? Batch.flatMap((size: unknown) => readShare(size) ?? []) : [];
    const words = [
      Mode === 'Concurrency' && t('rate.atOnce', { number: String(readShare(Concurrency) ?? 1) }),
      Mode === 'Batch' && sizes.length > 0 && t('rate.batches', { sizes: sizes.join(', ') }),
      Mode === 'Batch' && pause !== undefined && pause !== 'Automatic' && t(`rate.${pause}`),
      tolerated(readShare(MaxErrors) ?? 0),
    ];
    return words.filter((word): word is string => typeof word === 'string');
  };

  function tolerated(errors: Share): string {
    return errors === 0 || errors === '0%'
      ? t('rate.noErrors')
      : t('rate.errors', { number: String(errors) });
  }
}
