import { CONTACT_LANGUAGES, type ContactDraft } from '@/domain/contact';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import { EMPTY_CONTACT } from './contact-form';

/** A contact's form as it is kept in this tab: without the robot's address, which is a secret. */
type KeptDraft = Omit<ContactDraft, 'DingWebHook'>;

const keyOf = (name: string) => `contact-draft:${name}`;

/** @param name of the contact that is changed; empty for a new one */
export function keepContactDraft(name: string, { DingWebHook: _secret, ...kept }: ContactDraft): void {
  keepInSession(keyOf(name), kept satisfies KeptDraft);
}

export function forgetContactDraft(name: string): void {
  dropFromSession(keyOf(name));
}

/** What was kept; null if there is nothing, or nothing readable. */
export function readContactDraft(name: string): KeptDraft | null {
  const kept = readFromSession(keyOf(name));
  if (typeof kept !== 'object' || kept === null) return null;
  const { DingWebHook: _secret, ...empty } = EMPTY_CONTACT;
  const draft = { ...empty, ...kept } as Record<string, unknown>;
  const isDraft =
    Object.keys(empty).every((field) => typeof draft[field] === 'string') &&
    CONTACT_LANGUAGES.some((language) => language === draft['language']);
  return isDraft ? (draft as unknown as KeptDraft) : null;
}
