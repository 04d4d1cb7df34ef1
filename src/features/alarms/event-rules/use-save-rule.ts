import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { mayHaveHappened } from '@/api/unanswered';
import { draftOfRule, type EventRuleDraft, ruleOfDraft, type SavedRule } from '@/domain/event-rule-draft';
import { NO_TARGETS, removedTargets } from '@/domain/event-rule-targets';
import { type PutOutcome, putUnlessChanged } from '../put-unless-changed';
import { holdsSame } from '../rebased';
import { readSavedRule, useRereadRules } from './queries';

/** Saving takes several calls: what has the name now, the rule, what is taken off it, what it sends to. */
export type SaveStep = 'check' | 'rule' | 'removed' | 'targets';

export interface SaveRule {
  /** The call under way; null: none. */
  step: SaveStep | null;
  failed: { step: SaveStep; error: unknown } | null;
  /** The rule itself is saved as it stands, whatever became of its targets. */
  isRuleSaved: boolean;
  /** Does what is left to be done. @returns how it ended; null when a call failed */
  save(draft: EventRuleDraft): Promise<PutOutcome<SavedRule> | null>;
}

/**
 * Saves a rule and its targets as one thing (contract 9.5), unless others have changed either. After a failure only what failed
 * is repeated, unless the rule was changed in the form meanwhile.
 * @param opened the rule as it was last looked at; null: a new one, whose name must not be another's
 */
export function useSaveRule(region: string, opened: SavedRule | null): SaveRule {
  const api = useApi();
  const cache = useQueryClient();
  const reread = useRereadRules(region);
  const [step, setStep] = useState<SaveStep | null>(null);
  const [failed, setFailed] = useState<SaveRule['failed']>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const removed = useRef<readonly string[]>([]);
  /** The name under which this form has put its rule, or may have: what is there under it is no other's. */
  const own = useRef<string | null>(null);

  async function save(draft: EventRuleDraft): Promise<PutOutcome<SavedRule> | null> {
    const rule = ruleOfDraft(draft);
    const { contacts, webhooks } = draft;
    const text = JSON.stringify(rule);
    let current = 'check' as SaveStep;
    const enter = (next: SaveStep) => setStep((current = next));
    setFailed(null);
    const send = async () => {
      if (text !== saved) {
        enter('rule');
        await api.cms.putEventRule(region, rule);
        setSaved(text);
        own.current = rule.name;
      }
      const before = opened?.targets ?? NO_TARGETS;
      const gone = removedTargets(before, { contacts, webhooks, others: [] });
      const Ids = gone.filter((id) => !removed.current.includes(id));
      if (Ids.length > 0) {
        enter('removed');
        await api.cms.deleteEventRuleTargets({ RegionId: region, RuleName: rule.name, Ids });
        removed.current = [...removed.current, ...Ids];
      }
      if (contacts.length + webhooks.length > 0) {
        enter('targets');
        await api.cms.putEventRuleTargets({ RegionId: region, RuleName: rule.name, contacts, webhooks });
      }
    };
    try {
      if (own.current === rule.name) {
        await send();
        return { kind: 'saved' };
      }
      enter('check');
      return await putUnlessChanged<SavedRule>({
        opened,
        look: () => readSavedRule(cache, api, region, rule.name),
        isSame: holdsSame,
        isDone: (there) => opened !== null && holdsSame(draftOfRule(there), trimmed(draft)),
        put: send,
      });
    } catch (error) {
      if (current === 'rule' && mayHaveHappened(error)) own.current = rule.name;
      setFailed({ step: current, error });
      return null;
    } finally {
      setStep(null);
      void reread();
    }
  }

  return { step, failed, isRuleSaved: saved !== null, save };
}

/** A draft as it is told again once it is saved. */
function trimmed(draft: EventRuleDraft): EventRuleDraft {
  const { contacts, webhooks, others } = { ...draft, others: [] };
  return draftOfRule({ rule: ruleOfDraft(draft), targets: { contacts, webhooks, others } });
}
