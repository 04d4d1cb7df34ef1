import { useState } from 'react';
import { MOST_IN_LIST, MOST_NAME_CHARACTERS } from '@/domain/event-rule';
import {
  type EventRuleDraft,
  type EventRuleField,
  type EventRuleProblem,
  eventRuleProblems,
} from '@/domain/event-rule-draft';
import { useTranslation } from '@/i18n/use-translation';

export interface FormProblems {
  /** What is wrong with a field, or with one target of it, if it is to be told now. */
  of(field: EventRuleField, id?: string): string | undefined;
  /** The field was left. */
  touch(field: EventRuleField): void;
  /** Tells everything from now on. @returns whether all is well */
  check(): boolean;
}

/** About a choice just made, not about something still to be typed. */
const AT_ONCE: ReadonlySet<EventRuleProblem> = new Set(['matchesNothing', 'tooManyNames']);
/** A field left empty is not wrong yet; and a line that comes up there would move away what is being pressed. */
const WHEN_SENT: ReadonlySet<EventRuleProblem> = new Set(['nameMissing', 'urlMissing']);

/** Problems of a rule's form: told once a field was left with something in it, or the form was sent. */
export function useFormProblems(draft: EventRuleDraft, isNameFixed: boolean): FormProblems {
  const { t } = useTranslation('eventRules');
  const [left, setLeft] = useState<ReadonlySet<EventRuleField>>(new Set());
  const [isChecked, setChecked] = useState(false);
  const problems = eventRuleProblems(draft).filter(
    // A rule made elsewhere keeps its name, whatever it is.
    ({ field }) => !(isNameFixed && field === 'name'),
  );
  return {
    of: (field, id) => {
      const problem = problems.find((one) => one.field === field && one.id === id)?.problem;
      if (!problem) return undefined;
      const isTold = isChecked || AT_ONCE.has(problem) || (left.has(field) && !WHEN_SENT.has(problem));
      const most = field === 'name' ? MOST_NAME_CHARACTERS : MOST_IN_LIST;
      return isTold ? t(`problem.${problem}`, { most }) : undefined;
    },
    touch: (field) => setLeft((before) => new Set(before).add(field)),
    check: () => {
      setChecked(true);
      return problems.length === 0;
    },
  };
}
