import { EMPTY_RULE, type EventRuleDraft } from '@/domain/event-rule-draft';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';

/** What is being written: a new rule, a copy of one, or changes of one. */
export type RuleDraftKind = 'new' | `copy:${string}` | `edit:${string}`;

const keyOf = (kind: RuleDraftKind) => `event-rule-draft:${kind}`;

/** Keeps an unsaved form for this tab. Addresses lose what follows `?`: that is where their secrets are. */
export function keepRuleDraft(kind: RuleDraftKind, draft: EventRuleDraft): void {
  const webhooks = draft.webhooks.map((hook) => ({ ...hook, url: hook.url.replace(/[?#].*$/s, '') }));
  keepInSession(keyOf(kind), { ...draft, webhooks });
}

export function forgetRuleDraft(kind: RuleDraftKind): void {
  dropFromSession(keyOf(kind));
}

/** The kept form; null if there is none or it cannot be read. */
export function readRuleDraft(kind: RuleDraftKind): EventRuleDraft | null {
  const kept = readFromSession(keyOf(kind));
  return isDraft(kept) ? { ...EMPTY_RULE, ...kept } : null;
}

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
