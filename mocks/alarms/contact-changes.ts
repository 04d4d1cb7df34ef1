/** Contacts and their groups (contract 9.4). A put replaces what had the name. */
export type ContactChange = { what: 'ContactDeleted'; name: string } | { what: 'GroupDeleted'; name: string };
