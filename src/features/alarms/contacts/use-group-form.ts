import { useApi } from '@/api/ApiContext';
import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { holdsSame } from '../rebased';
import { usePutForm } from '../use-put-form';
import { useRowDraft } from '../use-row-draft';
import { GROUP_DRAFTS } from './group-draft-store';
import { EMPTY_GROUP, groupDraftOf, groupProblems, isGroupPut, putGroupRequest } from './group-form';
import { useRereadContacts } from './queries';
import { useToldProblems } from './use-told-problems';

/**
 * The form of a contact group, kept in this tab while it is not saved.
 * @param group null for a new one
 */
export function useGroupForm(region: string, group: ContactGroup | null, contacts: readonly Contact[]) {
  const api = useApi();
  const name = group?.Name ?? '';
  const row = useRowDraft(GROUP_DRAFTS, name, {
    row: group,
    start: group ? groupDraftOf(group, contactsIn(contacts, name)) : EMPTY_GROUP,
    draftOf: (fresh) => groupDraftOf(fresh, []),
  });
  const request = putGroupRequest(region, row.draft);
  const form = usePutForm(
    row,
    {
      // One cannot ask for a group by its name.
      look: async () => {
        const all = await api.cms.describeContactGroupListAll({ RegionId: region });
        return all.find(({ Name }) => Name === request.ContactGroupName);
      },
      isSame: (a, b) => holdsSame(groupDraftOf(a, []), groupDraftOf(b, [])),
      isDone: (there) => isGroupPut(there, request),
      put: () => api.cms.putContactGroup(request),
    },
    useRereadContacts(region),
  );
  const { check, ...problems } = useToldProblems(groupProblems(row.draft, group === null));
  return { ...form, ...problems, request, save: async () => check() && form.save() };
}

/** Those that say of themselves that they are in a group. */
function contactsIn(contacts: readonly Contact[], group: string): string[] {
  return contacts.filter(({ ContactGroups }) => ContactGroups.includes(group)).map(({ Name }) => Name);
}
