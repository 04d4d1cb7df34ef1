import { useEffect, useRef, useState } from 'react';
import type { EventRuleDraft } from '@/domain/event-rule-draft';
import { forgetRuleDraft, keepRuleDraft, readRuleDraft, type RuleDraftKind } from './draft-store';

export interface RuleDraft {
  draft: EventRuleDraft;
  change(part: Partial<EventRuleDraft>): void;
  /** Whether leaving would lose something. */
  unsaved: boolean;
  /** Whether the form opened with what an earlier visit of this tab had left. */
  restored: boolean;
  /** Back to how it was. */
  discard(): void;
  /** The work is saved or given up: nothing is kept any longer. */
  forget(): void;
}

/** The form of a rule, kept in this tab while it differs from `base`. */
export function useRuleDraft(kind: RuleDraftKind, base: EventRuleDraft): RuleDraft {
  const [kept] = useState(() => readRuleDraft(kind));
  const [start] = useState(base);
  const [draft, setDraft] = useState(kept ?? start);
  const [restored, setRestored] = useState(kept !== null);
  const over = useRef(false);
  const unsaved = JSON.stringify(draft) !== JSON.stringify(start);
  useEffect(() => {
    if (over.current) return;
    if (unsaved) keepRuleDraft(kind, draft);
    else forgetRuleDraft(kind);
  }, [draft, kind, unsaved]);
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    unsaved,
    restored,
    discard: () => {
      setRestored(false);
      setDraft(start);
    },
    forget: () => {
      over.current = true;
      forgetRuleDraft(kind);
    },
  };
}
