import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { DraftProblem } from '@/domain/command-draft';
import type { ParameterProblem } from '@/domain/parameters';
import { draftProblemText, parameterProblemText } from '@/domain/problem-texts';

export interface ProblemWords {
  /** A sentence that names the field and what is wrong with it. */
  draft(problem: DraftProblem): string;
  /** The same for one parameter of a script, with its place. */
  parameter(problem: ParameterProblem): string;
}

/** Words for what is wrong with a form; the same object until the language changes. */
export function useProblemWords(): ProblemWords {
  const { t } = useTranslation('domain');
  return useMemo(() => {
    const say = ({ key, values }: ReturnType<typeof draftProblemText>) => t(key, values);
    return {
      draft: (problem) => say(draftProblemText(problem)),
      parameter: (problem) => say(parameterProblemText(problem)),
    };
  }, [t]);
}
