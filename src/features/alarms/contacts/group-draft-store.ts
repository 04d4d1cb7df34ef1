import type { DraftStore } from '../use-row-draft';
import { type GroupDraft, rebasedGroup, sameGroup } from './group-form';

export const GROUP_DRAFTS: DraftStore<GroupDraft> = {
  name: 'contact-group-draft',
  kept: (draft) => draft,
  read: (value) => {
    const kept = value as Partial<Record<keyof GroupDraft, unknown>> | null;
    const isDraft =
      typeof kept?.name === 'string' &&
      typeof kept.description === 'string' &&
      typeof kept.subscribed === 'boolean' &&
      Array.isArray(kept.members) &&
      kept.members.every((member) => typeof member === 'string');
    return isDraft ? (kept as GroupDraft) : null;
  },
  isSame: sameGroup,
  rebased: rebasedGroup,
};
