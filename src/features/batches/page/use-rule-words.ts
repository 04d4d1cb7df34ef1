import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import type { BatchPlan } from '../plan';

/** By what rules it goes on, in a line; empty for none. */
export function useRuleWords(): (plan: BatchPlan) => string {
  const { t } = useTranslation('batches');
  const format = useFormat();
  return ({ rules, batches }) => {
    const first = batches.filter(({ canary }) => canary).flatMap(({ instanceIds }) => instanceIds).length;
    const words = [
      rules.gate === null ? '' : t(`rules.${rules.gate}`, { count: first, number: format.number(first) }),
      rules.maxFailures === null
        ? ''
        : t('rules.maxFailures', { count: rules.maxFailures, number: format.number(rules.maxFailures) }),
      rules.pace === 'atOnce' && batches.length > 1 ? t('rules.atOnce') : '',
    ];
    return words
      .filter((word) => word !== '')
      .map((word) => `· ${word}`)
      .join(' ');
  };
}
