import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import type { GroupDraft } from './group-form';

const keyOf = (name: string) => `contact-group-draft:${name}`;

/** @param name of the group that is changed; empty for a new one */
export function keepGroupDraft(name: string, draft: GroupDraft): void {
  keepInSession(keyOf(name), draft);
}

export function forgetGroupDraft(name: string): void {
  dropFromSession(keyOf(name));
}

/** What was kept; null if there is nothing, or nothing readable. */
export function readGroupDraft(name: string): GroupDraft | null {
  const kept = readFromSession(keyOf(name)) as Partial<Record<keyof GroupDraft, unknown>> | null;
  const isDraft =
    typeof kept?.name === 'string' &&
    typeof kept.description === 'string' &&
    typeof kept.subscribed === 'boolean' &&
    Array.isArray(kept.members) &&
    kept.members.every((member) => typeof member === 'string');
  return isDraft ? (kept as GroupDraft) : null;
}
