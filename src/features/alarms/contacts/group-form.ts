import type { ContactGroup, PutContactGroupRequest } from '@/api/cms/contacts';
import { type ContactProblem, descriptionProblem, nameProblem } from '@/domain/contact';
import { holdsSame, rebased, rebasedList } from '../rebased';

/** A form for a contact group. */
export interface GroupDraft {
  name: string;
  description: string;
  subscribed: boolean;
  /** Names of contacts. */
  members: readonly string[];
}

export const EMPTY_GROUP: GroupDraft = { name: '', description: '', subscribed: false, members: [] };

/** @param isIn names of the contacts that say of themselves that they are in it */
export function groupDraftOf(group: ContactGroup, isIn: readonly string[]): GroupDraft {
  return {
    name: group.Name,
    description: group.Describe,
    subscribed: group.EnableSubscribed,
    // A put is the whole membership: whom one of the two lists leaves out must not be lost by it.
    members: [...new Set([...group.Contacts, ...isIn])],
  };
}

/** The PutContactGroup request of a form. */
export function putGroupRequest(RegionId: string, draft: GroupDraft): PutContactGroupRequest {
  return {
    RegionId,
    ContactGroupName: draft.name.trim(),
    Describe: draft.description.trim(),
    EnableSubscribed: draft.subscribed,
    ContactNames: draft.members,
  };
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return holdsSame(a.toSorted(), b.toSorted());
}

export function sameGroup(a: GroupDraft, b: GroupDraft): boolean {
  return sameMembers(a.members, b.members) && holdsSame({ ...a, members: [] }, { ...b, members: [] });
}

/** Whether a saved group is what a request would make of it. */
export function isGroupPut(group: ContactGroup, request: PutContactGroupRequest): boolean {
  return (
    group.Describe === request.Describe &&
    group.EnableSubscribed === request.EnableSubscribed &&
    sameMembers(group.Contacts, request.ContactNames)
  );
}

/** A form that began with `base`, over what has come since: whom it added and took out are added and taken out there. */
export function rebasedGroup(draft: GroupDraft, base: GroupDraft, fresh: GroupDraft): GroupDraft {
  const members = rebasedList(draft.members, base.members, fresh.members, (name) => name);
  return { ...rebased(draft, base, fresh), members };
}

/** Everything that is wrong with a group; a saved one keeps its name. */
export function groupProblems(
  draft: GroupDraft,
  isNew: boolean,
): Extract<ContactProblem, { field: 'name' | 'description' }>[] {
  const name = isNew ? nameProblem(draft.name) : null;
  const description = descriptionProblem(draft.description);
  return [
    ...(name ? [{ field: 'name', kind: name } as const] : []),
    ...(description ? [{ field: 'description', kind: description } as const] : []),
  ];
}
