import { CONTACT_CHANNELS, type ContactChannel, type ContactLanguage } from '@/domain/contact';
import type { Ledger } from '../ledger';
import type { World } from '../world/world';
import type { AlarmChanged } from './acts';
import { BORN_CONTACTS } from './contacts-at-birth';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** How long a person takes to follow the link or type the code that activates a channel; robots and names need nothing. Ms. */
const ACTIVATED_AFTER: Readonly<Record<ContactChannel, number>> = {
  Mail: 3 * MINUTE,
  SMS: 5 * MINUTE,
  DingWebHook: 0,
  AliIM: 0,
};

export interface ContactRecord {
  name: string;
  description: string;
  language: ContactLanguage;
  /** Since when each channel leads where it leads, world epoch ms. */
  channels: Readonly<Partial<Record<ContactChannel, { value: string; since: number }>>>;
  createdAt: number;
  updatedAt: number;
}

export interface GroupRecord {
  name: string;
  description: string;
  /** Names of contacts that exist, in the order they were given. */
  contacts: readonly string[];
  subscribed: boolean;
  createdAt: number;
  updatedAt: number;
}

/** The account's contacts and groups by name, oldest first. */
export interface ContactBook {
  readonly contacts: ReadonlyMap<string, ContactRecord>;
  readonly groups: ReadonlyMap<string, GroupRecord>;
}

interface Kept {
  length: number;
  book: ContactBook;
}

const kept = new WeakMap<readonly AlarmChanged[], Kept>();

/** The contacts as they are after everything that was done; worked out anew only when something was. */
export function contactBook({
  world,
  ledger,
}: {
  world: Pick<World, 'bornAt'>;
  ledger: Pick<Ledger, 'alarmChanges'>;
}): ContactBook {
  const { alarmChanges } = ledger;
  const last = kept.get(alarmChanges);
  if (last?.length === alarmChanges.length) return last.book;
  const book = { contacts: new Map<string, ContactRecord>(), groups: new Map<string, GroupRecord>() };
  const past = BORN_CONTACTS.map(({ daysAgo, change }) => ({ change, at: world.bornAt - daysAgo * DAY }));
  for (const { change, at } of [...past, ...alarmChanges]) apply(book, change, at);
  kept.set(alarmChanges, { length: alarmChanges.length, book });
  return book;
}

/** What a channel of a contact is at a moment: PENDING until the person has activated it (contract 9.4). */
export function channelState(
  { channels }: Pick<ContactRecord, 'channels'>,
  channel: ContactChannel,
  now: number,
): 'OK' | 'PENDING' | null {
  const one = channels[channel];
  if (!one) return null;
  return now - one.since >= ACTIVATED_AFTER[channel] ? 'OK' : 'PENDING';
}

interface WritableBook {
  contacts: Map<string, ContactRecord>;
  groups: Map<string, GroupRecord>;
}

/** Acts come from the journal, which older versions wrote and files bring: what has not the shape changes nothing. */
function apply({ contacts, groups }: WritableBook, change: AlarmChanged['change'] | null, at: number): void {
  switch (change?.what) {
    case 'ContactPut': {
      const { name, description, language } = change;
      if (typeof name !== 'string' || typeof description !== 'string' || !change.channels) return;
      const before = contacts.get(name);
      const channels = Object.fromEntries(
        CONTACT_CHANNELS.flatMap((channel) => {
          const value = change.channels[channel];
          if (typeof value !== 'string') return [];
          const same = before?.channels[channel];
          return [[channel, { value, since: same?.value === value ? same.since : at }]];
        }),
      );
      contacts.set(name, {
        name,
        description,
        language,
        channels,
        createdAt: before?.createdAt ?? at,
        updatedAt: at,
      });
      return;
    }
    case 'ContactDeleted': {
      if (!contacts.delete(change.name)) return;
      for (const group of groups.values())
        if (group.contacts.includes(change.name))
          groups.set(group.name, {
            ...group,
            contacts: group.contacts.filter((name) => name !== change.name),
            updatedAt: at,
          });
      return;
    }
    case 'GroupPut': {
      const { name, description, subscribed } = change;
      if (typeof name !== 'string' || typeof description !== 'string' || !Array.isArray(change.contacts))
        return;
      groups.set(name, {
        name,
        description,
        subscribed: subscribed === true,
        contacts: change.contacts.filter((contact: string) => contacts.has(contact)),
        createdAt: groups.get(name)?.createdAt ?? at,
        updatedAt: at,
      });
      return;
    }
    case 'GroupDeleted':
      groups.delete(change.name);
      return;
    default:
  }
}
