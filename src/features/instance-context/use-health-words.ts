import { useCallback } from 'react';
import { parseHealth } from '@/domain/health';
import { useTranslation } from '@/i18n/use-translation';

/** What a health value is called, and what it means (manual 4.2). */
export interface HealthWords {
  label: string;
  description: string;
}

/** The words for a health value; one the console does not know is shown as it came. The same function until the language changes. */
export function useHealthWords(): (wire: string) => HealthWords {
  const { t } = useTranslation(['instances', 'domain']);
  return useCallback(
    (wire) => {
      const health = parseHealth(wire);
      if (health === null) return { label: wire, description: t('health.unknownValue') };
      return {
        label: t(`domain:health.${health}.label`),
        description: t(`domain:health.${health}.description`),
      };
    },
    [t],
  );
}
