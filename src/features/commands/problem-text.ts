import { useTranslation } from 'react-i18next';
import type { DraftProblem } from '@/domain/command-draft';
import { MAX_PARAMETER_NAME_BYTES, type ParameterProblem } from '@/domain/parameters';
import { useFormat } from '@/i18n/format';

export interface ProblemWords {
  /** A sentence that names the field and what is wrong with it. */
  draft(problem: DraftProblem): string;
  /** The same for one parameter of a script. */
  parameter(problem: ParameterProblem): string;
  /** Where it stands: "Line 3, column 7". */
  place(problem: ParameterProblem): string;
}

/** Words for what is wrong with a form. */
export function useProblemWords(): ProblemWords {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const parameter = ({ kind, raw }: ParameterProblem) =>
    t(`problem.parameter.${kind}`, { raw, limit: MAX_PARAMETER_NAME_BYTES });
  const place = ({ line, column }: ParameterProblem) => t('problem.place', { line, column });
  const draft = (problem: DraftProblem): string => {
    const limit = problem.limit ?? 0;
    const actual = problem.actual ?? 0;
    if (problem.at) return `${place(problem.at)}: ${parameter(problem.at)}`;
    if (problem.kind === 'contentTooLarge') {
      const exact = { actual: format.bytes(actual), limit: format.bytes(limit) };
      // Two sizes that round to the same words would read as a contradiction.
      const sizes =
        exact.actual === exact.limit ? { actual: `${format.number(actual)} B`, limit: `${format.number(limit)} B` } : exact;
      return t('problem.content.contentTooLarge', sizes);
    }
    const key = `problem.${problem.field}.${problem.kind}` as 'problem.name.tooLong';
    return t(key, {
      count: limit,
      number: format.number(limit),
      actual: format.number(actual),
      limit: format.number(limit),
    });
  };
  return { draft, parameter, place };
}
