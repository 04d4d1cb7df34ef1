import { useState } from 'react';

/** Problems that are told field by field: once the field was left, or the form was to be saved. */
export function useToldProblems<Problem extends { field: string }>(problems: readonly Problem[]) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isChecked, setChecked] = useState(false);
  return {
    /** What is wrong with a field, if it is to be told now. */
    problemOf: (field: Problem['field']): Problem | undefined =>
      isChecked || left.has(field) ? problems.find((problem) => problem.field === field) : undefined,
    /** The field was left. */
    tell: (field: Problem['field']) => setLeft((before) => new Set([...before, field])),
    /** Tells everything from now on. @returns whether all is well */
    check: (): boolean => {
      setChecked(true);
      return problems.length === 0;
    },
  };
}
