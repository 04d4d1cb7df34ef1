import { useCallback } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { parseHealth } from '@/domain/health';

/** The word for a health value; one the console does not know is shown as it came. */
export function useHealthWords(): (wire: string) => string {
  const { t } = useTranslation('domain');
  return useCallback(
    (wire) => {
      const health = parseHealth(wire);
      return health === null ? wire : t(`health.${health}.label`);
    },
    [t],
  );
}
