import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import type { BatchPlan } from '../plan';

/** By what rules it goes on, a text each. */
export function useRuleWords(): (plan: BatchPlan) => string[] {
  const { t } = useTranslation('batches');
  const format = useFormat();
  return ({ rules, batches }) => {
    const first = batches.filter(({ canary }) => canary).flatMap(({ instanceIds }) => instanceIds).length;
    return [
      rules.gate === null ? '' : t(`rules.${rules.gate}`, { count: first, number: format.number(first) }),
      rules.maxFailures === null
        ? ''
        : t('rules.maxFailures', { count: rules.maxFailures, number: format.number(rules.maxFailures) }),
      rules.pace === 'atOnce' && batches.length > 1 ? t('rules.atOnce') : '',
    ].filter((word) => word !== '');
  };
}
