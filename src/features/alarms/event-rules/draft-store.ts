import { EMPTY_RULE, type EventRuleDraft } from '@/domain/event-rule-draft';
import { holdsSame, rebased, rebasedList } from '../rebased';
import type { DraftStore } from '../use-row-draft';

const withoutQuery = (url: string) => url.replace(/[?#].*$/s, '');
const idOf = ({ id }: { id: string }) => id;

/** Addresses lose what follows `?`: that is where their secrets are. */
export const EVENT_RULE_DRAFTS: DraftStore<EventRuleDraft> = {
  name: 'event-rule-draft',
  kept: (draft) => ({
    ...draft,
    webhooks: draft.webhooks.map((hook) => ({ ...hook, url: withoutQuery(hook.url) })),
  }),
  read: (kept, base) => {
    if (!isDraft(kept)) return null;
    const webhooks = kept.webhooks.map(
      (hook) => base.webhooks.find(({ id, url }) => id === hook.id && withoutQuery(url) === hook.url) ?? hook,
    );
    return { ...EMPTY_RULE, ...kept, webhooks };
  },
  isSame: holdsSame,
  rebased: (draft, base, fresh) => ({
    ...rebased(draft, base, fresh),
    contacts: rebasedList(draft.contacts, base.contacts, fresh.contacts, idOf),
    webhooks: rebasedList(draft.webhooks, base.webhooks, fresh.webhooks, idOf),
  }),
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
