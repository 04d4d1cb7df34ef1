import type { ContactChannels, ContactLanguage } from '@/domain/contact';

/** Contacts and their groups (contract 9.4). A put replaces what had the name. */
export type ContactChange =
  | {
      what: 'ContactPut';
      name: string;
      description: string;
      language: ContactLanguage;
      channels: ContactChannels;
    }
  | { what: 'ContactDeleted'; name: string }
  | {
      what: 'GroupPut';
      name: string;
      description: string;
      /** The whole membership. */
      contacts: readonly string[];
      subscribed: boolean;
    }
  | { what: 'GroupDeleted'; name: string };
