import { CONTACT_LANGUAGES, type ContactDraft } from '@/domain/contact';
import { holdsSame, rebased } from '../rebased';
import type { DraftStore } from '../use-row-draft';
import { EMPTY_CONTACT } from './contact-form';

const FIELDS = Object.keys(EMPTY_CONTACT) as (keyof ContactDraft)[];

/** A contact's form is kept without the robot's address, which is a secret. */
export const CONTACT_DRAFTS: DraftStore<ContactDraft> = {
  name: 'contact-draft',
  kept: ({ DingWebHook: _secret, ...kept }) => kept,
  read: (kept, base) => {
    if (typeof kept !== 'object' || kept === null) return null;
    const draft = { ...EMPTY_CONTACT, ...kept, DingWebHook: base.DingWebHook } as Record<string, unknown>;
    const isDraft =
      FIELDS.every((field) => typeof draft[field] === 'string') &&
      CONTACT_LANGUAGES.some((language) => language === draft['language']);
    return isDraft ? (draft as unknown as ContactDraft) : null;
  },
  isSame: (a, b) => FIELDS.every((field) => holdsSame(a[field], b[field])),
  rebased,
};
