import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { mayHaveHappened } from '@/api/unanswered';
import { type EventRuleDraft, ruleOfDraft } from '@/domain/event-rule-draft';
import { type EventRuleTargets, removedTargets } from '@/domain/event-rule-targets';
import { rulesQuery, useRereadRules } from './queries';

/** Saving takes several calls: is the name free, the rule, what is taken off it, what it sends to. */
export type SaveStep = 'check' | 'rule' | 'removed' | 'targets';

export interface SaveRule {
  /** The call under way; null: none. */
  step: SaveStep | null;
  failed: { step: SaveStep; error: unknown } | null;
  /** The rule itself is saved as it stands, whatever became of its targets. */
  isRuleSaved: boolean;
  /** A rule has the name already: nothing was sent. */
  taken: string | null;
  /** Does what is left to be done. @returns whether everything is saved */
  save(draft: EventRuleDraft): Promise<boolean>;
}

/**
 * Saves a rule and its targets as one thing (contract 9.5). After a failure only what failed is repeated, unless the rule was
 * changed meanwhile.
 * @param before the targets that the saved rule has
 * @param isNew the name must not be another rule's: a put would replace that
 */
export function useSaveRule(region: string, before: EventRuleTargets, isNew: boolean): SaveRule {
  const api = useApi();
  const cache = useQueryClient();
  const reread = useRereadRules(region);
  const [step, setStep] = useState<SaveStep | null>(null);
  const [failed, setFailed] = useState<SaveRule['failed']>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const removed = useRef<readonly string[]>([]);
  /** The name under which this form has put its new rule, or may have: what is there under it is no other's. */
  const own = useRef<string | null>(null);

  async function save(draft: EventRuleDraft): Promise<boolean> {
    const rule = ruleOfDraft(draft);
    const { contacts, webhooks } = draft;
    const text = JSON.stringify(rule);
    let current = 'check' as SaveStep;
    const enter = (next: SaveStep) => setStep((current = next));
    setFailed(null);
    setTaken(null);
    try {
      if (isNew && own.current !== rule.name) {
        enter('check');
        const rules = await cache.fetchQuery({ ...rulesQuery(api, region), staleTime: 0 });
        if (rules.some(({ name }) => name === rule.name)) {
          setTaken(rule.name);
          return false;
        }
      }
      if (text !== saved) {
        enter('rule');
        await api.cms.putEventRule(region, rule);
        setSaved(text);
        own.current = rule.name;
      }
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
      return true;
    } catch (error) {
      if (current === 'rule' && mayHaveHappened(error)) own.current = rule.name;
      setFailed({ step: current, error });
      return false;
    } finally {
      setStep(null);
      void reread();
    }
  }

  return { step, failed, isRuleSaved: saved !== null, taken, save };
}
