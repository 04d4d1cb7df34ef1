import { useTranslation } from '@/i18n/use-translation';
import type { CreationField, CreationProblem } from '@/domain/instance-creation';
import { CREATION_LIMITS } from '@/domain/creation-limits';
import { useFormat } from '@/i18n/format';
import type { CreationForm } from './use-creation-form';

/** What is wrong with a field, as a sentence that names it. */
export function useProblemWords(): (problem: CreationProblem) => string {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  return (problem) => {
    const field = t(`field.${problem.field}`);
    if (problem.kind !== 'range')
      return t(`problem.${problem.kind}`, {
        field,
        size: format.bytes(CREATION_LIMITS.userDataBytes),
      });
    return t('problem.range', { field, min: format.number(problem.min), max: format.number(problem.max) });
  };
}

/** Tells of a field what is wrong with it, once that is to be told: by the rules, or by the service. */
export function useErrorOf(form: CreationForm): (field: CreationField, index?: number) => string | undefined {
  const words = useProblemWords();
  return (field, index) => {
    const problem = form.told.find(
      (one) => one.field === field && (index === undefined || one.index === index),
    );
    if (problem) return words(problem);
    return form.refused?.field === field && (index ?? 0) === 0 ? form.refused.words : undefined;
  };
}
