import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { CONTACT_CHANNELS, type ContactChannel } from '@/domain/contact';
import { pagingValues, paramsOf, readPaging } from '@/ui/list-params';

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
  return {
    list: params.get('list') === 'groups' ? 'groups' : 'people',
    search: params.get('q') ?? '',
    channel: CONTACT_CHANNELS.find((channel) => channel === params.get('channel')) ?? null,
    ...readPaging(params, PAGE_SIZES, defaultSize),
  };
}

/** Writes the filters; defaults are left out. */
export function writeContactFilters(filters: ContactFilters, defaultSize: number): URLSearchParams {
  return paramsOf({
    list: filters.list === 'people' ? null : filters.list,
    q: filters.search,
    channel: filters.channel,
    ...pagingValues(filters, defaultSize),
  });
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
  rows.toSorted((a, b) => a.Name.localeCompare(b.Name, undefined, { numeric: true }));
