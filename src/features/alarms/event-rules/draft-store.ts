import { EMPTY_RULE, type EventRuleDraft } from '@/domain/event-rule-draft';
import type { DraftStore } from '../use-kept-draft';

/** Addresses lose what follows `?`: that is where their secrets are. */
export const EVENT_RULE_DRAFTS: DraftStore<EventRuleDraft> = {
  name: 'event-rule-draft',
  kept: (draft) => ({
    ...draft,
    webhooks: draft.webhooks.map((hook) => ({ ...hook, url: hook.url.replace(/[?#].*$/s, '') })),
  }),
  read: (kept) => (isDraft(kept) ? { ...EMPTY_RULE, ...kept } : null),
};

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string');

function isListOf(value: unknown, members: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (one: unknown) =>
        typeof one === 'object' &&
        one !== null &&
        members.every((name) => typeof (one as Record<string, unknown>)[name] === 'string'),
    )
  );
}

function isDraft(value: unknown): value is EventRuleDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<keyof EventRuleDraft, unknown>;
  const { silenceSeconds } = draft;
  return (
    typeof draft.name === 'string' &&
    typeof draft.description === 'string' &&
    typeof draft.enabled === 'boolean' &&
    [draft.types, draft.levels, draft.names].every(isTexts) &&
    (silenceSeconds === null || typeof silenceSeconds === 'number') &&
    isListOf(draft.contacts, ['id', 'group', 'level']) &&
    isListOf(draft.webhooks, ['id', 'protocol', 'method', 'url'])
  );
}
