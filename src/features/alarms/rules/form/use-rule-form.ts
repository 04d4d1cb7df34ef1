import { useEffect, useRef, useState } from 'react';
import { forgetRuleDraft, keepRuleDraft, readRuleDraft, type RuleDraftKind } from './draft-store';
import type { RuleForm } from './rule-form';

export interface RuleFormState {
  form: RuleForm;
  change(change: Partial<RuleForm>): void;
  /** Whether leaving would lose something that was written. */
  unsaved: boolean;
  /** Whether it opened with what an earlier visit of this tab had left. */
  restored: boolean;
  /** Back to the untouched form. */
  discard(): void;
  /** Saved or given up: nothing is kept any longer. */
  forget(): void;
}

/** The form of a rule, kept in this tab while something of it is changed. */
export function useRuleForm(region: string, kind: RuleDraftKind, start: RuleForm): RuleFormState {
  // What it started from stays the same, whatever is read anew meanwhile.
  const [base] = useState(start);
  const [kept] = useState(() => readRuleDraft(region, kind));
  const [form, setForm] = useState(kept ?? base);
  const [restored, setRestored] = useState(kept !== null);
  const over = useRef(false);
  const unsaved = JSON.stringify({ ...form, ruleId: '' }) !== JSON.stringify({ ...base, ruleId: '' });
  useEffect(() => {
    if (over.current) return;
    if (unsaved) keepRuleDraft(region, kind, form);
    else forgetRuleDraft(region, kind);
  }, [form, kind, region, unsaved]);
  return {
    form,
    change: (change) => setForm((now) => ({ ...now, ...change })),
    unsaved,
    restored,
    discard: () => {
      setRestored(false);
      setForm(base);
    },
    forget: () => {
      over.current = true;
      forgetRuleDraft(region, kind);
    },
  };
}
