import { useCallback } from 'react';
import type { AlarmDoubt, AlarmProblem } from '@/domain/metric-alarm-problems';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';

/** Problems and doubts of a rule in words. */
export function useProblemWords() {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const problem = useCallback(
    ({ kind, level, limit = 0 }: AlarmProblem) =>
      t(`problem.${kind}`, { level: level ? t(`level.${level}`) : '', limit: format.number(limit) }),
    [format, t],
  );
  const doubt = useCallback(
    (one: AlarmDoubt) =>
      t(`doubt.${one.kind}`, {
        level: t(`level.${one.level}`),
        by: one.kind === 'hidden' ? t(`level.${one.by}`) : '',
      }),
    [t],
  );
  return { problem, doubt };
}
