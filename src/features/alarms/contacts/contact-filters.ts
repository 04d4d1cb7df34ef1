import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { CONTACT_CHANNELS, type ContactChannel } from '@/domain/contact';

/** What the page shows. It lives in the URL, with the dialog that is open. */
export interface ContactFilters {
  list: 'people' | 'groups';
  search: string;
  channel: ContactChannel | null;
  /** From 1. */
  page: number;
  size: number;
}

export const PAGE_SIZES = [10, 20, 50] as const;

/** Reads the filters from the URL. Anything malformed reads as absent. */
export function readContactFilters(params: URLSearchParams, defaultSize: number): ContactFilters {
  const page = Number(params.get('page'));
  const size = Number(params.get('size'));
  return {
    list: params.get('list') === 'groups' ? 'groups' : 'people',
    search: params.get('q') ?? '',
    channel: CONTACT_CHANNELS.find((channel) => channel === params.get('channel')) ?? null,
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
    size: PAGE_SIZES.find((allowed) => allowed === size) ?? defaultSize,
  };
}

/** Writes the filters; defaults are left out. */
export function writeContactFilters(
  { list, search, channel, page, size }: ContactFilters,
  defaultSize: number,
): URLSearchParams {
  const params = new URLSearchParams();
  if (list !== 'people') params.set('list', list);
  if (search !== '') params.set('q', search);
  if (channel) params.set('channel', channel);
  if (page > 1) params.set('page', String(page));
  if (size !== defaultSize) params.set('size', String(size));
  return params;
}

/**
 * The contacts by name that hold every word of the search in name, description, groups, or where a channel leads. The service finds whole
 * names only. The address of a robot is not searched: it is a secret.
 */
export function findContacts(
  contacts: readonly Contact[],
  { search, channel }: Pick<ContactFilters, 'search' | 'channel'>,
): Contact[] {
  return byName(contacts).filter((contact) => {
    const { SMS, Mail, AliIM } = contact.Channels;
    const texts = [contact.Name, contact.Desc, ...contact.ContactGroups, SMS, Mail, AliIM];
    return (channel === null || contact.Channels[channel] !== undefined) && holds(texts, search);
  });
}

/** The groups by name that hold every word of the search in name, description or a member's name. */
export function findGroups(groups: readonly ContactGroup[], search: string): ContactGroup[] {
  return byName(groups).filter((group) => holds([group.Name, group.Describe, ...group.Contacts], search));
}

function holds(texts: readonly (string | undefined)[], search: string): boolean {
  const all = texts.join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

const byName = <Row extends { Name: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => a.Name.localeCompare(b.Name));
