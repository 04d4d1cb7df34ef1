import type { Api } from '@/api/api';
import type { Contact, ContactGroup, PutContactGroupRequest, PutContactRequest } from '@/api/cms/contacts';

/**
 * How a put ended. It replaces whatever has the name, so that the account is looked at first: `taken`: a new one would have
 * replaced another; `changed`, `gone`: not any more what was on screen. Then nothing was sent.
 */
export type PutOutcome<Row> =
  { kind: 'saved' } | { kind: 'taken' } | { kind: 'changed'; fresh: Row } | { kind: 'gone' };

/**
 * @param opened the contact as it was when its form was opened or last looked at; null for a new one
 * @param isDone whether what is there is what the request would make: then an earlier try arrived whose answer was lost
 */
export async function putContact(
  api: Api,
  request: PutContactRequest,
  opened: Contact | null,
  isDone: (there: Contact) => boolean,
): Promise<PutOutcome<Contact>> {
  const { RegionId, ContactName } = request;
  const { items } = await api.cms.describeContactList({ RegionId, ContactName });
  const there = items.find(({ Name }) => Name === ContactName);
  const outcome = compared(there, opened, isDone, (a, b) => a.UpdateTime === b.UpdateTime);
  if (outcome) return outcome;
  await api.cms.putContact(request);
  return { kind: 'saved' };
}

/** The same for a group, of which one cannot ask by name. */
export async function putContactGroup(
  api: Api,
  request: PutContactGroupRequest,
  opened: ContactGroup | null,
  isDone: (there: ContactGroup) => boolean,
): Promise<PutOutcome<ContactGroup>> {
  const all = await api.cms.describeContactGroupListAll({ RegionId: request.RegionId });
  const there = all.find(({ Name }) => Name === request.ContactGroupName);
  const sameMembers = (a: ContactGroup, b: ContactGroup) =>
    a.Describe === b.Describe && a.Contacts.toSorted().join('\n') === b.Contacts.toSorted().join('\n');
  const outcome = compared(there, opened, isDone, sameMembers);
  if (outcome) return outcome;
  await api.cms.putContactGroup(request);
  return { kind: 'saved' };
}

/** What keeps a put from being sent; null when nothing does. */
function compared<Row>(
  there: Row | undefined,
  opened: Row | null,
  isDone: (there: Row) => boolean,
  isSame: (a: Row, b: Row) => boolean,
): PutOutcome<Row> | null {
  if (there && isDone(there)) return { kind: 'saved' };
  if (!opened) return there ? { kind: 'taken' } : null;
  if (!there) return { kind: 'gone' };
  return isSame(there, opened) ? null : { kind: 'changed', fresh: there };
}
