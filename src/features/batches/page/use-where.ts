import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { type BatchPlan, stepOf } from '../plan';

/** The clause after the headline: which batch it is at, or why it is at none. */
export function useWhere(): (plan: BatchPlan) => string {
  const { t } = useTranslation('batches');
  const format = useFormat();
  return (plan) => {
    const { batches, order } = plan;
    const { kind } = stepOf(plan);
    const total = batches.length;
    const begun = batches.filter(({ state }) => state !== 'waiting').length;
    const figures = { at: format.number(begun), total: format.number(total), count: total };
    if (order === 'stop') return t('where.stopped', figures);
    if (kind === 'done') return t('where.done', figures);
    if (kind === 'hold') return t('where.held', figures);
    if (order === 'pause') return t('where.pausing', figures);
    return begun === 0 ? t('where.starting', figures) : t('where.at', figures);
  };
}
