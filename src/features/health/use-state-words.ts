import { useCallback } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { isInstanceState } from '@/features/instance-context';

/** The word for a lifecycle state; one the console does not know is shown as it came. */
export function useStateWords(): (wire: string) => string {
  const { t } = useTranslation('domain');
  return useCallback((wire) => (isInstanceState(wire) ? t(`instanceState.${wire}`) : wire), [t]);
}
