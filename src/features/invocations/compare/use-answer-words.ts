import { useTranslation } from '@/i18n/use-translation';
import type { Outcome } from '@/domain/invocation-status';
import { isKnownRecordError } from '@/domain/record-errors';

/** How an answer ended, in a few words: "Exit 1", "Execution timed out", "Running". */
export function useAnswerWords() {
  const { t } = useTranslation(['invocations', 'domain']);
  return ({
    outcome,
    exitCode,
    errorCode,
  }: {
    outcome: Outcome;
    exitCode: number | undefined;
    errorCode: string;
  }): string => {
    if (outcome === 'failed' && errorCode) {
      return isKnownRecordError(errorCode) ? t(`domain:recordError.${errorCode}.title`) : errorCode;
    }
    const hasRun = outcome === 'succeeded' || outcome === 'nonzero' || outcome === 'finished';
    return hasRun && exitCode !== undefined
      ? t('compare.exit', { code: exitCode })
      : t(`domain:outcome.${outcome}`);
  };
}
