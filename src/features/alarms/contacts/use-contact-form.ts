import { useApi } from '@/api/ApiContext';
import type { Contact } from '@/api/cms/contacts';
import { contactProblems } from '@/domain/contact';
import { usePutForm } from '../use-put-form';
import { useRowDraft } from '../use-row-draft';
import { CONTACT_DRAFTS } from './contact-draft-store';
import { contactDraftOf, EMPTY_CONTACT, isPut, putContactRequest } from './contact-form';
import { useRereadContacts } from './queries';
import { useToldProblems } from './use-told-problems';

/**
 * The form of a contact, kept in this tab while it is not saved.
 * @param contact null for a new one
 */
export function useContactForm(region: string, contact: Contact | null) {
  const api = useApi();
  const row = useRowDraft(CONTACT_DRAFTS, contact?.Name ?? '', {
    row: contact,
    start: contact ? contactDraftOf(contact) : EMPTY_CONTACT,
    draftOf: contactDraftOf,
  });
  const request = putContactRequest(region, row.draft);
  const { ContactName } = request;
  const form = usePutForm(
    row,
    {
      look: async () => {
        const { items } = await api.cms.describeContactList({ RegionId: region, ContactName });
        return items.find(({ Name }) => Name === ContactName);
      },
      isSame: (a, b) => a.UpdateTime === b.UpdateTime,
      isDone: (there) => isPut(there, request),
      put: () => api.cms.putContact(request),
    },
    useRereadContacts(region),
  );
  const { check, ...problems } = useToldProblems(contactProblems(row.draft, contact === null));
  return { ...form, ...problems, request, save: async () => check() && form.save() };
}
